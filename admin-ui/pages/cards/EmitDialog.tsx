import { useState } from 'react';
import type { SeriesView } from '../../../shared/contract/api.ts';
import type { ProgramRowView } from '../../../shared/contract/program.ts';
import { addDays, startOfDay } from '../../../shared/domain/calendar/day.ts';
import { useEmitSeries } from '../../api/useCardsApi.ts';
import { usePrograms } from '../../api/usePrograms.ts';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { Select, TextField } from '../../kit/controls.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Banner } from '../../kit/words.ts';
import { faultsOf, useFaultAt } from '../../parts/faults.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useShopView, useText } from '../../session/shop.tsx';

const COUNT_MAX = 100_000;
const COUNT = /^[1-9]\d{0,5}$/;

export function EmitDialog({ onClose }: { readonly onClose: () => void }) {
  const { cards, common } = useText();
  const words = cards.emit;
  const programs = usePrograms();
  const form = useEmitForm(
    (programs.data ?? []).filter(({ state }) => state === 'published'),
    onClose,
  );
  return (
    <ConfirmDialog
      open
      title={words.title}
      confirmLabel={words.confirm}
      cancelLabel={common.cancel}
      isBusy={form.isBusy}
      isDisabled={form.programId === ''}
      onConfirm={form.send}
      onClose={onClose}
    >
      {programs.isSuccess && form.programs.length === 0 && <Banner tone="warning">{words.noProgram}</Banner>}
      <Select
        label={words.program}
        options={form.programs.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.programId}
        onChange={form.setProgramId}
        error={form.faultOf('programId')}
      />
      <TextField
        label={words.name}
        helpText={words.nameHelp}
        value={form.name}
        onChange={form.setName}
        error={form.faultOf('name')}
        maxLength={100}
        autoComplete="off"
        autoFocus
      />
      <TextField
        label={words.count}
        helpText={words.countHelp}
        value={form.count}
        onChange={form.setCount}
        error={form.faultOf('count')}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        label={words.expires}
        helpText={words.expiresHelp}
        type="date"
        value={form.lastDay}
        onChange={form.setLastDay}
        error={form.faultOf('expiresAt')}
        autoComplete="off"
      />
    </ConfirmDialog>
  );
}

function useEmitForm(programs: readonly ProgramRowView[], onDone: () => void) {
  const words = useText().cards.emit;
  const { timeZone } = useShopView();
  const emit = useEmitSeries();
  const say = useToast();
  const sayFailure = useSayFailure();
  const [chosen, setProgramId] = useState('');
  const [name, setName] = useState('');
  const [count, setCount] = useState('100');
  const [lastDay, setLastDay] = useState('');
  const programId = chosen === '' ? (programs[0]?.id ?? '') : chosen;
  const isCountWrong = !COUNT.test(count.trim()) || Number(count) > COUNT_MAX;
  const faultAt = useFaultAt();
  const faults = faultsOf(emit.error);
  const send = () => {
    if (isCountWrong) return;
    const expiresAt = lastDay === '' ? null : startOfDay(addDays(lastDay, 1), timeZone);
    const done = (series: SeriesView) => {
      say(words.done(series.count));
      onDone();
    };
    emit.mutate(
      { programId, name: name.trim(), count: Number(count), expiresAt },
      { onSuccess: done, onError: sayFailure },
    );
  };
  const faultOf = (path: string) => (path === 'count' && isCountWrong ? words.countWrong : faultAt(faults, path));
  const isBusy = emit.isPending;
  return {
    programs,
    programId,
    setProgramId,
    name,
    setName,
    count,
    setCount,
    lastDay,
    setLastDay,
    faultOf,
    send,
    isBusy,
  };
}

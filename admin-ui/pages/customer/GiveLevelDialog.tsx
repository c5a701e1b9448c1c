import { useState } from 'react';
import type { CustomerView } from '../../../shared/contract/api.ts';
import { useGiveLevel } from '../../api/useCustomersApi.ts';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { Checkbox, Select, TextField } from '../../kit/controls.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Text } from '../../kit/words.ts';
import { faultsOf, useFaultAt } from '../../parts/faults.ts';
import { readPercent } from '../../parts/percent-field.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useText } from '../../session/shop.tsx';

type Props = { readonly view: CustomerView; readonly onClose: () => void };

/** VIP by hand: a floor under the discount of one program, or its end. */
export function GiveLevelDialog({ view, onClose }: Props) {
  const { customer, common } = useText();
  const form = useGiveLevelForm(view, onClose);
  const words = customer.give;
  return (
    <ConfirmDialog
      open
      title={words.title}
      confirmLabel={form.takes ? words.confirmTake : words.confirm}
      cancelLabel={common.cancel}
      isBusy={form.isBusy}
      isDisabled={form.programId === ''}
      onConfirm={form.send}
      onClose={onClose}
    >
      <Text as="p">{view.standings.length === 0 ? customer.standing.none : words.help}</Text>
      <Select
        label={common.program}
        options={view.standings.map(({ standing, programName }) => ({ value: standing.programId, label: programName }))}
        value={form.programId}
        onChange={form.setProgramId}
      />
      {form.givenBp > 0 && <Checkbox label={words.take} checked={form.takes} onChange={form.setTakes} />}
      {!form.takes && (
        <TextField
          label={words.percent}
          suffix="%"
          inputMode="decimal"
          value={form.percent}
          onChange={form.setPercent}
          error={form.percentFault}
          autoComplete="off"
          autoFocus
        />
      )}
      <TextField
        label={common.note}
        helpText={words.noteHelp}
        value={form.note}
        onChange={form.setNote}
        error={form.noteFault}
        maxLength={200}
        autoComplete="off"
      />
    </ConfirmDialog>
  );
}

function useGiveLevelForm(view: CustomerView, onDone: () => void) {
  const { customer } = useText();
  const faultAt = useFaultAt();
  const give = useGiveLevel(view.id);
  const say = useToast();
  const sayFailure = useSayFailure();
  const [programId, setProgramId] = useState(view.standings[0]?.standing.programId ?? '');
  const [percent, setPercent] = useState('');
  const [note, setNote] = useState('');
  const [wantsTake, setTakes] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const givenBp = view.standings.find(({ standing }) => standing.programId === programId)?.standing.givenBp ?? 0;
  const takes = wantsTake && givenBp > 0;
  const discountBp = takes ? null : readPercent(percent);
  const isWrong = !takes && discountBp === null;
  const faults = faultsOf(give.error);
  const send = () => {
    setIsTried(true);
    if (isWrong) return;
    const done = () => {
      say(takes ? customer.give.taken : customer.give.given);
      onDone();
    };
    give.mutate({ programId, discountBp, note }, { onSuccess: done, onError: sayFailure });
  };
  const percentFault = isTried && isWrong ? customer.give.notAPercent : faultAt(faults, 'discountBp');
  return {
    programId,
    setProgramId: (id: string) =>
      setProgramId(view.standings.find(({ standing }) => standing.programId === id)?.standing.programId ?? ''),
    percent,
    setPercent,
    note,
    setNote,
    takes,
    setTakes,
    givenBp,
    noteFault: faultAt(faults, 'note'),
    percentFault,
    send,
    isBusy: give.isPending,
  };
}

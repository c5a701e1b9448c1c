import { useState } from 'react';
import { dayOf, startOfDay } from '../../../shared/domain/calendar/day.ts';
import { useProgram } from '../../api/useProgram.ts';
import { usePublishProgram } from '../../api/useProgramsApi.ts';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { ChoiceList } from '../../kit/controls.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Text } from '../../kit/words.ts';
import { faultsOf, useFaultAt } from '../../parts/faults.ts';
import { OtherFaults } from '../../parts/OtherFaults.tsx';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useShopView, useText } from '../../session/shop.tsx';
import { DayField } from './DayField.tsx';
import { FOR_EVERYBODY, type KeepChoice, KeepFields } from './KeepFields.tsx';

const FIELDS: readonly string[] = ['effectiveAt', 'endsAt', 'keptUntil'];

type Props = { readonly id: string; readonly onDone: () => void; readonly onClose: () => void };

/** From when on: at once, or from the start of a day as the shop counts days; to when; and what holders keep. */
export function PublishDialog({ id, onDone, onClose }: Props) {
  const { program, common } = useText();
  const words = program.publish;
  const { timeZone } = useShopView();
  const [when, setWhen] = useState<'now' | 'day'>('now');
  const [day, setDay] = useState('');
  const [typedEnd, setTypedEnd] = useState<string | null>(null);
  const [choice, setChoice] = useState(FOR_EVERYBODY);
  const [isTried, setIsTried] = useState(false);
  const endOfLast = useEndOfLast(id, timeZone);
  const endDay = typedEnd ?? endOfLast;
  const publish = usePublishProgram();
  const say = useToast();
  const sayFailure = useSayFailure();
  const isDayMissing = when === 'day' && day === '';
  const faultAt = useFaultAt();
  const faults = faultsOf(publish.error);
  const send = () => {
    setIsTried(true);
    if (isDayMissing) return;
    const done = () => {
      say(words.done);
      onDone();
    };
    const effectiveAt = when === 'now' ? null : startOfDay(day, timeZone);
    const endsAt = endDay === '' ? null : startOfDay(endDay, timeZone);
    publish.mutate(
      { id, effectiveAt, endsAt, keeps: keepingOf(choice, timeZone) },
      { onSuccess: done, onError: sayFailure },
    );
  };
  return (
    <ConfirmDialog
      open
      title={words.title}
      confirmLabel={words.confirm}
      cancelLabel={common.cancel}
      isBusy={publish.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <Text as="p">{words.message}</Text>
      <OtherFaults faults={faults} hasField={(path) => FIELDS.includes(path)} />
      <ChoiceList
        title={words.when}
        choices={[
          { value: 'now', label: words.now },
          { value: 'day', label: words.from },
        ]}
        selected={[when]}
        onChange={([chosen]) => setWhen(chosen === 'day' ? 'day' : 'now')}
      />
      {when === 'day' && (
        <DayField
          label={words.day}
          value={day}
          onChange={setDay}
          error={isTried && isDayMissing ? words.dayMissing : faultAt(faults, 'effectiveAt')}
        />
      )}
      <DayField label={words.endsAt} value={endDay} onChange={setTypedEnd} error={faultAt(faults, 'endsAt')} />
      <KeepFields id={id} choice={choice} onChoose={setChoice} error={faultAt(faults, 'keptUntil')} />
    </ConfirmDialog>
  );
}

/** The day that the newest version ends on already; empty: none. */
function useEndOfLast(id: string, timeZone: string): string {
  const { data } = useProgram(id);
  const endsAt = data?.versions.toSorted((a, b) => b.version - a.version)[0]?.endsAt ?? null;
  return endsAt === null ? '' : dayOf(endsAt, timeZone);
}

function keepingOf({ keeps, untilDay }: KeepChoice, timeZone: string) {
  if (!keeps) return null;
  return { until: untilDay === '' ? null : startOfDay(untilDay, timeZone) };
}

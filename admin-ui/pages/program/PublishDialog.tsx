import { useState } from 'react';
import { startOfDay } from '../../../shared/domain/calendar/day.ts';
import { usePublishProgram } from '../../api/useProgramsApi.ts';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { ChoiceList, TextField } from '../../kit/controls.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Text } from '../../kit/words.ts';
import { faultsOf, useFaultAt } from '../../parts/faults.ts';
import { OtherFaults } from '../../parts/OtherFaults.tsx';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useShopView, useText } from '../../session/shop.tsx';
import { FOR_EVERYBODY, type KeepChoice, KeepFields } from './KeepFields.tsx';

type Props = { readonly id: string; readonly onDone: () => void; readonly onClose: () => void };

/** From when on: at once, or from the start of a day as the shop counts days; and what holders keep. */
export function PublishDialog({ id, onDone, onClose }: Props) {
  const { program, common } = useText();
  const words = program.publish;
  const { timeZone } = useShopView();
  const [when, setWhen] = useState<'now' | 'day'>('now');
  const [day, setDay] = useState('');
  const [choice, setChoice] = useState(FOR_EVERYBODY);
  const [isTried, setIsTried] = useState(false);
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
    publish.mutate({ id, effectiveAt, keeps: keepingOf(choice, timeZone) }, { onSuccess: done, onError: sayFailure });
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
      <OtherFaults faults={faults} hasField={(path) => path === 'effectiveAt' || path === 'keptUntil'} />
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
        <TextField
          label={words.day}
          helpText={words.dayHelp(timeZone)}
          type="date"
          value={day}
          onChange={setDay}
          error={isTried && isDayMissing ? words.dayMissing : faultAt(faults, 'effectiveAt')}
          autoComplete="off"
        />
      )}
      <KeepFields id={id} choice={choice} onChoose={setChoice} error={faultAt(faults, 'keptUntil')} />
    </ConfirmDialog>
  );
}

function keepingOf({ keeps, untilDay }: KeepChoice, timeZone: string) {
  if (!keeps) return null;
  return { until: untilDay === '' ? null : startOfDay(untilDay, timeZone) };
}

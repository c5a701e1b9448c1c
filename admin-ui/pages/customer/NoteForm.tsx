import { useState } from 'react';
import type { NoteForm as Typed } from '../../../shared/contract/note.ts';
import { Button, ButtonGroup, FormLayout, TextField } from '../../kit/controls.ts';
import { InlineStack } from '../../kit/structure.ts';
import { faultsOf, useFaultAt } from '../../parts/faults.ts';
import { useText } from '../../session/shop.tsx';

type Props = {
  readonly begin: Typed;
  readonly action: string;
  readonly isBusy: boolean;
  readonly refused: unknown;
  readonly onSend: (typed: Typed, clear: () => void) => void;
  /** Absent: there is nothing to go back to. */
  readonly onCancel?: () => void;
};

/** A day and a text, new or to be put right. */
export function NoteForm({ begin, action, isBusy, refused, onSend, onCancel }: Props) {
  const { notes: words, common } = useText();
  const [typed, setTyped] = useState(begin);
  const faultAt = useFaultAt();
  const faults = faultsOf(refused);
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    onSend(typed, () => setTyped(begin));
  };
  return (
    <form onSubmit={send} noValidate>
      <FormLayout>
        <TextField
          label={words.day}
          type="date"
          value={typed.day}
          onChange={(day) => setTyped({ ...typed, day })}
          error={faultAt(faults, 'day')}
          autoComplete="off"
        />
        <TextField
          label={words.text}
          value={typed.text}
          onChange={(text) => setTyped({ ...typed, text })}
          error={faultAt(faults, 'text')}
          multiline={3}
          autoComplete="off"
        />
        <InlineStack align="end">
          <ButtonGroup>
            {onCancel !== undefined && <Button onClick={onCancel}>{common.cancel}</Button>}
            <Button submit loading={isBusy}>
              {action}
            </Button>
          </ButtonGroup>
        </InlineStack>
      </FormLayout>
    </form>
  );
}

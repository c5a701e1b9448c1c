import { useState } from 'react';
import type { CardView } from '../../../shared/contract/api.ts';
import { useReplaceCard } from '../../api/useCardsApi.ts';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { Form, TextField } from '../../kit/controls.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Text } from '../../kit/words.ts';
import { failureWords } from '../../parts/failure-words.ts';
import { faultsOf, useFaultAt } from '../../parts/faults.ts';
import { useText } from '../../session/shop.tsx';

type Props = { readonly card: CardView; readonly onClose: () => void };

/** Enter sends, because that is what a scanner presses after the digits. */
export function ReplaceDialog({ card, onClose }: Props) {
  const text = useText();
  const { cards, common } = text;
  const words = cards.replace;
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const replace = useReplaceCard();
  const say = useToast();
  const faultAt = useFaultAt();
  const replacement = typed.replace(/[\s-]/g, '');
  const refused =
    replace.error === null
      ? ''
      : faultAt(faultsOf(replace.error), 'number') || failureWords(replace.error, text).message;
  const send = () => {
    if (replacement === '' || replace.isPending) return;
    const done = () => {
      say(words.done(replacement));
      onClose();
    };
    replace.mutate({ number: card.number, replacement, note }, { onSuccess: done });
  };
  return (
    <ConfirmDialog
      open
      title={words.title(card.number)}
      confirmLabel={words.confirm}
      cancelLabel={common.cancel}
      isBusy={replace.isPending}
      isDisabled={replacement === ''}
      onConfirm={send}
      onClose={onClose}
    >
      <Text as="p">{words.help}</Text>
      <Form onSubmit={send}>
        <TextField
          label={words.number}
          value={typed}
          onChange={setTyped}
          error={refused}
          inputMode="numeric"
          maxLength={24}
          autoComplete="off"
          autoFocus
        />
      </Form>
      <TextField label={common.note} value={note} onChange={setNote} maxLength={200} autoComplete="off" />
    </ConfirmDialog>
  );
}

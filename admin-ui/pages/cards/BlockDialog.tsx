import { useState } from 'react';
import type { CardView } from '../../../shared/contract/api.ts';
import { useBlockCard } from '../../api/useCardsApi.ts';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { TextField } from '../../kit/controls.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Text } from '../../kit/words.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useText } from '../../session/shop.tsx';

type Props = { readonly card: CardView; readonly onClose: () => void };

export function BlockDialog({ card, onClose }: Props) {
  const { cards, common } = useText();
  const words = cards.block;
  const [note, setNote] = useState('');
  const block = useBlockCard();
  const say = useToast();
  const sayFailure = useSayFailure();
  const send = () =>
    block.mutate(
      { number: card.number, blocked: true, note },
      { onSuccess: () => say(words.done), onError: sayFailure, onSettled: onClose },
    );
  return (
    <ConfirmDialog
      open
      title={words.title(card.number)}
      confirmLabel={words.confirm}
      cancelLabel={common.cancel}
      isDestructive
      isBusy={block.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <Text as="p">{words.message}</Text>
      <TextField label={common.note} value={note} onChange={setNote} maxLength={200} autoComplete="off" />
    </ConfirmDialog>
  );
}

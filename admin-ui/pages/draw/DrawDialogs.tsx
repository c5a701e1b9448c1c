import { useState } from 'react';
import { useCancelDraw, useDrawPrizes } from '../../api/useDrawsApi.ts';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { TextField } from '../../kit/controls.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Text } from '../../kit/words.ts';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useText } from '../../session/shop.tsx';

type Props = { readonly id: string; readonly onClose: () => void };

/** Drawing happens once, so it is asked first. */
export function DrawDialog({ id, onClose }: Props) {
  const { draws, common } = useText();
  const words = draws.draw;
  const draw = useDrawPrizes(id);
  const say = useToast();
  const sayFailure = useSayFailure();
  const send = () =>
    draw.mutate(undefined, { onSuccess: () => say(words.drawn), onError: sayFailure, onSettled: onClose });
  return (
    <ConfirmDialog
      open
      title={words.drawTitle}
      confirmLabel={words.draw}
      cancelLabel={common.cancel}
      isBusy={draw.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <Text as="p">{words.drawMessage}</Text>
    </ConfirmDialog>
  );
}

export function CancelDialog({ id, onClose }: Props) {
  const { draws, common } = useText();
  const words = draws.draw;
  const [note, setNote] = useState('');
  const cancel = useCancelDraw(id);
  const say = useToast();
  const sayFailure = useSayFailure();
  const send = () =>
    cancel.mutate({ note }, { onSuccess: () => say(words.cancelled), onError: sayFailure, onSettled: onClose });
  return (
    <ConfirmDialog
      open
      title={words.cancelTitle}
      confirmLabel={words.cancel}
      cancelLabel={common.close}
      isDestructive
      isBusy={cancel.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <Text as="p">{words.cancelMessage}</Text>
      <TextField label={words.cancelNote} value={note} onChange={setNote} maxLength={200} autoComplete="off" />
    </ConfirmDialog>
  );
}

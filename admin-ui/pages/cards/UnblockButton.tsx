import type { CardView } from '../../../shared/contract/api.ts';
import { useBlockCard } from '../../api/useCardsApi.ts';
import { Button } from '../../kit/controls.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useText } from '../../session/shop.tsx';

export function UnblockButton({ card }: { readonly card: CardView }) {
  const words = useText().cards.block;
  const block = useBlockCard();
  const say = useToast();
  const sayFailure = useSayFailure();
  const send = () =>
    block.mutate(
      { number: card.number, blocked: false, note: '' },
      { onSuccess: () => say(words.undone), onError: sayFailure },
    );
  return (
    <Button loading={block.isPending} onClick={send}>
      {words.undo}
    </Button>
  );
}

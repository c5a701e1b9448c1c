import { useLookUpCard } from '../../api/useLookUpCard.ts';
import { Card } from '../../kit/structure.ts';
import { CardNumberField } from '../../parts/CardNumberField.tsx';
import { useGo } from '../../route/useGo.ts';
import { useText } from '../../session/shop.tsx';

export function LookUpCard() {
  const { lookUp } = useText().cards;
  const find = useLookUpCard();
  const go = useGo();
  return (
    <Card>
      <CardNumberField
        label={lookUp.label}
        help={lookUp.help}
        action={lookUp.action}
        isBusy={find.isPending}
        refused={find.error}
        autoFocus
        onNumber={(number) => find.mutate(number, { onSuccess: (card) => go(`/cards/${card.number}`) })}
      />
    </Card>
  );
}

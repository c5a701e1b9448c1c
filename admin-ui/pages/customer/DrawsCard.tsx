import type { CustomerView } from '../../../shared/contract/api.ts';
import type { CustomerDrawView } from '../../../shared/contract/draw.ts';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { Badge, Link, Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';
import { DrawBadge } from '../draws/DrawBadge.tsx';

const SHOWN_MAX = 3;

/** The customer's own lots, to be told to them, and what they won. */
export function DrawsCard({ draws }: Pick<CustomerView, 'draws'>) {
  const words = useText().draws.ofCustomer;
  if (draws.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {draws.map((draw) => (
          <InDraw key={draw.drawId} draw={draw} />
        ))}
      </BlockStack>
    </Card>
  );
}

function InDraw({ draw }: { readonly draw: CustomerDrawView }) {
  const words = useText().draws.ofCustomer;
  const format = useFormat();
  const shown = draw.lots.slice(0, SHOWN_MAX).join(', ');
  const more = draw.lots.length - SHOWN_MAX;
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Link url={`/draws/${draw.drawId}`}>{draw.name}</Link>
        <DrawBadge state={draw.state} />
      </InlineStack>
      <Text as="p" tone="subdued">
        {words.lots(shown)}
        {more > 0 && ` ${words.more(more)}`}
      </Text>
      {draw.won.map(({ prize, lot, handedOverAt }) => (
        <InlineStack key={lot} gap="200" blockAlign="center">
          <Text as="span">{words.won(prize, lot)}</Text>
          <Badge tone={handedOverAt === null ? 'attention' : 'success'}>
            {handedOverAt === null ? words.waiting : words.handedOver(format.date(handedOverAt))}
          </Badge>
        </InlineStack>
      ))}
    </BlockStack>
  );
}

import type { CardView } from '../../../shared/contract/api.ts';
import { BlockStack } from '../../kit/structure.ts';
import { DateTime } from '../../kit/Values.tsx';
import { List, Text } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';

/** What happened to a card, oldest first. */
export function CardHistory({ history }: Pick<CardView, 'history'>) {
  const { cards, customer } = useText();
  if (history.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h4" variant="headingSm">
        {cards.card.history}
      </Text>
      <List>
        {history.map((event) => (
          <List.Item key={`${event.at} ${event.kind}`}>
            <DateTime at={event.at} withTime /> · {customer.cardEvents[event.kind]}
            {event.by !== null && ` ${cards.card.byPerson}`}
            {event.note !== '' && ` (${event.note})`}
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

import type { DrawView } from '../../../shared/contract/draw.ts';
import { BlockStack, Card } from '../../kit/structure.ts';
import { DateTime } from '../../kit/Values.tsx';
import { List, Text } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';

/** Every step in the life of a draw, oldest first. */
export function TrailCard({ trail }: Pick<DrawView, 'trail'>) {
  const words = useText().draws.draw;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {words.trail}
        </Text>
        <List>
          {trail.map(({ at, by, kind, lot, note }) => (
            <List.Item key={`${at} ${kind} ${lot}`}>
              <DateTime at={at} withTime /> · {words.events[kind]}
              {lot !== null && ` (${lot})`} {by === null ? words.byClock : words.byStaff}
              {note !== '' && ` (${note})`}
            </List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}

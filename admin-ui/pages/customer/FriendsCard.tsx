import type { CustomerView } from '../../../shared/contract/api.ts';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { DateTime } from '../../kit/Values.tsx';
import { Badge, Link, Text } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';

/** Whom the customer brought by handing the card on, and what became of each (rules 2.7). */
export function FriendsCard({ friends }: Pick<CustomerView, 'friends'>) {
  const words = useText().customer.referral;
  if (friends.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.friends}
        </Text>
        {friends.map(({ orderId, order, at, customerId, name, became }) => (
          <BlockStack key={orderId} gap="100">
            <InlineStack gap="200" blockAlign="center">
              {customerId === null ? (
                <Text as="span">{words.nobody}</Text>
              ) : (
                <Link url={`/customers/${customerId}`}>{name || words.nameless}</Link>
              )}
              <Badge tone={became === 'counts' ? 'success' : 'attention'}>{words.became[became]}</Badge>
            </InlineStack>
            <Text as="p" tone="subdued">
              {order}, <DateTime at={at} />
            </Text>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

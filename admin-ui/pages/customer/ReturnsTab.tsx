import type { PurchaseView } from '../../../shared/contract/api.ts';
import { usePurchases } from '../../api/useCustomer.ts';
import { Button } from '../../kit/controls.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { LoadingPart } from '../../kit/LoadingPage.tsx';
import { BlockStack, Box, Card, InlineStack } from '../../kit/structure.ts';
import { DateTime, Money } from '../../kit/Values.tsx';
import { List, Text } from '../../kit/words.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useText } from '../../session/shop.tsx';

type Returned = PurchaseView['refunds'][number] & { readonly order: string };

/** Returns of the purchases looked at so far, newest first; older purchases on asking. */
export function ReturnsTab({ id }: { readonly id: string }) {
  const { customer, common } = useText();
  const purchases = usePurchases(id);
  return (
    <Box paddingBlockStart="400">
      <Loaded query={purchases} loading={<LoadingPart label={common.loading} />}>
        {({ pages }) => {
          const returns = returnsOf(pages.flatMap((page) => page.purchases));
          return (
            <BlockStack gap="400">
              {returns.length === 0 && (
                <EmptyState isPart title={customer.returns.empty} message={customer.returns.emptyHelp} />
              )}
              {returns.map((each) => (
                <ReturnCard key={each.refundId} returned={each} />
              ))}
              {purchases.hasNextPage && (
                <InlineStack align="center">
                  <Button loading={purchases.isFetchingNextPage} onClick={() => void purchases.fetchNextPage()}>
                    {customer.returns.more}
                  </Button>
                </InlineStack>
              )}
            </BlockStack>
          );
        }}
      </Loaded>
    </Box>
  );
}

const returnsOf = (purchases: readonly PurchaseView[]): readonly Returned[] =>
  purchases
    .flatMap(({ name, refunds }) => refunds.map((refund) => ({ ...refund, order: name })))
    .sort((a, b) => b.processedAt - a.processedAt);

function ReturnCard({ returned }: { readonly returned: Returned }) {
  const { returns } = useText().customer;
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack gap="200" align="space-between">
          <Text as="h2" variant="headingMd">
            {returns.of(returned.order)}
          </Text>
          <Text as="span" tone="subdued">
            <DateTime at={returned.processedAt} withTime />
          </Text>
        </InlineStack>
        {returned.lines.length === 0 && <Text as="p">{returns.onlyMoney}</Text>}
        {returned.lines.length > 0 && (
          <List>
            {returned.lines.map(({ title, quantity }) => (
              <List.Item key={`${title} ${quantity}`}>{returns.line(quantity, title)}</List.Item>
            ))}
          </List>
        )}
        <Text as="p" fontWeight="semibold">
          {returns.taken}: <Money minor={returned.amountMinor} />
        </Text>
        {returned.goodwillMinor > 0 && (
          <Text as="p">
            {returns.goodwill}: <Money minor={returned.goodwillMinor} />
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

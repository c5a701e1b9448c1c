import { usePurchases } from '../../api/useCustomer.ts';
import { Button } from '../../kit/controls.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { LoadingPart } from '../../kit/LoadingPage.tsx';
import { BlockStack, Box, Card, InlineStack } from '../../kit/structure.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useText } from '../../session/shop.tsx';
import { PurchaseCard } from './PurchaseCard.tsx';

export function SalesTab({ id }: { readonly id: string }) {
  const { customer, common } = useText();
  const purchases = usePurchases(id);
  return (
    <Box paddingBlockStart="400">
      <Loaded query={purchases} loading={<LoadingPart label={common.loading} />}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.purchases);
          if (all.length === 0) {
            return <EmptyState isPart title={customer.sales.empty} message={customer.sales.emptyHelp} />;
          }
          return (
            <BlockStack gap="400">
              {all.map((purchase) => (
                <Card key={purchase.orderId} padding="0">
                  <PurchaseCard customerId={id} purchase={purchase} />
                </Card>
              ))}
              {purchases.hasNextPage && (
                <InlineStack align="center">
                  <Button loading={purchases.isFetchingNextPage} onClick={() => void purchases.fetchNextPage()}>
                    {common.more}
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

import type { CustomerView } from '../../../shared/contract/api.ts';
import { Figures } from '../../kit/Facts.tsx';
import { BlockStack, Box, Card, InlineGrid } from '../../kit/structure.ts';
import { DateTime, Money, None, Percent } from '../../kit/Values.tsx';
import { Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';
import { DetailsCard } from './DetailsCard.tsx';
import { DrawsCard } from './DrawsCard.tsx';
import { FriendsCard } from './FriendsCard.tsx';
import { StandingCard } from './StandingCard.tsx';

export function OverviewTab({ view }: { readonly view: CustomerView }) {
  const { customer, common } = useText();
  const format = useFormat();
  const { figures } = view;
  const words = customer.figures;
  // The best of all programs is the one that checkout takes.
  const bestFirst = view.standings.toSorted((a, b) => b.standing.discountBp - a.standing.discountBp);
  const discountBp = bestFirst[0]?.standing.discountBp ?? 0;
  const interval = figures.usualIntervalDays;
  return (
    <Box paddingBlockStart="400">
      <BlockStack gap="400">
        <Card>
          <Figures
            facts={[
              { title: words.discount, value: discountBp === 0 ? <None /> : <Percent bp={discountBp} /> },
              { title: words.spent, value: <Money minor={figures.spentMinor} /> },
              { title: words.purchases, value: format.count(figures.purchases) },
              { title: words.first, value: <DateTime at={figures.firstPurchaseAt} /> },
              { title: words.last, value: <DateTime at={figures.lastPurchaseAt} /> },
              { title: words.interval, value: interval === null ? <None /> : common.days(interval) },
            ]}
          />
        </Card>
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400" alignItems="start">
          <BlockStack gap="400">
            {view.standings.length === 0 && (
              <Card>
                <Text as="p" tone="subdued">
                  {customer.standing.none}
                </Text>
              </Card>
            )}
            {bestFirst.map((each) => (
              <StandingCard key={each.standing.programId} view={each} />
            ))}
          </BlockStack>
          <BlockStack gap="400">
            <DetailsCard view={view} />
            <FriendsCard friends={view.friends} />
            <DrawsCard draws={view.draws} />
          </BlockStack>
        </InlineGrid>
      </BlockStack>
    </Box>
  );
}

import type { HomeView } from '../../../shared/contract/api.ts';
import { Figures } from '../../kit/Facts.tsx';
import { BlockStack, Card } from '../../kit/structure.ts';
import { Money } from '../../kit/Values.tsx';
import { Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';

export function FiguresCard({ figures }: Pick<HomeView, 'figures'>) {
  const words = useText().home.figures;
  const { count } = useFormat();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Figures
          facts={[
            { title: words.customers, value: count(figures.customers) },
            { title: words.holders, value: count(figures.holders) },
            { title: words.cardsIssued, value: count(figures.cardsIssued) },
            { title: words.purchases30, value: count(figures.purchases30) },
            { title: words.revenue30, value: <Money minor={figures.revenue30Minor} /> },
            { title: words.discount30, value: <Money minor={figures.discount30Minor} /> },
          ]}
        />
      </BlockStack>
    </Card>
  );
}

import { SeriesChart } from '../../kit/SeriesChart.tsx';
import { BlockStack, Card } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';
import type { Named } from './ResultCards.tsx';
import { monthName } from './simulated-words.ts';

/** What the discounts would have cost each month; two programs stand side by side. The months are the same for both. */
export function DiscountChart({ named }: { readonly named: readonly Named[] }) {
  const words = useText().simulations.charts;
  const { money } = useFormat();
  const bars = (named[0]?.result.months ?? []).map((month, i) => {
    const values = named.map(({ result }) => result.months[i]?.discountMinor ?? 0);
    const titles = named.map(({ name }, n) => words.discountOf(name, monthName(month), money(values[n] ?? 0)));
    return { id: monthName(month), label: monthName(month), title: titles.join('\n'), values };
  });
  const said = named.map(({ name, result }) => words.discountSaid(name, money(result.totals.discountMinor)));
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.discount}
        </Text>
        <SeriesChart
          label={`${words.discount}. ${said.join('. ')}`}
          series={named.map(({ name }) => name)}
          bars={bars}
          kind="grouped"
          highest={money}
        />
      </BlockStack>
    </Card>
  );
}

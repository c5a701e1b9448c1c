import { shareBp } from '../../../shared/domain/simulation/totals.ts';
import { SeriesChart } from '../../kit/SeriesChart.tsx';
import { BlockStack, Card } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';
import type { Named } from './ResultCards.tsx';

/** How evenly the discounts would have been spread over those who get any. */
export function TenthsChart({ named }: { readonly named: readonly Named[] }) {
  const words = useText().simulations.charts;
  const { money, percent } = useFormat();
  const parts = Math.max(...named.map(({ result }) => result.gains.tenthsMinor.length));
  const bars = Array.from({ length: parts }, (_, i) => {
    const values = named.map(({ result }) => result.gains.tenthsMinor[i] ?? 0);
    const titles = named.map(({ name }, n) => `${name}: ${words.tenthsOf(i + 1, money(values[n] ?? 0))}`);
    return { id: String(i + 1), label: String(i + 1), title: titles.join('\n'), values };
  });
  const said = named.map(({ name, result: { gains, totals } }) =>
    words.tenthsSaid(name, percent(shareBp(gains.tenthsMinor[0] ?? 0, totals.discountMinor))),
  );
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.tenths}
        </Text>
        {parts === 0 ? (
          <Text as="p" tone="subdued">
            {words.nobody}
          </Text>
        ) : (
          <SeriesChart
            label={`${words.tenths}. ${said.join('. ')}`}
            series={named.map(({ name }) => name)}
            bars={bars}
            kind="grouped"
            highest={money}
          />
        )}
      </BlockStack>
    </Card>
  );
}

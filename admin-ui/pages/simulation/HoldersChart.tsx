import { SeriesChart } from '../../kit/SeriesChart.tsx';
import { BlockStack, Card } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';
import { groupsOf } from './group-words.ts';
import type { Named } from './ResultCards.tsx';
import { monthName } from './simulated-words.ts';

/** How many customers each level would have had at the end of each month. */
export function HoldersChart({ one: { name, result } }: { readonly one: Named }) {
  const text = useText();
  const format = useFormat();
  const words = text.simulations.charts;
  const { names, countsOf } = groupsOf(result, { text, format });
  const said = (counts: readonly number[]) =>
    names.map((group, i) => words.holdersPart(group, format.count(counts[i] ?? 0))).join(', ');
  const bars = result.months.map((month) => ({
    id: monthName(month),
    label: monthName(month),
    title: words.holdersOf(monthName(month), said(countsOf(month))),
    values: countsOf(month),
  }));
  const last = bars.at(-1);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.holders}
          </Text>
          <Text as="p" tone="subdued">
            {name}
          </Text>
        </BlockStack>
        <SeriesChart
          label={`${name}. ${words.holders}. ${last?.title ?? ''}`}
          series={names}
          bars={bars}
          kind="stacked"
          highest={format.count}
        />
      </BlockStack>
    </Card>
  );
}

import type { HomeView } from '../../../shared/contract/api.ts';
import { BarChart } from '../../kit/BarChart.tsx';
import { DataList } from '../../kit/DataList.tsx';
import { BlockStack, Card } from '../../kit/structure.ts';
import { Money } from '../../kit/Values.tsx';
import { Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';

/** Revenue and discounts day by day: a picture, and the same as a table for whoever wants the figures. */
export function DaysChart({ figures }: Pick<HomeView, 'figures'>) {
  const words = useText().home.chart;
  const format = useFormat();
  const days = figures.byDay;
  const isEmpty = days.every(({ purchases }) => purchases === 0);
  const bars = days.map(({ day, revenueMinor, discountMinor }) => ({
    id: day,
    label: format.shortDay(day),
    title: words.bar(format.day(day), format.money(revenueMinor), format.money(discountMinor)),
    base: revenueMinor,
    top: discountMinor,
  }));
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {isEmpty ? (
          <Text as="p" tone="subdued">
            {words.empty}
          </Text>
        ) : (
          <>
            <BarChart
              label={words.summary(format.money(figures.revenue30Minor), format.money(figures.discount30Minor))}
              baseLabel={words.revenue}
              topLabel={words.discount}
              bars={bars}
            />
            <details>
              <summary>{words.table}</summary>
              <DaysTable days={days} />
            </details>
          </>
        )}
      </BlockStack>
    </Card>
  );
}

type Day = HomeView['figures']['byDay'][number];

function DaysTable({ days }: { readonly days: readonly Day[] }) {
  const words = useText().home.chart;
  const format = useFormat();
  return (
    <DataList
      label={words.title}
      rows={days}
      keyOf={({ day }) => day}
      isCompact
      columns={[
        { id: 'day', title: words.day, cell: ({ day }) => format.day(day) },
        { id: 'purchases', title: words.purchases, cell: ({ purchases }) => format.count(purchases), isNumber: true },
        { id: 'revenue', title: words.revenue, cell: (day) => <Money minor={day.revenueMinor} />, isNumber: true },
        { id: 'discount', title: words.discount, cell: (day) => <Money minor={day.discountMinor} />, isNumber: true },
      ]}
    />
  );
}

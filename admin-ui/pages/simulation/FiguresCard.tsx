import { shareBp } from '../../../shared/domain/simulation/totals.ts';
import type { Format } from '../../../shared/text/format/format.ts';
import type { Text as Texts } from '../../../shared/text/text.ts';
import { type Column, DataList } from '../../kit/DataList.tsx';
import { Wide } from '../../kit/Pair.tsx';
import { None } from '../../kit/Values.tsx';
import { useFormat, useText } from '../../session/shop.tsx';
import type { Named } from './ResultCards.tsx';
import { TableCard } from './TableCard.tsx';

/** A figure and how it is read off a result; null: there is none. */
type Figure = { readonly name: string; readonly of: (one: Named) => string | null };

type Words = Pick<Texts, 'simulation' | 'simulations'>;

/** What was sold and what it would have cost. */
function moneyFigures({ simulation, simulations }: Words, { money, count, percent }: Format): readonly Figure[] {
  const words = simulations.figures;
  return [
    { name: simulation.orders, of: ({ result }) => count(result.totals.orders) },
    { name: simulation.amount, of: ({ result }) => money(result.totals.amountMinor) },
    { name: simulation.discount, of: ({ result }) => money(result.totals.discountMinor) },
    {
      name: words.shareOfTurnover,
      of: ({ result: { totals } }) => percent(shareBp(totals.discountMinor, totals.amountMinor)),
    },
    { name: simulation.booked, of: ({ result }) => money(result.totals.bookedMinor) },
    {
      name: words.shareOfCharged,
      of: ({ result: { totals } }) => percent(shareBp(totals.discountedMinor, totals.bookedMinor)),
    },
    { name: simulation.returned, of: ({ result }) => money(result.totals.returnedMinor) },
    { name: simulation.floorSaved, of: ({ result }) => money(result.totals.floorSavedMinor) },
    { name: words.marginBefore, of: ({ result: { margin } }) => (margin === null ? null : money(margin.beforeMinor)) },
    { name: words.marginAfter, of: ({ result: { margin } }) => (margin === null ? null : money(margin.afterMinor)) },
    {
      name: words.marginEffect,
      of: ({ result: { margin } }) => (margin === null ? null : money(margin.afterMinor - margin.beforeMinor)),
    },
  ];
}

/** Whom it would have reached. */
function peopleFigures({ simulation, simulations }: Words, { money, count, percent }: Format): readonly Figure[] {
  const words = simulations.figures;
  const average = ({ result: { totals, gains } }: Named) =>
    gains.customers === 0 ? null : money(Math.round(totals.discountMinor / gains.customers));
  return [
    { name: simulation.customers, of: ({ result }) => count(result.totals.customers) },
    {
      name: words.holders,
      of: ({ result }) => (result.membership.kind === 'card' ? count(result.totals.cards) : null),
    },
    { name: words.gaining, of: ({ result }) => count(result.gains.customers) },
    {
      name: words.gainingShare,
      of: ({ result: { gains, totals } }) => percent(shareBp(gains.customers, totals.customers)),
    },
    { name: words.average, of: average },
    {
      name: words.tenth,
      of: ({ result: { gains, totals } }) => percent(shareBp(gains.tenthsMinor[0] ?? 0, totals.discountMinor)),
    },
    { name: simulation.rewardsTaken, of: ({ result: { rewards } }) => rewards && count(rewards.taken) },
    { name: words.rewardsWaiting, of: ({ result: { rewards } }) => rewards && count(rewards.waiting) },
    { name: words.rewardsWorth, of: ({ result: { rewards } }) => rewards && money(rewards.worthMinor) },
    { name: simulation.itemsMissing, of: ({ result: { rewards } }) => rewards && count(rewards.missing) },
  ];
}

/** The few numbers that decide, each program in a column of its own. */
export function FiguresCard({ named }: { readonly named: readonly Named[] }) {
  const text = useText();
  const format = useFormat();
  const { figures } = text.simulations;
  const all = [...moneyFigures(text, format), ...peopleFigures(text, format)];
  const rows = all.filter(({ of }) => named.some((one) => of(one) !== null));
  const columns: readonly Column<Figure>[] = named.map((one, i) => ({
    id: String(i),
    title: one.name,
    cell: ({ of }) => of(one) ?? <None />,
    isNumber: true,
  }));
  return (
    <TableCard title={figures.title} of={null}>
      <Wide label={figures.title} wraps>
        <DataList
          label={figures.title}
          rows={rows}
          columns={[{ id: 'figure', title: figures.figure, cell: ({ name }) => name }, ...columns]}
          keyOf={({ name }) => name}
          isCompact
        />
      </Wide>
    </TableCard>
  );
}

import type { MonthSummary } from '../../../shared/domain/simulation/summary.ts';
import { type Column, DataList } from '../../kit/DataList.tsx';
import { Wide } from '../../kit/Pair.tsx';
import { useFormat, useText } from '../../session/shop.tsx';
import { groupsOf } from './group-words.ts';
import type { Named } from './ResultCards.tsx';
import { monthName } from './simulated-words.ts';
import { TableCard } from './TableCard.tsx';
import { useTurnoverColumns } from './turnover-columns.tsx';

type Props = { readonly one: Named };
type Months = readonly [Column<MonthSummary>, ...Column<MonthSummary>[]];

/** Month by month: what was sold and given. */
export function MonthsCard({ one }: Props) {
  const { simulations } = useText();
  return <Table one={one} title={simulations.months.title} columns={useTurnoverColumns<MonthSummary>(one.result)} />;
}

/** Month by month: how many customers each level had at its end. */
export function HoldersCard({ one }: Props) {
  const text = useText();
  const format = useFormat();
  const { names, countsOf } = groupsOf(one.result, { text, format });
  const columns = names.map((title, i): Column<MonthSummary> => {
    return { id: title, title, cell: (row) => format.count(countsOf(row)[i] ?? 0), isNumber: true };
  });
  return <Table one={one} title={text.simulations.charts.holders} columns={columns} />;
}

type TableProps = Props & { readonly title: string; readonly columns: readonly Column<MonthSummary>[] };

function Table({ one: { name, result }, title, columns }: TableProps) {
  const { simulation } = useText();
  const all: Months = [{ id: 'month', title: simulation.month, cell: monthName }, ...columns];
  return (
    <TableCard title={title} of={name}>
      <Wide label={`${title}: ${name}`}>
        <DataList label={`${title}: ${name}`} rows={result.months} columns={all} keyOf={monthName} isCompact />
      </Wide>
    </TableCard>
  );
}

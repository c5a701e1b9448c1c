import type { SimulationResultView } from '../../../shared/contract/simulation.ts';
import { marginOf, type Turnover } from '../../../shared/domain/simulation/turnover.ts';
import type { Column } from '../../kit/DataList.tsx';
import { Money, None } from '../../kit/Values.tsx';
import { useFormat, useText } from '../../session/shop.tsx';

/** What months and places are told of alike; what nothing is known of is left out. */
export function useTurnoverColumns<Row extends Turnover>(result: SimulationResultView): readonly Column<Row>[] {
  const { simulation } = useText();
  const { count } = useFormat();
  const money = (title: string, of: (row: Row) => number | null): Column<Row> => ({
    id: title,
    title,
    cell: (row) => {
      const minor = of(row);
      return minor === null ? <None /> : <Money minor={minor} />;
    },
    isNumber: true,
  });
  return [
    { id: 'orders', title: simulation.orders, cell: ({ orders }) => count(orders), isNumber: true },
    money(simulation.amount, (row) => row.amountMinor),
    money(simulation.discount, (row) => row.discountMinor),
    money(simulation.returned, (row) => row.returnedMinor),
    ...(result.totals.floorSavedMinor > 0 ? [money(simulation.floorCut, (row) => row.floorSavedMinor)] : []),
    ...(result.margin === null ? [] : [money(simulation.marginAfter, (row) => marginOf([row])?.afterMinor ?? null)]),
  ];
}

import { useState } from 'react';
import type { GainerView } from '../../../shared/contract/simulation.ts';
import { Button } from '../../kit/controls.ts';
import { type Column, DataList } from '../../kit/DataList.tsx';
import { Box } from '../../kit/structure.ts';
import { Money } from '../../kit/Values.tsx';
import { Link } from '../../kit/words.ts';
import { useText } from '../../session/shop.tsx';
import type { Named } from './ResultCards.tsx';
import { TableCard } from './TableCard.tsx';

const FIRST = 10;

type Row = GainerView & { readonly place: string };

/** Who would have gained most, by name. */
export function GainersCard({ one: { name, result } }: { readonly one: Named }) {
  const { simulations, common } = useText();
  const { gainers, charts } = simulations;
  const [isWhole, setIsWhole] = useState(false);
  const columns: readonly [Column<Row>, ...Column<Row>[]] = [
    { id: 'customer', title: gainers.customer, cell: (row) => <Who gainer={row} /> },
    { id: 'discount', title: gainers.discount, cell: (row) => <Money minor={row.discountMinor} />, isNumber: true },
    { id: 'booked', title: gainers.booked, cell: (row) => <Money minor={row.bookedMinor} />, isNumber: true },
  ];
  const rows = result.gains.top.map((gainer, i) => ({ ...gainer, place: String(i) }));
  const label = `${gainers.title}: ${name}`;
  return (
    <TableCard title={gainers.title} of={rows.length === 0 ? charts.nobody : name}>
      {rows.length > 0 && (
        <DataList
          label={label}
          rows={isWhole ? rows : rows.slice(0, FIRST)}
          columns={columns}
          keyOf={({ place }) => place}
          isCompact
        />
      )}
      {rows.length > FIRST && !isWhole && (
        <Box padding="300">
          <Button variant="tertiary" accessibilityLabel={`${common.more}: ${label}`} onClick={() => setIsWhole(true)}>
            {common.more}
          </Button>
        </Box>
      )}
    </TableCard>
  );
}

function Who({ gainer: { customerId, name } }: { readonly gainer: GainerView }) {
  const words = useText().simulations.gainers;
  if (customerId === null) return words.erased;
  return <Link url={`/customers/${customerId}`}>{name === '' ? words.nameless : name}</Link>;
}

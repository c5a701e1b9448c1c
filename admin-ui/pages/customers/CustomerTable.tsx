import type { CustomerRowView } from '../../../shared/contract/api.ts';
import { type Column, DataList } from '../../kit/DataList.tsx';
import { InlineStack } from '../../kit/structure.ts';
import { DateTime, Money, None, Percent } from '../../kit/Values.tsx';
import { Badge } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';

type Props = { readonly rows: readonly CustomerRowView[]; readonly isStale: boolean };

export function CustomerTable({ rows, isStale }: Props) {
  const { customers } = useText();
  const format = useFormat();
  const words = customers.columns;
  const columns: readonly [Column<CustomerRowView>, ...Column<CustomerRowView>[]] = [
    { id: 'name', title: words.name, cell: (row) => <CustomerName row={row} /> },
    { id: 'contact', title: words.contact, cell: (row) => row.email ?? row.phone ?? row.foreignId ?? <None /> },
    { id: 'cards', title: words.cards, cell: (row) => <CardNumbers row={row} /> },
    { id: 'spent', title: words.spent, cell: (row) => <Money minor={row.spentMinor} />, isNumber: true },
    { id: 'purchases', title: words.purchases, cell: (row) => format.count(row.purchases), isNumber: true },
    {
      id: 'discount',
      title: words.discount,
      cell: (row) => (row.discountBp === 0 ? <None /> : <Percent bp={row.discountBp} />),
      isNumber: true,
    },
    { id: 'last', title: words.lastPurchase, cell: (row) => <DateTime at={row.lastPurchaseAt} />, isNumber: true },
  ];
  return (
    <DataList
      label={customers.title}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.id}
      urlOf={(row) => `/customers/${row.id}`}
      isStale={isStale}
    />
  );
}

function CustomerName({ row }: { readonly row: CustomerRowView }) {
  const { customers } = useText();
  const states: Readonly<Record<string, string>> = customers.states;
  return (
    <InlineStack gap="200" blockAlign="center">
      <span>{row.name === '' ? customers.nameless : row.name}</span>
      {row.state !== 'entered' && <Badge>{states[row.state] ?? row.state}</Badge>}
    </InlineStack>
  );
}

function CardNumbers({ row }: { readonly row: CustomerRowView }) {
  const { customers } = useText();
  const [first, ...others] = row.cards;
  if (row.dueCard && first === undefined) return <Badge tone="attention">{customers.dueCard}</Badge>;
  if (first === undefined) return <None />;
  return (
    <span className="kit-value">
      {first} {others.length > 0 && <Badge>{customers.moreCards(others.length)}</Badge>}
    </span>
  );
}

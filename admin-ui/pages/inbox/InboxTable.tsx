import type { InboxRowView } from '../../../shared/contract/inbox.ts';
import { type Column, DataList } from '../../kit/DataList.tsx';
import { DateTime, None } from '../../kit/Values.tsx';
import { useFaultWords } from '../../parts/faults.ts';
import { useFormat, useText } from '../../session/shop.tsx';
import { DeliveryBadge } from './DeliveryBadge.tsx';
import { outcomeWords } from './outcome-words.ts';

type Props = { readonly rows: readonly InboxRowView[]; readonly isStale: boolean };

export function InboxTable({ rows, isStale }: Props) {
  const { inbox } = useText();
  const format = useFormat();
  const faultWords = useFaultWords();
  const words = inbox.columns;
  const columns: readonly [Column<InboxRowView>, ...Column<InboxRowView>[]] = [
    { id: 'topic', title: words.topic, cell: ({ topic }) => topic },
    { id: 'received', title: words.received, cell: ({ receivedAt }) => <DateTime at={receivedAt} withTime /> },
    { id: 'state', title: words.state, cell: ({ state }) => <DeliveryBadge state={state} /> },
    {
      id: 'outcome',
      title: words.outcome,
      cell: ({ outcome, faults: [first] }) => {
        if (outcome !== null) return outcomeWords(outcome, inbox.outcomes);
        return first === undefined ? <None /> : faultWords(first);
      },
    },
    { id: 'tries', title: words.tries, cell: ({ tries }) => format.count(tries), isNumber: true },
  ];
  return (
    <DataList
      label={inbox.title}
      rows={rows}
      columns={columns}
      keyOf={({ id }) => id}
      urlOf={({ id }) => `/inbox/${id}`}
      isStale={isStale}
    />
  );
}

import type { DrawRowView } from '../../../shared/contract/draw.ts';
import { useDraws } from '../../api/useDraws.ts';
import { Button } from '../../kit/controls.ts';
import { type Column, DataList } from '../../kit/DataList.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { Card } from '../../kit/structure.ts';
import { DateTime, None } from '../../kit/Values.tsx';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { useFormat, useText } from '../../session/shop.tsx';
import { DrawBadge } from './DrawBadge.tsx';

export function DrawsPage() {
  const { draws } = useText();
  const add = (
    <Button variant="primary" url="/draws/new">
      {draws.add}
    </Button>
  );
  return (
    <ScreenOf title={draws.title} query={useDraws()}>
      {(rows) => (
        <Screen title={draws.title} primaryAction={rows.length === 0 ? undefined : add}>
          <Card padding="0">
            {rows.length === 0 ? <EmptyState {...draws.empty}>{add}</EmptyState> : <DrawTable rows={rows} />}
          </Card>
        </Screen>
      )}
    </ScreenOf>
  );
}

function DrawTable({ rows }: { readonly rows: readonly DrawRowView[] }) {
  const { draws } = useText();
  const { count } = useFormat();
  const words = draws.columns;
  const columns: readonly [Column<DrawRowView>, ...Column<DrawRowView>[]] = [
    { id: 'name', title: words.name, cell: ({ name }) => name },
    { id: 'state', title: words.state, cell: (row) => <DrawBadge state={row.state} /> },
    { id: 'closes', title: words.closes, cell: ({ closesAt }) => <DateTime at={closesAt} withTime /> },
    { id: 'prizes', title: words.prizes, cell: ({ prizes }) => count(prizes), isNumber: true },
    { id: 'lots', title: words.lots, cell: ({ lots }) => (lots === null ? <None /> : count(lots)), isNumber: true },
    {
      id: 'waiting',
      title: words.waiting,
      cell: ({ waiting }) => (waiting === 0 ? <None /> : count(waiting)),
      isNumber: true,
    },
  ];
  return (
    <DataList
      label={draws.title}
      rows={rows}
      columns={columns}
      keyOf={({ id }) => id}
      urlOf={({ id }) => `/draws/${id}`}
    />
  );
}

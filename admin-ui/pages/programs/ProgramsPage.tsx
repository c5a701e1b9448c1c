import type { ProgramRowView } from '../../../shared/contract/program.ts';
import { usePrograms } from '../../api/usePrograms.ts';
import { Button } from '../../kit/controls.ts';
import { type Column, DataList } from '../../kit/DataList.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { Card, InlineStack } from '../../kit/structure.ts';
import { Badge } from '../../kit/words.ts';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { useFormat, useText } from '../../session/shop.tsx';
import { ProgramBadge } from './ProgramBadge.tsx';

export function ProgramsPage() {
  const { programs } = useText();
  const add = (
    <Button variant="primary" url="/programs/new">
      {programs.add}
    </Button>
  );
  return (
    <ScreenOf title={programs.title} query={usePrograms()}>
      {(rows) => (
        <Screen title={programs.title} primaryAction={rows.length === 0 ? undefined : add}>
          <Card padding="0">
            {rows.length === 0 ? <EmptyState {...programs.empty}>{add}</EmptyState> : <ProgramTable rows={rows} />}
          </Card>
        </Screen>
      )}
    </ScreenOf>
  );
}

function ProgramTable({ rows }: { readonly rows: readonly ProgramRowView[] }) {
  const { programs } = useText();
  const format = useFormat();
  const words = programs.columns;
  const columns: readonly [Column<ProgramRowView>, ...Column<ProgramRowView>[]] = [
    { id: 'name', title: words.name, cell: ({ name }) => (name === '' ? programs.nameless : name) },
    { id: 'state', title: words.state, cell: (row) => <ProgramStates row={row} /> },
    { id: 'mechanic', title: words.mechanic, cell: ({ mechanic }) => programs.mechanics[mechanic] ?? mechanic },
    { id: 'holders', title: words.holders, cell: ({ holders }) => format.count(holders), isNumber: true },
    { id: 'version', title: words.version, cell: ({ lastVersion }) => programs.version(lastVersion), isNumber: true },
  ];
  return (
    <DataList
      label={programs.title}
      rows={rows}
      columns={columns}
      keyOf={({ id }) => id}
      urlOf={({ id }) => `/programs/${id}`}
    />
  );
}

function ProgramStates({ row }: { readonly row: ProgramRowView }) {
  const { programs } = useText();
  return (
    <InlineStack gap="200">
      <ProgramBadge state={row.state} />
      {row.state === 'published' && row.hasDraft && <Badge tone="attention">{programs.hasDraft}</Badge>}
    </InlineStack>
  );
}

import type { ProgramRowView } from '../../../shared/contract/program.ts';
import type { SimulationListView, SimulationRowView } from '../../../shared/contract/simulation.ts';
import { usePrograms } from '../../api/usePrograms.ts';
import { useSimulations } from '../../api/useSimulations.ts';
import { Button } from '../../kit/controls.ts';
import { type Column, DataList } from '../../kit/DataList.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { BlockStack, Box, Card } from '../../kit/structure.ts';
import { DateTime } from '../../kit/Values.tsx';
import { Text } from '../../kit/words.ts';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { useFormat, useText } from '../../session/shop.tsx';
import { SimulationBadge } from './SimulationBadge.tsx';
import { SimulationForm } from './SimulationForm.tsx';
import { periodWords, simulatedNames } from './simulated-words.ts';

/** What to simulate, and what was simulated before. */
export function SimulationsPage() {
  const { simulations } = useText();
  const programs = usePrograms();
  return (
    <ScreenOf title={simulations.title} query={useSimulations()}>
      {(list) => (
        <ScreenOf title={simulations.title} query={programs}>
          {(rows) => (
            <Screen title={simulations.title} subtitle={simulations.lead}>
              <Whole list={list} programs={rows} />
            </Screen>
          )}
        </ScreenOf>
      )}
    </ScreenOf>
  );
}

type Props = { readonly list: SimulationListView; readonly programs: readonly ProgramRowView[] };

function Whole({ list, programs }: Props) {
  const { simulations, programs: words } = useText();
  const isEmpty = !list.hasPast || programs.length === 0;
  return (
    <BlockStack gap="400">
      {!list.hasPast && (
        <Card padding="0">
          <EmptyState {...simulations.empty}>
            <Button variant="primary" url="/">
              {simulations.empty.action}
            </Button>
          </EmptyState>
        </Card>
      )}
      {list.hasPast && programs.length === 0 && (
        <Card padding="0">
          <EmptyState {...simulations.noPrograms}>
            <Button variant="primary" url="/programs/new">
              {words.add}
            </Button>
          </EmptyState>
        </Card>
      )}
      {!isEmpty && <SimulationForm programs={programs} list={list} />}
      {list.rows.length > 0 && <Recent rows={list.rows} />}
    </BlockStack>
  );
}

function Recent({ rows }: { readonly rows: readonly SimulationRowView[] }) {
  const text = useText();
  const format = useFormat();
  const { recent } = text.simulations;
  const columns: readonly [Column<SimulationRowView>, ...Column<SimulationRowView>[]] = [
    { id: 'programs', title: recent.columns.programs, cell: (row) => simulatedNames(row, text) },
    { id: 'period', title: recent.columns.period, cell: (row) => periodWords(row, text, format) },
    { id: 'state', title: recent.columns.state, cell: (row) => <SimulationBadge state={row.state} /> },
    { id: 'when', title: recent.columns.when, cell: ({ createdAt }) => <DateTime at={createdAt} withTime /> },
  ];
  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd="200">
        <Text as="h2" variant="headingMd">
          {recent.title}
        </Text>
      </Box>
      <DataList
        label={recent.title}
        rows={rows}
        columns={columns}
        keyOf={({ id }) => id}
        urlOf={({ id }) => `/simulations/${id}`}
      />
      <Box padding="400">
        <Text as="p" tone="subdued">
          {recent.kept}
        </Text>
      </Box>
    </Card>
  );
}

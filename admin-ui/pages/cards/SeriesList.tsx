import type { SeriesView } from '../../../shared/contract/api.ts';
import { useSeries } from '../../api/useCards.ts';
import { Button } from '../../kit/controls.ts';
import { type Column, DataList } from '../../kit/DataList.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { LoadingPart } from '../../kit/LoadingPage.tsx';
import { Box, Card } from '../../kit/structure.ts';
import { DateTime } from '../../kit/Values.tsx';
import { Badge, Text } from '../../kit/words.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useFormat, useText } from '../../session/shop.tsx';

export function SeriesList({ onEmit }: { readonly onEmit: () => void }) {
  const { cards, common } = useText();
  const words = cards.series;
  const series = useSeries();
  return (
    <Card padding="0">
      <Box padding="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
      </Box>
      <Loaded query={series} loading={<LoadingPart label={common.loading} />}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState {...words.empty}>
              <Button onClick={onEmit}>{words.add}</Button>
            </EmptyState>
          ) : (
            <SeriesTable series={all} />
          )
        }
      </Loaded>
    </Card>
  );
}

function SeriesTable({ series }: { readonly series: readonly SeriesView[] }) {
  const words = useText().cards.series;
  const columns: readonly [Column<SeriesView>, ...Column<SeriesView>[]] = [
    { id: 'name', title: words.columns.name, cell: ({ name }) => name },
    { id: 'program', title: words.columns.program, cell: ({ programName }) => programName },
    { id: 'emitted', title: words.columns.emitted, cell: (row) => <Emitted series={row} />, isNumber: true },
    { id: 'issued', title: words.columns.issued, cell: (row) => <Issued series={row} />, isNumber: true },
    {
      id: 'created',
      title: words.columns.created,
      cell: ({ createdAt }) => <DateTime at={createdAt} />,
      isNumber: true,
    },
    {
      id: 'expires',
      title: words.columns.expires,
      cell: ({ expiresAt }) => (expiresAt === null ? words.never : <DateTime at={expiresAt - 1} />),
      isNumber: true,
    },
  ];
  return (
    <DataList
      label={words.title}
      rows={series}
      columns={columns}
      keyOf={({ id }) => id}
      urlOf={({ id }) => `/cards/series/${id}`}
    />
  );
}

/** A large series is made in the background; until it is whole, how far it is. */
function Emitted({ series }: { readonly series: SeriesView }) {
  const words = useText().cards.series;
  const { count } = useFormat();
  if (series.emitted >= series.count) return <>{count(series.count)}</>;
  return <Badge tone="info">{words.emitting(count(series.emitted), count(series.count))}</Badge>;
}

function Issued({ series }: { readonly series: SeriesView }) {
  const { count } = useFormat();
  return <>{useText().cards.series.issuedOf(count(series.issued), count(series.emitted))}</>;
}

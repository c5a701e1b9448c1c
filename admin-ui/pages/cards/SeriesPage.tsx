import { useParams, useSearchParams } from 'react-router-dom';
import type { CardView, SeriesView } from '../../../shared/contract/api.ts';
import { useCards, useSeries } from '../../api/useCards.ts';
import { Select } from '../../kit/controls.ts';
import { DataList } from '../../kit/DataList.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { LoadingPart } from '../../kit/LoadingPage.tsx';
import { Pager } from '../../kit/Pager.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { Box, Card } from '../../kit/structure.ts';
import { DateTime, None } from '../../kit/Values.tsx';
import { Link } from '../../kit/words.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { useKeysetPaging } from '../../route/useKeysetPaging.ts';
import { useText } from '../../session/shop.tsx';
import { CardStateBadge } from './CardStateBadge.tsx';

const PAGE_MAX = 50;

export function SeriesPage() {
  const { id = '' } = useParams();
  const { cards } = useText();
  return (
    <ScreenOf title={cards.series.title} back={{ content: cards.title, url: '/cards' }} query={useSeries()}>
      {(all) => <CardsOfSeries id={id} series={all.find((each) => each.id === id) ?? null} />}
    </ScreenOf>
  );
}

function CardsOfSeries({ id, series }: { readonly id: string; readonly series: SeriesView | null }) {
  const { cards, common, customer } = useText();
  const [params, setParams] = useSearchParams();
  const paging = useKeysetPaging();
  const state = params.get('states') ?? '';
  const found = useCards({ seriesId: id, states: state === '' ? [] : [state], after: paging.after, max: PAGE_MAX });
  const states = Object.entries(customer.cardStates).map(([value, label]) => ({ value, label }));
  const narrow = (chosen: string) =>
    setParams((seen) => {
      const next = new URLSearchParams(seen);
      next.delete('after');
      next.delete('states');
      if (chosen !== '') next.set('states', chosen);
      return next;
    });
  return (
    <Screen
      title={series === null ? cards.series.title : cards.list.title(series.name)}
      back={{ content: cards.title, url: '/cards' }}
    >
      <Card padding="0">
        <Box padding="300" maxWidth="320px">
          <Select
            label={cards.list.state}
            labelInline
            options={[{ value: '', label: cards.list.allStates }, ...states]}
            value={state}
            onChange={narrow}
          />
        </Box>
        <Loaded query={found} loading={<LoadingPart label={common.loading} lines={10} />}>
          {(list) => (
            <>
              <CardTable cards={list.cards} isStale={found.isPlaceholderData} />
              <Pager
                label={common.paging(cards.title)}
                previousLabel={common.previous}
                nextLabel={common.next}
                onPrevious={paging.previous}
                onNext={list.nextAfter === null ? null : () => paging.next?.(list.nextAfter ?? '')}
              />
            </>
          )}
        </Loaded>
      </Card>
    </Screen>
  );
}

function CardTable({ cards, isStale }: { readonly cards: readonly CardView[]; readonly isStale: boolean }) {
  const { list, title } = useText().cards;
  if (cards.length === 0) return <EmptyState isPart title={list.empty} message="" />;
  return (
    <DataList
      label={title}
      rows={cards}
      keyOf={({ number }) => number}
      urlOf={({ number }) => `/cards/${number}`}
      isStale={isStale}
      columns={[
        { id: 'number', title: list.columns.number, cell: ({ number }) => number },
        { id: 'state', title: list.columns.state, cell: ({ state }) => <CardStateBadge state={state} /> },
        { id: 'holder', title: list.columns.holder, cell: (card) => <Holder card={card} /> },
        {
          id: 'issued',
          title: list.columns.issued,
          cell: ({ issuedAt }) => <DateTime at={issuedAt} />,
          isNumber: true,
        },
      ]}
    />
  );
}

function Holder({ card }: { readonly card: CardView }) {
  const { customers } = useText();
  if (card.customerId === null) return <None />;
  return <Link url={`/customers/${card.customerId}`}>{card.customerName ?? customers.nameless}</Link>;
}

import { useSearchParams } from 'react-router-dom';
import type { InboxListView } from '../../../shared/contract/inbox.ts';
import { useInbox } from '../../api/useInbox.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { LoadingPart } from '../../kit/LoadingPage.tsx';
import { Pager } from '../../kit/Pager.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { Card } from '../../kit/structure.ts';
import { TabList } from '../../kit/TabList.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { withKeptParams } from '../../route/kept-params.ts';
import { type Paging, useKeysetPaging } from '../../route/useKeysetPaging.ts';
import { useFormat, useText } from '../../session/shop.tsx';
import { InboxTable } from './InboxTable.tsx';
import { countOf, type InboxTab, TAB_STATES, tabOf } from './inbox-tabs.ts';

export function InboxPage() {
  const { inbox, common } = useText();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const paging = useKeysetPaging();
  const tab = tabOf(params.get('states') ?? '');
  const list = useInbox(TAB_STATES[tab], paging.after);
  const counts = list.data?.counts ?? null;
  const tabs = (Object.keys(TAB_STATES) as InboxTab[]).map((id) => ({
    id,
    title: counts === null ? inbox.tabs[id] : inbox.tab(inbox.tabs[id], format.count(countOf(id, counts))),
  }));
  const open = (id: string) => {
    const states = TAB_STATES[id as InboxTab].join(',');
    setParams(new URLSearchParams(withKeptParams(`?${new URLSearchParams({ states }).toString()}`).slice(1)));
  };
  return (
    <Screen title={inbox.title} subtitle={inbox.intro}>
      <Card padding="0">
        <TabList tabs={tabs} selected={tab} onSelect={open}>
          <Loaded query={list} loading={<LoadingPart label={common.loading} lines={10} />}>
            {(view) => <Deliveries view={view} isStale={list.isPlaceholderData} paging={paging} />}
          </Loaded>
        </TabList>
      </Card>
    </Screen>
  );
}

type Props = { readonly view: InboxListView; readonly isStale: boolean; readonly paging: Paging };

function Deliveries({ view, isStale, paging }: Props) {
  const { inbox, common } = useText();
  const { rows, nextBefore } = view;
  return (
    <>
      {rows.length === 0 ? <EmptyState {...inbox.empty} /> : <InboxTable rows={rows} isStale={isStale} />}
      <Pager
        label={common.paging(inbox.title)}
        previousLabel={common.previous}
        nextLabel={common.next}
        onPrevious={paging.previous}
        onNext={nextBefore === null ? null : () => paging.next?.(nextBefore)}
      />
    </>
  );
}

import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { CustomerView } from '../../../shared/contract/api.ts';
import { useCustomer } from '../../api/useCustomer.ts';
import { useArchiveCustomer } from '../../api/useCustomersApi.ts';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { BlockStack } from '../../kit/structure.ts';
import { TabList } from '../../kit/TabList.tsx';
import { useToast } from '../../kit/Toasts.tsx';
import { Badge, Text } from '../../kit/words.ts';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useGo } from '../../route/useGo.ts';
import { useText } from '../../session/shop.tsx';
import { CustomerNotices } from './CustomerNotices.tsx';
import { GiveLevelDialog } from './GiveLevelDialog.tsx';
import { InstrumentsTab } from './InstrumentsTab.tsx';
import { JournalTab } from './JournalTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { ReturnsTab } from './ReturnsTab.tsx';
import { SalesTab } from './SalesTab.tsx';

export function CustomerPage() {
  const { id = '' } = useParams();
  const { common } = useText();
  return (
    <ScreenOf
      title={common.customer}
      back={{ content: common.navigation.customers, url: '/customers' }}
      query={useCustomer(id)}
    >
      {(view) => <CustomerScreen view={view} />}
    </ScreenOf>
  );
}

type Asked = 'archive' | 'level' | null;

function CustomerScreen({ view }: { readonly view: CustomerView }) {
  const { customer, customers, quoteWhy, common } = useText();
  const { tab = 'overview' } = useParams();
  const go = useGo();
  const [asked, setAsked] = useState<Asked>(null);
  const archive = useArchiving(view, () => setAsked(null));
  const states: Readonly<Record<string, string>> = customers.states;
  const isArchived = view.state === 'archived';
  const isGone = view.state === 'merged' || view.state === 'erased';
  const tabs = Object.entries(customer.tabs).map(([id, title]) => ({ id, title }));
  const close = () => setAsked(null);
  return (
    <Screen
      title={view.name === '' ? customers.nameless : view.name}
      titleMetadata={view.state === 'entered' ? undefined : <Badge>{states[view.state] ?? view.state}</Badge>}
      back={{ content: common.navigation.customers, url: '/customers' }}
      secondaryActions={
        isGone
          ? []
          : [
              { content: customer.edit, url: `/customers/${view.id}/edit` },
              { content: quoteWhy.action, url: `/customers/${view.id}/try` },
              { content: customer.give.action, onAction: () => setAsked('level') },
              isArchived
                ? { content: customer.unarchive, onAction: () => archive.send(false), loading: archive.isBusy }
                : { content: customer.archive, onAction: () => setAsked('archive') },
            ]
      }
    >
      <BlockStack gap="400">
        <CustomerNotices view={view} />
        <TabList
          tabs={tabs}
          selected={tab}
          onSelect={(id) => go(id === 'overview' ? `/customers/${view.id}` : `/customers/${view.id}/${id}`)}
        >
          <CustomerTab tab={tab} view={view} />
        </TabList>
      </BlockStack>
      <ConfirmDialog
        open={asked === 'archive'}
        title={customer.archiveDialog.title}
        confirmLabel={customer.archiveDialog.confirm}
        cancelLabel={common.cancel}
        isDestructive
        isBusy={archive.isBusy}
        onConfirm={() => archive.send(true)}
        onClose={close}
      >
        <Text as="p">{customer.archiveDialog.message}</Text>
      </ConfirmDialog>
      {asked === 'level' && <GiveLevelDialog view={view} onClose={close} />}
    </Screen>
  );
}

function CustomerTab({ tab, view }: { readonly tab: string; readonly view: CustomerView }) {
  if (tab === 'sales') return <SalesTab id={view.id} />;
  if (tab === 'returns') return <ReturnsTab id={view.id} />;
  if (tab === 'instruments') return <InstrumentsTab view={view} />;
  if (tab === 'journal') return <JournalTab id={view.id} />;
  return <OverviewTab view={view} />;
}

function useArchiving(view: CustomerView, onDone: () => void) {
  const { customer } = useText();
  const archive = useArchiveCustomer(view.id);
  const say = useToast();
  const sayFailure = useSayFailure();
  const send = (archived: boolean) =>
    archive.mutate(
      { archived },
      {
        onSuccess: () => say(archived ? customer.archived : customer.unarchived),
        onError: sayFailure,
        onSettled: onDone,
      },
    );
  return { send, isBusy: archive.isPending };
}

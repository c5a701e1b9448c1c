import { useParams } from 'react-router-dom';
import type { InboxView } from '../../../shared/contract/inbox.ts';
import { useDelivery } from '../../api/useInbox.ts';
import { useReplay } from '../../api/useInboxApi.ts';
import { Button } from '../../kit/controls.ts';
import { DataList } from '../../kit/DataList.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { BlockStack, Box, Card } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { DateTime, None } from '../../kit/Values.tsx';
import { Text } from '../../kit/words.ts';
import { useFaultWords } from '../../parts/faults.ts';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useFormat, useText } from '../../session/shop.tsx';
import { DeliveryBadge } from './DeliveryBadge.tsx';
import { DeliveryBody } from './DeliveryBody.tsx';
import { outcomeWords } from './outcome-words.ts';

export function DeliveryPage() {
  const { id = '' } = useParams();
  const { inbox } = useText();
  return (
    <ScreenOf title={inbox.title} back={{ content: inbox.title, url: '/inbox' }} query={useDelivery(id)}>
      {(view) => <Delivery view={view} />}
    </ScreenOf>
  );
}

function Delivery({ view }: { readonly view: InboxView }) {
  const { inbox } = useText();
  return (
    <Screen
      title={inbox.item.title(view.topic)}
      titleMetadata={<DeliveryBadge state={view.state} />}
      back={{ content: inbox.title, url: '/inbox' }}
      primaryAction={<ReplayButton view={view} />}
    >
      <BlockStack gap="400">
        <DeliveryFaults faults={view.faults} />
        <DeliveryFacts view={view} />
        <DeliveryBody view={view} />
      </BlockStack>
    </Screen>
  );
}

function ReplayButton({ view }: { readonly view: InboxView }) {
  const { item } = useText().inbox;
  const replay = useReplay(view.id);
  const say = useToast();
  const sayFailure = useSayFailure();
  const isUnderWay = view.state === 'filed' || view.state === 'leased';
  const send = () => replay.mutate(undefined, { onSuccess: () => say(item.replayed), onError: sayFailure });
  return (
    <Button variant="primary" loading={replay.isPending} disabled={isUnderWay || view.body === null} onClick={send}>
      {item.replay}
    </Button>
  );
}

function DeliveryFacts({ view }: { readonly view: InboxView }) {
  const { inbox } = useText();
  const format = useFormat();
  const words = inbox.item;
  return (
    <Card>
      <Facts
        facts={[
          {
            title: words.outcome,
            value: view.outcome === null ? <None /> : outcomeWords(view.outcome, inbox.outcomes),
          },
          { title: words.received, value: <DateTime at={view.receivedAt} withTime /> },
          { title: words.triggered, value: <DateTime at={view.triggeredAt} withTime /> },
          { title: words.tries, value: format.count(view.tries) },
          { title: words.webhookId, value: view.webhookId },
          { title: words.apiVersion, value: view.apiVersion === '' ? <None /> : view.apiVersion },
        ]}
      />
    </Card>
  );
}

function DeliveryFaults({ faults }: Pick<InboxView, 'faults'>) {
  const { item } = useText().inbox;
  const words = useFaultWords();
  if (faults.length === 0) return null;
  return (
    <Card padding="0">
      <Box padding="400">
        <Text as="h2" variant="headingMd">
          {item.faults}
        </Text>
      </Box>
      <DataList
        label={item.faults}
        rows={faults}
        keyOf={(fault) => `${fault.path} ${words(fault)}`}
        columns={[
          { id: 'path', title: item.faultPath, cell: ({ path }) => <code>{path}</code> },
          { id: 'message', title: item.faultMessage, cell: words },
        ]}
      />
    </Card>
  );
}

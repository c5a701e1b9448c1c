import type { InboxRowView, InboxView } from '../../../shared/contract/inbox.ts';
import type { InboxItem } from '../../app/ports/inbox-store.ts';

export const inboxRowView = (item: InboxItem): InboxRowView => ({
  id: item.id,
  topic: item.topic,
  webhookId: item.webhookId,
  apiVersion: item.apiVersion,
  receivedAt: item.receivedAt,
  triggeredAt: item.triggeredAt,
  state: item.state,
  tries: item.tries,
  outcome: item.outcome,
  faults: item.faults,
});

export const inboxView = (item: InboxItem): InboxView => ({ ...inboxRowView(item), body: item.body });

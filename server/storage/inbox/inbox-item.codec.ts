import { type Fault, unreadable } from '../../../shared/domain/fault.ts';
import type { InboxId, Instant } from '../../../shared/domain/ids.ts';
import type { FileDelivery, InboxItem } from '../../app/ports/inbox-store.ts';

/** Rows of before decision 0045 hold the reader's words as `message`. */
type StoredFault = Fault | { readonly path: string; readonly message: string };

/**
 * `dueAt`: when it may be leased, or leased again; absent once settled. `bodyAt`: when the body came, as long as it is
 * kept. `isForgotten`: the body goes as soon as it is settled.
 */
export type InboxDoc = Omit<InboxItem, 'id' | 'faults'> & {
  readonly faults: readonly StoredFault[];
  readonly _id: InboxId;
  readonly dueAt?: Instant;
  readonly bodyAt?: Instant;
  readonly lease?: string;
  readonly isForgotten?: true;
};

export function encodeDelivery(_id: InboxId, delivery: FileDelivery): Omit<InboxDoc, 'shop'> {
  const { webhookId, topic, apiVersion, triggeredAt, receivedAt, body } = delivery;
  const { notBeforeAt = receivedAt } = delivery;
  const waits = { state: 'filed', tries: 0, notBeforeAt, dueAt: notBeforeAt } as const;
  const bodyAt = body === null ? {} : { bodyAt: receivedAt };
  const told = { _id, webhookId, topic, apiVersion, triggeredAt, receivedAt, body };
  return { ...told, ...waits, ...bodyAt, outcome: null, faults: [] };
}

/** A listed item comes without its body. */
export const decodeInboxItem = (doc: Omit<InboxDoc, 'body'> & { readonly body?: string | null }): InboxItem => ({
  id: doc._id,
  shop: doc.shop,
  webhookId: doc.webhookId,
  topic: doc.topic,
  apiVersion: doc.apiVersion,
  triggeredAt: doc.triggeredAt,
  receivedAt: doc.receivedAt,
  state: doc.state,
  tries: doc.tries,
  notBeforeAt: doc.notBeforeAt,
  outcome: doc.outcome,
  faults: doc.faults.map((fault) => ('message' in fault ? unreadable(fault.path, fault.message) : fault)),
  body: doc.body ?? null,
});

import { asIs, defineStored, flag, number, text, wholeNumber, wholeText } from '../define-stored.ts';
import type { InboxDoc } from './inbox-item.codec.ts';

export const storedInboxItems = defineStored<InboxDoc>(
  'inbox',
  {
    _id: wholeText,
    webhookId: wholeText,
    topic: text,
    apiVersion: text,
    triggeredAt: number,
    receivedAt: wholeNumber,
    state: wholeText,
    tries: wholeNumber,
    notBeforeAt: wholeNumber,
    outcome: text,
    faults: [asIs],
    body: text,
    dueAt: number,
    bodyAt: number,
    lease: text,
    isForgotten: flag,
  },
  [
    // A delivery is filed once.
    { fields: { shop: 1, webhookId: 1 }, options: { unique: true } },
    { fields: { shop: 1, state: 1, receivedAt: 1, _id: 1 } },
    // What waits, of any shop: the pump serves all of them. Settled items are not in it.
    { fields: { dueAt: 1 }, options: { partialFilterExpression: { dueAt: { $exists: true } } } },
    // Bodies still kept, by age: for privacy, and to be forgotten in time.
    { fields: { shop: 1, bodyAt: 1 }, options: { partialFilterExpression: { bodyAt: { $exists: true } } } },
  ],
  { isLight: true },
);

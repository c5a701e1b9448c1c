import { defineStored, text, wholeNumber, wholeText } from '../define-stored.ts';
import type { OutboxDoc } from './outbox.codec.ts';

export const storedOutbox = defineStored<OutboxDoc>(
  'entitlement-outbox',
  {
    customerId: wholeText,
    sequence: wholeNumber,
    tries: wholeNumber,
    dueAt: wholeNumber,
    putAt: wholeNumber,
    lease: text,
    why: text,
  },
  [
    { fields: { shop: 1, customerId: 1 }, options: { unique: true } },
    { fields: { shop: 1, dueAt: 1 } },
    // Which shop waits longest: the pump serves all of them.
    { fields: { dueAt: 1 } },
  ],
  { isLight: true },
);

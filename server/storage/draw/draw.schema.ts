import { asIs, defineStored, number, sealed, text, wholeNumber, wholeText } from '../define-stored.ts';
import type { DrawDoc, LotDoc } from './draw.codec.ts';

export const storedDraws = defineStored<DrawDoc>(
  'draws',
  {
    drawId: wholeText,
    terms: { ...asIs, required: true },
    termsText: wholeText,
    commitment: wholeText,
    state: wholeText,
    createdAt: wholeNumber,
    closed: asIs,
    drawn: asIs,
    isTold: { type: Boolean },
    trail: [asIs],
    revision: wholeNumber,
    seed: sealed,
    dueAt: number,
  },
  [
    { fields: { shop: 1, drawId: 1 }, options: { unique: true } },
    { fields: { shop: 1, createdAt: -1, drawId: -1 } },
    // Those that wait for the clock.
    { fields: { shop: 1, dueAt: 1 }, options: { partialFilterExpression: { dueAt: { $exists: true } } } },
  ],
);

export const storedLots = defineStored<LotDoc>(
  'lots',
  { drawId: wholeText, listId: wholeText, lot: wholeText, customerId: text },
  [
    // A list in the order in which it is hashed.
    { fields: { shop: 1, drawId: 1, listId: 1, lot: 1 }, options: { unique: true } },
    {
      fields: { shop: 1, customerId: 1, drawId: 1, listId: 1, lot: 1 },
      options: { partialFilterExpression: { customerId: { $exists: true } } },
    },
  ],
);

import { asIs, defineStored, number, text, wholeNumber, wholeText } from '../define-stored.ts';
import type { CardDoc, SeriesDoc } from './card.codec.ts';

export const storedCards = defineStored<CardDoc>(
  'cards',
  {
    number: wholeText,
    seriesId: wholeText,
    programId: wholeText,
    state: wholeText,
    customerId: text,
    issuedAt: number,
    issuedBy: text,
    replacedBy: text,
    expiresAt: number,
    endsAt: number,
    history: [asIs],
    revision: wholeNumber,
  },
  [
    { fields: { shop: 1, number: 1 }, options: { unique: true } },
    { fields: { shop: 1, state: 1, number: 1 } },
    { fields: { shop: 1, seriesId: 1, state: 1, number: 1 } },
    { fields: { shop: 1, programId: 1, state: 1, number: 1 } },
    {
      fields: { shop: 1, customerId: 1, number: 1 },
      options: { partialFilterExpression: { customerId: { $exists: true } } },
    },
    {
      fields: { shop: 1, issuedBy: 1, number: 1 },
      options: { partialFilterExpression: { issuedBy: { $exists: true } } },
    },
    // Cards that time will end.
    { fields: { shop: 1, endsAt: 1 }, options: { partialFilterExpression: { endsAt: { $exists: true } } } },
  ],
);

export const storedSeries = defineStored<SeriesDoc>(
  'series',
  {
    seriesId: wholeText,
    programId: wholeText,
    name: text,
    prefix: wholeText,
    count: wholeNumber,
    emitted: wholeNumber,
    expiresAt: number,
    createdAt: wholeNumber,
  },
  [{ fields: { shop: 1, seriesId: 1 }, options: { unique: true } }],
);

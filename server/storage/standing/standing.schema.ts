import { asIs, defineStored, number, wholeNumber, wholeText } from '../define-stored.ts';
import type { StandingDoc } from './standing.codec.ts';

export const storedStandings = defineStored<StandingDoc>(
  'standings',
  { customerId: wholeText, sequence: wholeNumber, standing: { ...asIs, required: true }, changesAt: number },
  [
    { fields: { shop: 1, customerId: 1 }, options: { unique: true } },
    // Those that time alone will change.
    {
      fields: { shop: 1, changesAt: 1 },
      options: { partialFilterExpression: { changesAt: { $exists: true } } },
    },
  ],
);

import { defineStored, wholeNumber, wholeText } from '../define-stored.ts';
import type { GuessDoc } from './guess.codec.ts';

export const storedGuesses = defineStored<GuessDoc>(
  'guesses',
  {
    bucket: wholeText,
    windowStartsAt: wholeNumber,
    wrong: wholeNumber,
    limited: wholeNumber,
    forgetAt: { type: Date, required: true },
  },
  [
    { fields: { shop: 1, bucket: 1, windowStartsAt: 1 }, options: { unique: true } },
    // Counters that have served their window; the only rows that time removes.
    { fields: { forgetAt: 1 }, options: { expireAfterSeconds: 0 } },
  ],
  { isLight: true },
);

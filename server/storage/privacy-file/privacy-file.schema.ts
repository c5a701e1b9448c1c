import { defineStored, sealed, text, wholeNumber, wholeText } from '../define-stored.ts';
import type { PrivacyFileDoc } from './privacy-file.codec.ts';

export const storedPrivacyFiles = defineStored<PrivacyFileDoc>(
  'privacy-files',
  { requestId: wholeText, customerId: text, madeAt: wholeNumber, bytes: wholeNumber, body: sealed },
  [
    { fields: { shop: 1, requestId: 1 }, options: { unique: true } },
    { fields: { shop: 1, madeAt: -1 } },
    { fields: { shop: 1, customerId: 1 } },
    // The job that forgets old files serves all shops.
    { fields: { madeAt: 1 } },
  ],
);

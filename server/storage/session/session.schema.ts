import { defineStored, sealed, wholeNumber, wholeText } from '../define-stored.ts';
import type { SessionDoc, SessionLockDoc } from './session.codec.ts';

export const storedSessions = defineStored<SessionDoc>('sessions', { tokens: sealed }, [
  { fields: { shop: 1 }, options: { unique: true } },
]);

export const storedSessionLocks = defineStored<SessionLockDoc>(
  'session-locks',
  { until: wholeNumber, holder: wholeText },
  [{ fields: { shop: 1 }, options: { unique: true } }],
);

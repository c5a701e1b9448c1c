import type { CustomerId, Instant } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';

/** Whose standing the card gives at this moment; null for a card that is blank, at its end, or not there. */
export const usableHolder = (
  card: Pick<Card, 'state' | 'customerId' | 'expiresAt'> | null,
  now: Instant,
): CustomerId | null =>
  card?.state === 'issued' && (card.expiresAt === null || card.expiresAt > now) ? card.customerId : null;

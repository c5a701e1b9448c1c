import type { CustomerId, Instant } from '../ids.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Card } from './card.ts';

/** Why a card cannot do what was asked (I4: emitted → issued → replaced | blocked | expired). */
export type CardFault =
  | { readonly code: 'card_blocked' | 'card_replaced' | 'card_expired' | 'card_not_issued' | 'card_already_issued' }
  | { readonly code: 'card_of_another_program' }
  | { readonly code: 'card_of_somebody_else'; readonly customerId: CustomerId };

const isPast = (card: Card, now: Instant) => card.expiresAt !== null && card.expiresAt <= now;

function ended(card: Card, now: Instant): CardFault | null {
  if (card.state === 'replaced') return { code: 'card_replaced' };
  if (card.state === 'blocked') return { code: 'card_blocked' };
  return card.state === 'expired' || isPast(card, now) ? { code: 'card_expired' } : null;
}

/** May the card be given to this customer? `already` when it is theirs, so that the same twice is no error. */
export function checkLinkable(
  card: Card,
  customerId: CustomerId,
  now: Instant,
): Result<'fresh' | 'already', CardFault> {
  const fault = ended(card, now);
  if (fault !== null) return refused(fault);
  if (card.state === 'emitted') return ok('fresh');
  if (card.customerId === customerId) return ok('already');
  return refused({ code: 'card_of_somebody_else', customerId: card.customerId ?? customerId });
}

/**
 * May `by` take over from the card? One that was issued, blocked or has expired can be replaced, by a blank one of the
 * same program or another one of the same holder, never by itself.
 */
export function checkReplaceable(card: Card, by: Card, now: Instant): Result<'fresh' | 'already', CardFault> {
  if (card.state === 'replaced' && card.replacedBy === by.number) return ok('already');
  if (card.state === 'replaced') return refused({ code: 'card_replaced' });
  if (card.state === 'emitted' || card.customerId === null) return refused({ code: 'card_not_issued' });
  if (by.programId !== card.programId) return refused({ code: 'card_of_another_program' });
  if (by.number === card.number) return refused({ code: 'card_already_issued' });
  const fault = ended(by, now);
  if (fault !== null) return refused(fault);
  const isTheirs = by.customerId === card.customerId;
  return by.state === 'emitted' || isTheirs ? ok('fresh') : refused({ code: 'card_already_issued' });
}

/** May the card be blocked, or unblocked? What is so already is `already`. */
export function checkBlockable(card: Card, blocked: boolean): Result<'fresh' | 'already', CardFault> {
  if (card.state === 'replaced') return refused({ code: 'card_replaced' });
  if (card.state === 'expired') return refused({ code: 'card_expired' });
  return ok((card.state === 'blocked') === blocked ? 'already' : 'fresh');
}

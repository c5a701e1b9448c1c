import type { Instant } from '../ids.ts';
import type { Card, CardEvent, CardState } from './card.ts';

/** What a card is after an event; null: the event leaves it as it was. */
const AFTER: Readonly<Record<CardEvent['kind'], CardState | null>> = {
  emitted: 'emitted',
  issued: 'issued',
  unblocked: 'issued',
  replaced: 'replaced',
  blocked: 'blocked',
  expired: 'expired',
  moved: null,
};

/**
 * A card as it stood at an instant, so that one blocked, replaced or expired since then still counts for what was
 * bought before. One handed over later stays as it is: it does not count yet and says since when it will.
 */
export function cardThen(card: Card, at: Instant): Card {
  if (card.issuedAt === null || card.issuedAt > at) return card;
  const states = card.history.flatMap((event) => (event.at <= at ? (AFTER[event.kind] ?? []) : []));
  return { ...card, state: states.at(-1) ?? 'emitted' };
}

import type { CardNumber } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import type { HeldCard } from '../../../shared/domain/standing/standing.ts';

/** Whether a card, or the one that came for it, can be used; a chain of replacements ends well before the cap. */
function isAlive(card: Card, byNumber: ReadonlyMap<CardNumber, Card>): boolean {
  let at: Card | undefined = card;
  for (let hops = 0; hops <= byNumber.size && at?.state === 'replaced' && at.replacedBy !== null; hops += 1) {
    at = byNumber.get(at.replacedBy);
  }
  return at?.state === 'issued';
}

/**
 * The cards that make their customer a holder, from all that are or were linked to them. A replaced card still says
 * since when, as long as the one that came for it is alive; a blocked or expired one says nothing.
 */
export function heldCards(cards: readonly Card[]): readonly HeldCard[] {
  const byNumber = new Map(cards.map((card) => [card.number, card]));
  return cards.flatMap((card): HeldCard[] => {
    const { number, programId, issuedAt, issuedBy } = card;
    return issuedAt !== null && isAlive(card, byNumber) ? [{ number, programId, issuedAt, issuedBy }] : [];
  });
}

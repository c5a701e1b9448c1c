import type { Instant, OrderId } from '../ids.ts';
import type { ProgramVersion } from '../program/program.ts';
import { compareIds } from '../purchase/compare-ids.ts';
import { isPurchase } from '../purchase/net-purchase.ts';
import type { Facts, HeldCard } from './standing.ts';

/** A place in the order of purchases: by instant, then by order id (rules 1). */
export type Place = { readonly at: Instant; readonly orderId: OrderId | null };

/**
 * Whether a customer takes part at `asOf`, from which place on purchases count (null: all), since when the card year
 * runs, and the purchase that gave the card.
 */
export type Part = {
  readonly takesPart: boolean;
  readonly countsFrom: Place | null;
  readonly issuedAt: Instant | null;
  readonly givenWith: Place | null;
};

/** Of several cards the one issued first decides; at one instant the lower number. */
function firstCard(cards: readonly HeldCard[], version: ProgramVersion, asOf: Instant): HeldCard | null {
  let first: HeldCard | null = null;
  for (const card of cards) {
    if (card.programId !== version.programId || card.issuedAt > asOf) continue;
    const isEarlier = first === null || (card.issuedAt - first.issuedAt || compareIds(card.number, first.number)) < 0;
    if (isEarlier) first = card;
  }
  return first;
}

function giverOf(card: HeldCard, facts: Facts): Place | null {
  const giver = card.issuedBy === null ? undefined : facts.purchases.find((p) => p.orderId === card.issuedBy);
  if (giver === undefined || !isPurchase(giver.snapshot, facts)) return null;
  return { at: giver.snapshot.processedAt, orderId: giver.orderId };
}

/**
 * With a card program only a holder takes part. The purchase that gave the card counts, those before it only where
 * the program says so (rules 1, decision 0006).
 */
export function partOf(version: ProgramVersion, facts: Facts, asOf: Instant): Part {
  const { membership } = version;
  const card = firstCard(facts.cards, version, asOf);
  const givenWith = card === null ? null : giverOf(card, facts);
  const issuedAt = card?.issuedAt ?? null;
  if (membership.kind === 'everyone') return { takesPart: true, countsFrom: null, issuedAt, givenWith };
  if (card === null) return { takesPart: false, countsFrom: null, issuedAt, givenWith };
  const countsFrom = membership.earlier === 'count' ? null : (givenWith ?? { at: card.issuedAt, orderId: null });
  return { takesPart: true, countsFrom, issuedAt, givenWith };
}

import type { Instant } from '../ids.ts';
import type { ProgramVersion } from '../program/program.ts';
import type { Facts } from './standing.ts';

/** Whether a customer takes part at `asOf`, since when purchases count, and since when the card year runs. */
export type Part = { readonly takesPart: boolean; readonly countsFrom: Instant; readonly issuedAt: Instant | null };

const ALWAYS = Number.NEGATIVE_INFINITY;

/**
 * With a card program only a holder takes part. The purchase that gave the card counts, those before it only where
 * the program says so (rules 1). Of several cards the first issued one decides.
 */
export function partOf(version: ProgramVersion, facts: Facts, asOf: Instant): Part {
  const cards = facts.cards.filter((c) => c.programId === version.programId && c.issuedAt <= asOf);
  const first = cards.reduce<(typeof cards)[number] | null>(
    (a, b) => (a === null || b.issuedAt < a.issuedAt ? b : a),
    null,
  );
  if (version.membership.kind === 'everyone')
    return { takesPart: true, countsFrom: ALWAYS, issuedAt: first?.issuedAt ?? null };
  if (first === null) return { takesPart: false, countsFrom: ALWAYS, issuedAt: null };
  if (version.membership.earlier === 'count') return { takesPart: true, countsFrom: ALWAYS, issuedAt: first.issuedAt };
  const giver = facts.purchases.find((p) => p.orderId === first.issuedBy)?.snapshot;
  return {
    takesPart: true,
    countsFrom: Math.min(first.issuedAt, giver?.processedAt ?? first.issuedAt),
    issuedAt: first.issuedAt,
  };
}

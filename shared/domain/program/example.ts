import { addDays, DAY_MS, dayOf } from '../calendar/day.ts';
import type { Day } from '../entitlement/entitlement.ts';
import type { CardNumber, Instant, LineId, OrderId, ProgramId } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import { percentOf } from '../money/percent.ts';
import type { Purchase } from '../purchase/purchase.ts';
import { evaluate } from '../standing/evaluate.ts';
import type { Facts } from '../standing/standing.ts';
import type { ReadDraft } from './read-draft.ts';

/** One purchase of the example: what it cost before our discount, what was taken off, and where that leads. */
export type ExampleRow = {
  readonly day: Day;
  readonly amountMinor: number;
  readonly discountMinor: number;
  readonly spentMinor: number;
  readonly discountBpAfter: BasisPoints;
  readonly levelNameAfter: string | null;
};

const PROGRAM = 'prg_exampleexample' as ProgramId;
const PURCHASES = 8;

/** Amounts that walk through the levels: half the way to each threshold, then the other half. */
function amountsOf(version: ReadDraft): readonly number[] {
  const start = version.membership.kind === 'card' ? version.membership.fromMinor : 0;
  const steps = version.mechanic.kind === 'levels' ? version.mechanic.levels.map((l) => l.fromSpentMinor ?? 0) : [];
  const amounts: number[] = [];
  let reached = 0;
  for (const target of [start, ...steps].filter((amount) => amount > 0).sort((a, b) => a - b)) {
    const missing = target - reached;
    if (missing > 0)
      amounts.push(
        ...(amounts.length === 0 ? [missing] : [Math.floor(missing / 2), missing - Math.floor(missing / 2)]),
      );
    reached = Math.max(reached, target);
  }
  const filler = amounts[0] ?? 10_000;
  return [...amounts, filler, filler, filler].slice(0, PURCHASES);
}

function purchaseOf(i: number, at: Instant, amountMinor: number, version: ReadDraft): Purchase {
  const orderId = String(i + 1) as OrderId;
  const line = {
    lineId: '1' as LineId,
    productId: null,
    variantId: null,
    title: '',
    quantity: 1,
    removedQuantity: 0,
    priceMinor: amountMinor,
    amountMinor,
    ourDiscountMinor: 0,
    isGiftCard: false,
    isSalePriced: false,
  };
  const snapshot = {
    orderId,
    name: '',
    updatedAt: at,
    processedAt: at,
    cancelledAt: null,
    state: 'paid' as const,
    isTest: false,
    currency: version.currency,
    channel: 'web' as const,
    locationId: null,
    shopifyCustomerId: null,
    cardNumber: null,
    lines: [line],
  };
  return { orderId, snapshot, refunds: [] };
}

/**
 * The live example of the wizard, worked out by the core itself: an invented buyer who comes every two weeks. Each
 * purchase is charged with the standing just before it.
 */
export function exampleOf(draft: ReadDraft, now: Instant): readonly ExampleRow[] {
  const version = { ...draft, programId: PROGRAM, version: 1, effectiveAt: 0, endsAt: null };
  const first = now - (PURCHASES - 1) * 14 * DAY_MS;
  const card = { number: '2000000000008' as CardNumber, programId: PROGRAM, issuedAt: first, issuedBy: '1' as OrderId };
  const levels = draft.mechanic.kind === 'levels' ? draft.mechanic.levels : [];
  const purchases: Purchase[] = [];
  return amountsOf(draft).map((amountMinor, i) => {
    const at = first + i * 14 * DAY_MS;
    const facts = (): Facts => ({ purchases, cards: [card], manual: [], owedCounts: false });
    const discountMinor = percentOf(amountMinor, evaluate(version, facts(), at - 1).discountBp);
    purchases.push(purchaseOf(i, at, amountMinor - discountMinor, draft));
    const after = evaluate(version, facts(), at);
    return {
      day: addDays(dayOf(now, draft.timeZone), (i - PURCHASES + 1) * 14),
      amountMinor,
      discountMinor,
      spentMinor: after.spentMinor,
      discountBpAfter: after.discountBp,
      levelNameAfter: after.level === null ? null : (levels[after.level]?.name ?? null),
    };
  });
}

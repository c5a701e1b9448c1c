import { addDays, dayOf, startOfDay } from '../calendar/day.ts';
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

/**
 * Amounts that walk through the levels: the purchase that gives the card (or reaches the first level), then half the
 * way to each further threshold and the other half.
 */
function amountsOf({ membership, mechanic }: ReadDraft): readonly number[] {
  const levels = mechanic.kind === 'levels' ? mechanic.levels : [];
  const steps = levels.map((l) => l.fromSpentMinor ?? 0).filter((amount) => amount > 0);
  const first = membership.kind === 'card' && membership.fromMinor > 0 ? membership.fromMinor : (steps[0] ?? 10_000);
  const amounts = [first];
  let reached = first;
  for (const step of steps.filter((amount) => amount > first)) {
    const half = Math.floor((step - reached) / 2);
    amounts.push(...[half, step - reached - half].filter((amount) => amount > 0));
    reached = step;
  }
  return [...amounts, first, first, first].slice(0, PURCHASES);
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
  const today = dayOf(now, draft.timeZone);
  const dayAt = (i: number) => addDays(today, (i - PURCHASES + 1) * 14);
  const first = startOfDay(dayAt(0), draft.timeZone);
  const card = { number: '2000000000008' as CardNumber, programId: PROGRAM, issuedAt: first, issuedBy: '1' as OrderId };
  const levels = draft.mechanic.kind === 'levels' ? draft.mechanic.levels : [];
  const purchases: Purchase[] = [];
  return amountsOf(draft).map((amountMinor, i) => {
    const day = dayAt(i);
    const at = startOfDay(day, draft.timeZone);
    const facts = (): Facts => ({ purchases, cards: [card], manual: [], owedCounts: false });
    const discountMinor = percentOf(amountMinor, evaluate(version, facts(), at - 1).discountBp);
    purchases.push(purchaseOf(i, at, amountMinor - discountMinor, draft));
    const after = evaluate(version, facts(), at);
    return {
      day,
      amountMinor,
      discountMinor,
      spentMinor: after.spentMinor,
      discountBpAfter: after.discountBp,
      levelNameAfter: after.level === null ? null : (levels[after.level]?.name ?? null),
    };
  });
}

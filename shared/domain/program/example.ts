import { dayOf, startOfDay } from '../calendar/day.ts';
import type { Day } from '../entitlement/entitlement.ts';
import type { CardNumber, Instant, LineId, OrderId, ProductId, ProgramId } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { Purchase } from '../purchase/purchase.ts';
import type { QuotedLine } from '../quote/quote.ts';
import { quoteCart } from '../quote/quote-cart.ts';
import { claimsOf } from '../standing/claims.ts';
import { evaluate } from '../standing/evaluate.ts';
import { rewardClaimOf } from '../standing/reward-claim.ts';
import type { Facts, RewardStanding, Standing } from '../standing/standing.ts';
import { visitsOf } from './example-visits.ts';
import type { ReadDraft } from './read-draft.ts';

/** One purchase of the example: what it cost before our discount, what was taken off, and where that leads. */
export type ExampleRow = {
  readonly day: Day;
  /** How many steps the pause before this purchase took (rules 2.5). */
  readonly stepsBack: number;
  readonly amountMinor: number;
  readonly discountMinor: number;
  readonly spentMinor: number;
  readonly discountBpAfter: BasisPoints;
  readonly levelNameAfter: string | null;
  /** Only where the n-th item is rewarded: items counted, of how many, and what is ready then. */
  /** Only where marks are rewarded: how many are on the card, and how many rewards are ready then. */
  readonly marksAfter: { readonly marks: number; readonly ready: number } | null;
  readonly rewardsAfter: { readonly progress: number; readonly after: number; readonly worthMinor: number } | null;
};

const PROGRAM = 'prg_exampleexample' as ProgramId;

/** Three purchases fill the card, so that the example shows a reward arise and being used. */
const quantityOf = ({ mechanic }: ReadDraft): number =>
  mechanic.kind === 'nth_item' ? Math.max(1, Math.ceil(mechanic.items / 3)) : 1;

type Charged = {
  readonly amountMinor: number;
  readonly productId: ProductId | null;
  readonly quoted: QuotedLine | null;
};

function purchaseOf(i: number, at: Instant, { amountMinor, productId, quoted }: Charged, version: ReadDraft): Purchase {
  const orderId = String(i + 1) as OrderId;
  const line = {
    lineId: '1' as LineId,
    productId,
    variantId: null,
    title: '',
    quantity: quantityOf(version),
    removedQuantity: 0,
    priceMinor: amountMinor,
    amountMinor: amountMinor - (quoted?.discountMinor ?? 0),
    ourDiscountMinor: quoted?.discountMinor ?? 0,
    isGiftCard: false,
    isSalePriced: false,
    ...(quoted?.rewards === undefined ? {} : { reward: { ...quoted.rewards, givenMinor: quoted.discountMinor } }),
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

/** One listed product after another, so that each visit sets a mark. */
const productAt = ({ mechanic }: ReadDraft, visit: number): ProductId | null =>
  mechanic.kind === 'marks' ? (mechanic.products[visit % Math.max(1, mechanic.products.length)] ?? null) : null;

const rewardsOf = ({ progress, after, worthMinor }: RewardStanding) => ({ progress, after, worthMinor });

/** A new window begins anew, which is no pause. */
const stepsBetween = (after: Standing | null, before: Standing): number =>
  after === null || after.windowStartsAt !== before.windowStartsAt ? 0 : Math.max(0, after.position - before.position);

/**
 * The live example of the wizard, worked out by the core itself: an invented buyer, each of whose purchases is charged
 * with the standing just before it. All of it is goods of the program's scope, bought
 * where the program holds.
 */
export function exampleOf({ scope: _, where: __, ...draft }: ReadDraft, now: Instant): readonly ExampleRow[] {
  const version = { ...draft, programId: PROGRAM, version: 1, effectiveAt: 0, endsAt: null };
  const visits = visitsOf(draft, dayOf(now, draft.timeZone));
  const first = startOfDay(visits[0]?.day ?? dayOf(now, draft.timeZone), draft.timeZone);
  const card = { number: '2000000000008' as CardNumber, programId: PROGRAM, issuedAt: first, issuedBy: '1' as OrderId };
  const levels = draft.mechanic.kind === 'levels' ? draft.mechanic.levels : [];
  const purchases: Purchase[] = [];
  let last: Standing | null = null;
  return visits.map(({ day, amountMinor }, i) => {
    const at = startOfDay(day, draft.timeZone);
    const cards = () => (purchases.length === 0 ? [] : [card]);
    const facts = (): Facts => ({ purchases, cards: cards(), manual: [], redeemed: [], owedCounts: false });
    const before = evaluate(version, facts(), at);
    const owed = { asOf: at, standings: [before] };
    const cart = [{ id: '1', quantity: quantityOf(draft), amountMinor, floorMinor: 0 }];
    const quote = quoteCart(cart, claimsOf(owed), rewardClaimOf(owed));
    const discountMinor = quote.totalMinor;
    purchases.push(
      purchaseOf(i, at, { amountMinor, productId: productAt(draft, i), quoted: quote.lines[0] ?? null }, draft),
    );
    const after = evaluate(version, facts(), at);
    const stepsBack = stepsBetween(last, before);
    last = after;
    return {
      day,
      stepsBack,
      amountMinor,
      discountMinor,
      spentMinor: after.spentMinor,
      discountBpAfter: after.discountBp,
      levelNameAfter: after.level === null ? null : (levels[after.level]?.name ?? null),
      marksAfter: after.marks === undefined ? null : { marks: after.marks.set, ready: after.marks.ready.length },
      rewardsAfter: after.rewards === undefined ? null : rewardsOf(after.rewards),
    };
  });
}

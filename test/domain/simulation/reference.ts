import type { LineId, OrderId, ProductId, RefundId } from '../../../shared/domain/ids.ts';
import { percentOf } from '../../../shared/domain/money/percent.ts';
import type { Offer, Redeemed } from '../../../shared/domain/offer/offer.ts';
import { type OfferLine, offerDiscounts } from '../../../shared/domain/offer/quote-offer.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { holdsOf } from '../../../shared/domain/program/scope.ts';
import { holdsAt } from '../../../shared/domain/program/where.ts';
import { compareIds } from '../../../shared/domain/purchase/compare-ids.ts';
import type { Purchase } from '../../../shared/domain/purchase/purchase.ts';
import { floorMinor } from '../../../shared/domain/quote/floor.ts';
import type { QuotedLine } from '../../../shared/domain/quote/quote.ts';
import { quoteCart } from '../../../shared/domain/quote/quote-cart.ts';
import type { ScopedRewardClaim } from '../../../shared/domain/quote/rewards.ts';
import type { Mode } from '../../../shared/domain/simulation/frame.ts';
import { pastPlace } from '../../../shared/domain/simulation/past-place.ts';
import { madeBy, scopedTo } from '../../../shared/domain/standing/accumulate.ts';
import type { Run } from '../../../shared/domain/standing/cycles.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { heldAt, heldUpTo } from '../../../shared/domain/standing/held.ts';
import { partOf } from '../../../shared/domain/standing/membership.ts';
import { rewardsWalked } from '../../../shared/domain/standing/reward-standing.ts';
import type { Facts, HeldCard, Standing } from '../../../shared/domain/standing/standing.ts';
import { aHeldCard } from '../../support/builders/a-card.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aSnapshot } from '../../support/builders/a-snapshot.ts';
import { facts } from '../../support/builders/facts.ts';
import type { Told } from './past.ts';

/** One customer as the plainest reading of rules 4a has it. */
export type Plain = {
  readonly hasCard: boolean;
  readonly discountMinor: number;
  readonly bookedMinor: number;
  readonly floorSavedMinor: number;
  readonly standing: Standing;
  /** All that was bought and given, as it was booked. */
  readonly facts: Facts;
  /** What each reward that waits is worth, oldest first: so many alike. */
  readonly waiting: readonly Run[];
};

type Asked = { readonly mode: Mode; readonly marginBp: number | null; readonly endsAt: number };

/** The marks of a standing as a simulation tells them: when the next reward lapses is no figure of it. */
export function heldMarks({ marks }: Standing) {
  if (marks === undefined) return null;
  const { lapsesAt: _, ...held } = marks;
  return held;
}

/** Runs that follow one another and are worth the same are one. */
export function joined(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    const { rewards, worthMinor } = run;
    const isMore = last !== undefined && last.worthMinor === worthMinor;
    if (isMore) all[all.length - 1] = { worthMinor, rewards: last.rewards + rewards };
    else all.push({ rewards, worthMinor });
  }
  return all;
}

/** All rewards that wait, which a standing lists only the first of: those behind the oldest that were used. */
function waitingOf(program: ProgramVersion, told: Facts, { rewards }: Standing, asOf: number): readonly Run[] {
  const { mechanic } = program;
  if (mechanic.kind !== 'nth_item' || rewards === undefined) return [];
  const made = scopedTo(program, madeBy(told, asOf));
  const part = partOf(program, told, asOf);
  const windows = heldUpTo(program, part, made, heldAt(program, part, made, asOf));
  return joined(rewardsWalked(mechanic, windows, asOf).waiting);
}

type Scoped = Pick<ProgramVersion, 'scope'>;

const productOf = ({ productId }: Told['lines'][number]): ProductId | null =>
  productId === null ? null : (String(productId) as ProductId);

/** What a basket of the order may take: each reward takes a unit, so more than there are units are not asked about. */
function claimOf(
  { programId, rewards, takesPart }: Standing,
  waiting: readonly Run[],
  order: Told,
  scope: Scoped,
): ScopedRewardClaim | null {
  if (rewards === undefined || !takesPart) return null;
  const units = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const readyMinor: number[] = [];
  for (const { rewards: count, worthMinor } of waiting) {
    for (let i = 0; i < count && readyMinor.length < units; i += 1) readyMinor.push(worthMinor);
  }
  return { ...rewards, programId, readyMinor, ...scope };
}

/** The reward worth most on a cart (rules 2.6), and the cart quoted with it; null: none is worth anything. */
function bestOffer({ programId, takesPart, offers = [] }: Standing, cart: readonly OfferLine[]) {
  let best: { readonly offer: Offer; readonly totalMinor: number; readonly given: readonly number[] } | null = null;
  for (const offer of takesPart ? offers : []) {
    const given = offerDiscounts(cart, offer.gives);
    const totalMinor = given.reduce((a, b) => a + b, 0);
    if (totalMinor > (best?.totalMinor ?? 0)) best = { offer, totalMinor, given };
  }
  if (best === null) return null;
  const { offer, totalMinor, given } = best;
  const { gives, marks, id: offerId } = offer;
  const lines = cart.map(({ id, amountMinor }, i): QuotedLine => {
    const discountMinor = given[i] ?? 0;
    const wanted = gives.kind === 'percent' ? percentOf(amountMinor, gives.discountBp) : discountMinor;
    const gift = gives.kind === 'gift' && discountMinor > 0 ? { rewards: { after: 0, count: 1 } } : {};
    return { id, discountMinor, floorSavedMinor: wanted - discountMinor, programId, discountBp: 0, ...gift };
  });
  const floorSavedMinor = lines.reduce((sum, line) => sum + line.floorSavedMinor, 0);
  return { quote: { lines, totalMinor, floorSavedMinor }, redeemed: { programId, offerId, marks, gives } };
}

/**
 * Rules 4a word by word, with nothing remembered: before every purchase the standing is evaluated anew from all facts,
 * the cart is quoted, and the purchase becomes a fact at what was charged.
 */
export function plainWalk(program: ProgramVersion, past: readonly Told[], { mode, marginBp, endsAt }: Asked): Plain {
  const purchases: Purchase[] = [];
  const cards: HeldCard[] = [];
  const redeemed: Redeemed[] = [];
  const sum = { discountMinor: 0, bookedMinor: 0, floorSavedMinor: 0 };
  for (const order of [...past].sort((a, b) => a.at - b.at || compareIds(a.orderId, b.orderId))) {
    const told = facts({ purchases, cards, redeemed });
    const before = evaluate(program, told, order.at);
    const { programId, discountBp, capMinor } = before;
    const scope: Scoped = program.scope === undefined ? {} : { scope: program.scope };
    const reward = claimOf(before, waitingOf(program, told, before, order.at), order, scope);
    const cart = order.lines.map((line) => ({
      id: line.lineId,
      quantity: line.quantity,
      amountMinor: line.amountMinor,
      productId: productOf(line),
      floorMinor:
        line.unitCostMinor === null || marginBp === null ? 0 : floorMinor(line.unitCostMinor, line.quantity, marginBp),
    }));
    const isHere = holdsAt(program.where, placeOf(order));
    const claims = [{ programId, discountBp, ...scope, ...(capMinor === undefined ? {} : { capMinor }) }];
    const isPlain = mode === 'as_happened' || !isHere;
    const taken = isPlain ? null : bestOffer(before, cart);
    if (taken !== null) redeemed.push({ ...taken.redeemed, orderId: order.orderId as OrderId });
    const quote = taken !== null ? taken.quote : isPlain ? quoteCart(cart, []) : quoteCart(cart, claims, reward);
    const amountMinor = order.lines.reduce((total, line) => total + line.amountMinor, 0);
    sum.discountMinor += quote.totalMinor;
    sum.bookedMinor += amountMinor - quote.totalMinor;
    sum.floorSavedMinor += quote.floorSavedMinor;
    purchases.push(asBooked(order, quote.lines));
    const { membership } = program;
    const holds = holdsOf(program.scope);
    const inScope = order.lines.filter((line) => holds(productOf(line)));
    const scopedMinor = inScope.reduce((total, line) => total + line.amountMinor, 0);
    const isAbout = program.scope === undefined || inScope.length > 0;
    if (membership.kind === 'card' && cards.length === 0 && isHere && isAbout && scopedMinor >= membership.fromMinor) {
      cards.push(aHeldCard({ issuedAt: order.at, issuedBy: order.orderId as OrderId }));
    }
  }
  const told = facts({ purchases, cards, redeemed });
  const standing = evaluate(program, told, endsAt);
  return {
    hasCard: cards.length > 0,
    ...sum,
    standing,
    facts: told,
    waiting: waitingOf(program, told, standing, endsAt),
  };
}

const placeOf = ({ place }: Told) => pastPlace(place ?? { locationId: null, channel: null });

function asBooked(order: Told, quoted: readonly QuotedLine[]): Purchase {
  const orderId = order.orderId as OrderId;
  const lines = order.lines.map((line) => {
    const { lineId, quantity, amountMinor } = line;
    const found = quoted.find(({ id }) => id === lineId);
    const discountMinor = found?.discountMinor ?? 0;
    const reward = found?.rewards && { reward: { ...found.rewards, givenMinor: discountMinor } };
    const charged = { quantity, amountMinor: amountMinor - discountMinor, ourDiscountMinor: discountMinor };
    return aLine({ lineId: lineId as LineId, productId: productOf(line), ...charged, ...reward });
  });
  const refunds = order.lines.flatMap(({ lineId, returns }, i) =>
    returns.map(({ at, quantity }, j) => ({
      refundId: `${i}${j}` as RefundId,
      orderId,
      processedAt: at,
      lines: [{ lineId: lineId as LineId, quantity }],
      goodwillMinor: 0,
    })),
  );
  const goodwill = (order.goodwill ?? []).map(({ at, amountMinor }, i) => ({
    refundId: `9${i}` as RefundId,
    orderId,
    processedAt: at,
    lines: [],
    goodwillMinor: amountMinor,
  }));
  return {
    orderId,
    snapshot: aSnapshot({ orderId, processedAt: order.at, ...placeOf(order), lines }),
    refunds: [...refunds, ...goodwill],
  };
}

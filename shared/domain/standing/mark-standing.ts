import type { Instant, OfferId, OrderId, ProgramId } from '../ids.ts';
import type { Offer, OfferGives, Redeemed } from '../offer/offer.ts';
import type { Marks, ProgramVersion } from '../program/program.ts';
import { compareIds } from '../purchase/compare-ids.ts';
import type { Made } from './accumulate.ts';
import type { Held } from './held.ts';
import { EMPTY_BASKET, type MarkBasket, marksNow, NO_MARKS, walkMarks, withProduct } from './mark-walk.ts';
import type { Facts, MarkStanding } from './standing.ts';

/**
 * Whether a reward that a purchase used is still used: a gift while its own line is kept, a percentage while anything
 * of the purchase is (rules 5).
 */
function isStillUsed({ lines }: Made, gives: OfferGives): boolean {
  return lines.some(({ items, productId }) => items > 0 && (gives.kind === 'percent' || productId === gives.productId));
}

/** Of one purchase at most one reward counts (rules 2.6): the highest, should there be more. */
const usedBy = (made: Made, redeemed: readonly Redeemed[]): number =>
  redeemed.reduce((most, { marks, gives }) => (isStillUsed(made, gives) ? Math.max(most, marks) : most), 0);

function basketOf(made: Made, { products, per }: Marks, redeemed: readonly Redeemed[]): MarkBasket {
  let basket: MarkBasket = { ...EMPTY_BASKET, used: redeemed.length === 0 ? 0 : usedBy(made, redeemed) };
  if (per === 'purchase') return { ...basket, items: made.left.items > 0 ? 1 : 0 };
  for (const { items, productId } of made.lines) {
    const place = productId === null || items === 0 ? -1 : products.indexOf(productId);
    if (place >= 0) basket = withProduct(basket, place, items);
  }
  return basket;
}

const kindText = (gives: OfferGives): string =>
  gives.kind === 'percent' ? `p${gives.discountBp}` : `g${gives.productId}`;

/** The same for whoever works it out: window, cycle, marks and what is given name it. */
const offerId = (startsAt: Instant | null, cycle: number, marks: number, gives: OfferGives): OfferId =>
  `${startsAt ?? 0}.${cycle}.${marks}.${kindText(gives)}` as OfferId;

/** What is ready of a program, as offers that codes are made of. */
function offersOf(
  programId: ProgramId,
  { rewards }: Marks,
  ready: readonly number[],
  { startsAt, cycle }: { readonly startsAt: Instant | null; readonly cycle: number },
): readonly Offer[] {
  return rewards
    .filter(({ marks }) => ready.includes(marks))
    .flatMap(({ marks, gives }) =>
      gives.map((one) => ({ programId, id: offerId(startsAt, cycle, marks, one), marks, gives: one })),
    );
}

/** A purchase of the walk, own or not, by its place in the order of purchase. */
type Step = { readonly at: Instant; readonly orderId: OrderId; readonly basket: MarkBasket };

/** What orders of others took in the window up to `asOf` (rules 2.8); they set no marks here. */
function stepsElsewhere(redeemed: readonly Redeemed[], { startsAt, endsAt }: Held['bounds'], asOf: Instant): Step[] {
  return redeemed.flatMap(({ elsewhere: at, orderId, marks }) => {
    if (at === undefined || at > asOf || (startsAt ?? at) > at || (endsAt !== null && at >= endsAt)) return [];
    return [{ at, orderId, basket: { ...EMPTY_BASKET, used: marks } }];
  });
}

/**
 * Rules 2.6 over what a window holds, in order of purchase: marks set by products that are left, rewards used and not
 * come back, and from both what is ready and what is missing.
 */
export function markStanding(
  { programId }: Pick<ProgramVersion, 'programId'>,
  mechanic: Marks,
  { redeemed }: Pick<Facts, 'redeemed'>,
  { held, asOf }: { readonly held: Held; readonly asOf: Instant },
): { readonly marks: MarkStanding; readonly offers: readonly Offer[] } {
  const theirs = redeemed.filter((use) => use.programId === programId);
  const own = held.made.map((made): Step => {
    const { orderId } = made.purchase;
    const uses = theirs.filter((use) => use.orderId === orderId);
    return { at: made.at, orderId, basket: basketOf(made, mechanic, uses) };
  });
  const steps = [...own, ...stepsElsewhere(theirs, held.bounds, asOf)];
  steps.sort((a, b) => a.at - b.at || compareIds(a.orderId, b.orderId));
  const state = steps.reduce((before, { basket }) => walkMarks(mechanic, before, basket), NO_MARKS);
  const { set, deficit, ready } = marksNow(mechanic, state);
  const place = { startsAt: held.bounds.startsAt, cycle: state.cycle };
  const { used } = state;
  return { marks: { set, used, deficit, ready }, offers: offersOf(programId, mechanic, ready, place) };
}

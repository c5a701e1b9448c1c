import type { Instant, OfferId, OrderId, ProgramId } from '../ids.ts';
import type { Offer, OfferGives, Redeemed } from '../offer/offer.ts';
import type { Marks, ProgramVersion } from '../program/program.ts';
import { compareIds } from '../purchase/compare-ids.ts';
import type { Made } from './accumulate.ts';
import type { Held } from './held.ts';
import { cardsAt, marksLapseAt, NO_CARDS, type ReadyMark, readyMarks, walkCards } from './mark-cards.ts';
import { EMPTY_BASKET, type MarkBasket, marksNow, withProduct } from './mark-walk.ts';
import type { Facts, MarkStanding } from './standing.ts';

/**
 * Whether a reward that a purchase used is still used: a gift while its own line is kept, a percentage while anything
 * of the purchase is (rules 5).
 */
function isStillUsed({ lines }: Made, gives: OfferGives): boolean {
  return lines.some(({ items, productId }) => items > 0 && (gives.kind === 'percent' || productId === gives.productId));
}

/** A reward as it was used, and the card it was on. */
const takenOf = ({ marks, offerId }: Redeemed): Pick<MarkBasket, 'used' | 'card'> => ({
  used: marks,
  card: Number(offerId.slice(0, offerId.indexOf('.'))),
});

/** Of one purchase at most one reward counts (rules 2.6): the highest, should there be more. */
function usedBy(made: Made, redeemed: readonly Redeemed[]): Pick<MarkBasket, 'used' | 'card'> {
  let most: Redeemed | null = null;
  for (const one of redeemed) if (isStillUsed(made, one.gives) && one.marks > (most?.marks ?? 0)) most = one;
  return most === null ? { used: 0 } : takenOf(most);
}

function basketOf(made: Made, { products, per }: Marks, redeemed: readonly Redeemed[]): MarkBasket {
  let basket: MarkBasket = { ...EMPTY_BASKET, ...usedBy(made, redeemed) };
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
const offersOf = (programId: ProgramId, { rewards }: Marks, ready: readonly ReadyMark[]): readonly Offer[] =>
  ready.flatMap(({ marks, card: { startsAt, state } }) =>
    rewards
      .filter((reward) => reward.marks === marks)
      .flatMap(({ gives }) => gives)
      .map((gives) => ({ programId, id: offerId(startsAt, state.cycle, marks, gives), marks, gives })),
  );

/** A purchase of the walk, own or not, by its place in the order of purchase. */
type Step = {
  readonly at: Instant;
  readonly startsAt: Instant | null;
  readonly orderId: OrderId;
  readonly basket: MarkBasket;
};

function stepOf(made: Made, { startsAt }: Held['bounds'], mechanic: Marks, redeemed: readonly Redeemed[]): Step {
  const { orderId } = made.purchase;
  const uses = redeemed.filter((use) => use.orderId === orderId);
  return { at: made.at, startsAt, orderId, basket: basketOf(made, mechanic, uses) };
}

/** What orders of others took in a window up to `asOf` (rules 2.8); they set no marks here. */
function stepsElsewhere(redeemed: readonly Redeemed[], { startsAt, endsAt }: Held['bounds'], asOf: Instant): Step[] {
  return redeemed.flatMap((use) => {
    const { elsewhere: at, orderId } = use;
    if (at === undefined || at > asOf || (startsAt ?? at) > at || (endsAt !== null && at >= endsAt)) return [];
    return [{ at, startsAt, orderId, basket: { ...EMPTY_BASKET, ...takenOf(use) } }];
  });
}

/**
 * Rules 2.6 over what the windows hold, in order of purchase: marks set by products that are left, rewards used and not
 * come back, and from both what is ready and what is missing. `windows`: oldest first, the one at `asOf` last.
 */
export function markStanding(
  { programId }: Pick<ProgramVersion, 'programId'>,
  mechanic: Marks,
  { redeemed }: Pick<Facts, 'redeemed'>,
  { windows, asOf }: { readonly windows: readonly Held[]; readonly asOf: Instant },
): { readonly marks: MarkStanding; readonly offers: readonly Offer[] } {
  const theirs = redeemed.filter((use) => use.programId === programId);
  const steps = windows.flatMap(({ bounds, made }) => [
    ...made.map((one) => stepOf(one, bounds, mechanic, theirs)),
    ...stepsElsewhere(theirs, bounds, asOf),
  ]);
  steps.sort((a, b) => a.at - b.at || compareIds(a.orderId, b.orderId));
  const come = steps.reduce((before, step) => walkCards(mechanic, before, step), NO_CARDS);
  const cards = cardsAt(mechanic, come, { at: asOf, startsAt: windows.at(-1)?.bounds.startsAt ?? null });
  const { state } = cards.now;
  const { set, deficit } = marksNow(mechanic, state);
  const ready = readyMarks(mechanic, cards);
  const lapsesAt = marksLapseAt(mechanic, cards);
  const marks = { set, used: state.used, deficit, ready: ready.map((one) => one.marks) };
  return {
    marks: lapsesAt === null ? marks : { ...marks, lapsesAt },
    offers: offersOf(programId, mechanic, ready),
  };
}

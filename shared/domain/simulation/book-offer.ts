import type { ProductId } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import { percentOf } from '../money/percent.ts';
import type { OfferGives } from '../offer/offer.ts';
import { type OfferLine, offerDiscounts } from '../offer/quote-offer.ts';
import type { Marks } from '../program/program.ts';
import { rewardedOf } from '../purchase/keep-units.ts';
import { EMPTY_BASKET, type MarkBasket, withProduct } from '../standing/mark-walk.ts';
import { addCosted, type Booked, type BookedLine, floorOfLine, nothingCosted } from './book.ts';
import type { PastId, PastLine, PastOrder } from './history.ts';
import { pastId } from './past-ids.ts';

/** Gives away one unit: what took it leaves last when goods come back, as every unit that took a reward (rules 1). */
const GIFT = { after: 0, count: 1 };

/** A reward taken on one purchase, and what it takes off each line. */
type Taken = { readonly marks: number; readonly gives: OfferGives; readonly discounts: readonly number[] };

/** The products of a program as a history names them. */
export type Listed = {
  readonly places: ReadonlyMap<PastId, number>;
  readonly gifts: ReadonlyMap<PastId, ProductId>;
};

export const NOTHING_LISTED: Listed = { places: new Map(), gifts: new Map() };

/** Looks up once what every line is asked for. */
export function listedIn({ products, rewards }: Marks): Listed {
  const gifts = rewards.flatMap(({ gives }) => gives.flatMap((one) => (one.kind === 'gift' ? [one.productId] : [])));
  return {
    places: new Map(products.map((id, place) => [pastId(id), place])),
    gifts: new Map(gifts.map((id) => [pastId(id), id])),
  };
}

const worthOf = ({ discounts }: Taken): number => discounts.reduce((sum, minor) => sum + minor, 0);

/**
 * The reward that is worth most on this purchase, since nobody chooses (rules 2.6); of equal ones that of fewest marks.
 * Null: none is worth anything here.
 */
function bestOf({ rewards }: Marks, ready: readonly number[], lines: readonly OfferLine[]): Taken | null {
  let best: Taken | null = null;
  for (const { marks, gives } of rewards) {
    if (!ready.includes(marks)) continue;
    for (const one of gives) {
      const taken = { marks, gives: one, discounts: offerDiscounts(lines, one) };
      if (worthOf(taken) > (best === null ? 0 : worthOf(best))) best = taken;
    }
  }
  return best;
}

function bookedLine({ quantity, amountMinor }: PastLine, given: number, isGift: boolean): BookedLine {
  const line: BookedLine = { items: quantity, amountMinor: amountMinor - given };
  if (!isGift || given === 0) return line;
  const reward = rewardedOf({ quantity, amountMinor: line.amountMinor, reward: { ...GIFT, givenMinor: given } });
  return reward === null ? line : { ...line, reward };
}

/**
 * Books an order that takes the best of the rewards that are ready (rules 2.6), each by its marks. `places`: where each
 * line's product stands in the list.
 */
export function bookOffer(
  { lines }: PastOrder,
  { mechanic, listed, ready }: { readonly mechanic: Marks; readonly listed: Listed; readonly ready: readonly number[] },
  marginBp: BasisPoints | null,
): Booked {
  const productOf = ({ productId }: PastLine) => (productId === null ? null : (listed.gifts.get(productId) ?? null));
  const offerLine = (line: PastLine): OfferLine => ({
    id: '',
    quantity: line.quantity,
    amountMinor: line.amountMinor,
    floorMinor: floorOfLine(line, marginBp),
    productId: productOf(line),
  });
  const taken = ready.length === 0 ? null : bestOf(mechanic, ready, lines.map(offerLine));
  const isGift = taken?.gives.kind === 'gift';
  const booked: BookedLine[] = [];
  const costed = nothingCosted();
  let [items, amountMinor, discountMinor, floorSavedMinor] = [0, 0, 0, 0];
  for (const [i, line] of lines.entries()) {
    const given = taken?.discounts[i] ?? 0;
    items += line.quantity;
    amountMinor += line.amountMinor;
    discountMinor += given;
    if (taken?.gives.kind === 'percent') floorSavedMinor += percentOf(line.amountMinor, taken.gives.discountBp) - given;
    addCosted(costed, line, given);
    booked.push(bookedLine(line, given, isGift));
  }
  const places = lines.map(({ productId }) => (productId === null ? -1 : (listed.places.get(productId) ?? -1)));
  const countedMinor = amountMinor - discountMinor;
  const sums = { items, countedMinor, amountMinor, discountMinor, floorSavedMinor };
  const marks = {
    places,
    used: taken?.marks ?? 0,
    usedBy: taken === null ? [] : linesUsedBy(taken.gives, lines, productOf),
    per: mechanic.per,
  };
  return { lines: booked, ...sums, ...costed, rewards: taken === null ? 0 : 1, marks };
}

/** A gift is used by every line of its product, a percentage by all lines; by their places in the order. */
function linesUsedBy(
  gives: OfferGives,
  lines: readonly PastLine[],
  productOf: (line: PastLine) => ProductId | null,
): readonly number[] {
  return Array.from(lines.keys()).filter((i) => {
    const line = lines[i];
    return line !== undefined && (gives.kind === 'percent' || productOf(line) === gives.productId);
  });
}

/** What is left of a purchase for a card of marks; a reward is used while a line that used it is kept (rules 5). */
export function marksLeft({ lines, marks }: Booked): MarkBasket | null {
  if (marks === null) return null;
  const { places, used, usedBy, per } = marks;
  const isKept = usedBy.some((i) => (lines[i]?.items ?? 0) > 0);
  let basket: MarkBasket = { ...EMPTY_BASKET, used: isKept ? used : 0 };
  if (per === 'purchase') return { ...basket, items: lines.some((line) => line.items > 0) ? 1 : 0 };
  for (const [i, place] of places.entries()) {
    const items = lines[i]?.items ?? 0;
    if (place >= 0 && items > 0) basket = withProduct(basket, place, items);
  }
  return basket;
}

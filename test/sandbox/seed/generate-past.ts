import type { ShopWorld } from '../world/shop-world.ts';
import type { Variant } from '../world/things.ts';
import { demoPerson } from './demo-people.ts';
import type { Dice } from './seeded.ts';

const DAY_MS = 86_400_000;

export type Past = {
  readonly customers: number;
  readonly orders: number;
  readonly days: number;
  /** The past ends here. */
  readonly until: number;
};

/** Fills a shop's books: people, what they bought, and what they brought back. The same dice, the same past. */
export function generatePast(shop: ShopWorld, past: Past, dice: Dice): void {
  const beginsAt = past.until - past.days * DAY_MS;
  const people = Array.from(
    { length: past.customers },
    (_, i) => shop.createCustomer(demoPerson(i, dice, beginsAt)).id,
  );
  const variants = shop.products().flatMap((product) => (product.isGiftCard ? [] : product.variants));
  const instants = Array.from({ length: past.orders }, () => past.until - Math.floor(dice.next() * past.days * DAY_MS));
  for (const at of instants.sort((a, b) => a - b)) placeOne(shop, { people, variants, at, until: past.until }, dice);
}

type Moment = {
  readonly people: readonly number[];
  readonly variants: readonly Variant[];
  readonly at: number;
  readonly until: number;
};

/** Few buy often and many seldom: squaring the dice leans to the first people. */
const buyer = (people: readonly number[], dice: Dice): number | null =>
  dice.chance(0.08) ? null : (people[Math.floor(dice.next() ** 2 * people.length)] ?? null);

function placeOne(shop: ShopWorld, { people, variants, at, until }: Moment, dice: Dice): void {
  const customerId = buyer(people, dice);
  const location = dice.chance(0.3) ? (shop.facts().locations[0] ?? null) : null;
  const wanted = new Set(Array.from({ length: dice.between(1, 4) }, () => dice.pick(variants).id));
  const order = shop.placeOrder({
    customerId,
    email: customerId === null && location === null ? 'guest@example.test' : null,
    lines: [...wanted].map((variantId) => ({ variantId, quantity: dice.chance(0.25) ? dice.between(2, 4) : 1 })),
    sourceName: location === null ? 'web' : 'pos',
    locationId: location?.id ?? null,
    shippingMinor: location === null ? 490 : 0,
    at,
  });
  const backAt = at + dice.between(2, 12) * DAY_MS;
  if (backAt > until) return;
  const [line] = order.lines;
  if (dice.chance(0.06) && line !== undefined) {
    shop.refund(order.id, { lines: [{ lineId: line.id, quantity: 1 }], at: backAt });
  } else if (dice.chance(0.02)) {
    shop.refund(order.id, { goodwillMinor: 200, at: backAt });
  } else if (dice.chance(0.01)) {
    shop.cancelOrder(order.id, 'customer', backAt);
  }
}

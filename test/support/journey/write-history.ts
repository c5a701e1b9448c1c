import type { Dice } from '../../sandbox/seed/seeded.ts';
import type { ShopWorld } from '../../sandbox/world/shop-world.ts';
import type { Order, Variant } from '../../sandbox/world/things.ts';

const HOUR_MS = 3_600_000;

export type History = {
  /** Shopify customers that may buy. */
  readonly people: readonly number[];
  readonly orders: number;
  /** The first order is made then, the last at `until`; what happens to one happens by then. */
  readonly from: number;
  readonly until: number;
  /** Cards that cashiers may scan. */
  readonly cards?: readonly string[];
  /** Pairs of people that become one. */
  readonly merges?: readonly (readonly [number, number])[];
};

/** Goods at prices that do not divide well; the last one is a gift card. */
export function fillShelves(shop: ShopWorld): void {
  for (const priceMinor of [333, 1999, 4550, 9900, 14_999]) {
    shop.addProduct({ title: `Goods at ${priceMinor}`, variants: [{ priceMinor, unitCostMinor: 100 }] });
  }
  shop.addProduct({ title: 'Gift card', isGiftCard: true, variants: [{ priceMinor: 5000 }] });
}

/** Invented people, all with an e-mail by which two runs can be compared. */
export const enterPeople = (shop: ShopWorld, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => {
    const email = `person-${i}@example.test`;
    return shop.createCustomer({ firstName: 'Person', lastName: `No. ${i}`, email }).id;
  });

/** Everything that may happen to orders (rules 5), by the dice: the same dice, the same history. */
export function writeHistory(shop: ShopWorld, history: History, dice: Dice): void {
  const stepMs = (history.until - history.from) / history.orders;
  for (let i = 0; i < history.orders; i += 1) {
    const at = Math.floor(history.from + i * stepMs);
    const order = placeOne(shop, history, at, dice);
    const later = () => Math.min(history.until, at + dice.between(1, 200) * HOUR_MS);
    for (let turn = 0; turn < 2; turn += 1) happenTo(shop, order.id, later(), dice);
  }
  for (const [one, two] of history.merges ?? []) shop.mergeCustomers(one, two, history.until);
}

/** Somebody buys something: on the web or at the till, with a card or without, paid or not yet. */
export function placeOne(
  shop: ShopWorld,
  { people, cards = [] }: Pick<History, 'people' | 'cards'>,
  at: number,
  dice: Dice,
): Order {
  const variants: readonly Variant[] = shop.products().flatMap((product) => product.variants);
  const isTill = dice.chance(0.3);
  const card = isTill && cards.length > 0 && dice.chance(0.5) ? dice.pick(cards) : null;
  const wanted = new Set(Array.from({ length: dice.between(1, 3) }, () => dice.pick(variants).id));
  return shop.placeOrder({
    customerId: dice.chance(0.1) ? null : dice.pick(people),
    lines: [...wanted].map((variantId) => ({ variantId, quantity: dice.between(1, 3) })),
    sourceName: isTill ? 'pos' : 'web',
    noteAttributes: card === null ? [] : [{ name: 'regulars_card', value: card }],
    shippingMinor: isTill ? 0 : 490,
    isPaid: !dice.chance(0.15),
    isTest: dice.chance(0.03),
    at,
  });
}

const unitsLeft = (order: Order, lineId: number, quantity: number): number =>
  quantity -
  order.refunds
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, line) => sum + line.quantity, 0);

/** One more thing that happens to an order, or nothing. */
export function happenTo(shop: ShopWorld, id: number, at: number, dice: Dice): void {
  const order = shop.order(id);
  if (order === null || order.cancelledAt !== null || !dice.chance(0.6)) return;
  const line = dice.pick(order.lines);
  const left = unitsLeft(order, line.id, line.quantity - line.removedQuantity);
  const isPaid = order.financialStatus === 'paid' || order.financialStatus === 'partially_refunded';
  if (!isPaid && order.financialStatus === 'pending') {
    if (dice.chance(0.7)) shop.payOrder(id, 'bogus', at);
    else shop.cancelOrder(id, 'customer', at);
    return;
  }
  const throwOf = dice.between(1, 10);
  if (throwOf <= 4 && left > 0) {
    shop.refund(id, { lines: [{ lineId: line.id, quantity: dice.between(1, left) }], at });
  } else if (throwOf === 5) shop.refund(id, { goodwillMinor: dice.between(1, 500), at });
  else if (throwOf === 6) shop.cancelOrder(id, 'inventory', at);
  else if (throwOf <= 8 && left > 0) shop.editOrder(id, { remove: [{ lineId: line.id, quantity: 1 }], at });
  else if (throwOf === 9) {
    const added = shop.products()[0]?.variants[0]?.id ?? null;
    shop.editOrder(id, { add: [{ variantId: added, quantity: dice.between(1, 2) }], at });
  } else shop.touchOrder(id, { note: 'Please ring twice' }, at);
}

import { setTimeout as pause } from 'node:timers/promises';
import { parseDecimal } from '../../../shared/domain/money/decimal.ts';
import type { ShopWorld } from '../world/shop-world.ts';
import type { FiledOrder } from './filed-order.ts';

const DAY_MS = 86_400_000;

export type Replayed = {
  readonly customers: number;
  readonly orders: number;
  readonly refunds: number;
  readonly tookMs: number;
};

/**
 * Places the orders of a file in a shop, so many a second, with what came back of them; the shop's webhooks tell the
 * app as if all of it happened now, under the instants of the file.
 */
export async function replayOrders(
  shop: ShopWorld,
  orders: Iterable<FiledOrder>,
  perSecond: number,
): Promise<Replayed> {
  const startedAt = performance.now();
  const count = { customers: 0, orders: 0, refunds: 0 };
  for (const each of orders) {
    const dueMs = startedAt + (count.orders / perSecond) * 1000 - performance.now();
    // What is due within a tick is placed at once; the webhooks need their turn now and then all the same.
    if (dueMs > 1) await pause(dueMs);
    else if (count.orders % 50 === 0) await pause(0);
    const before = shop.state.customers.size;
    count.refunds += replayOne(shop, each);
    count.customers += shop.state.customers.size - before;
    count.orders++;
  }
  return { ...count, tookMs: performance.now() - startedAt };
}

/** Answers how many refunds it took. */
function replayOne(shop: ShopWorld, filed: FiledOrder): number {
  const at = Date.parse(filed.at);
  const [location] = shop.facts().locations;
  const order = shop.placeOrder({
    customerId: filed.email === null ? null : customerId(shop, filed.email, at),
    lines: filed.lines.map(({ title, quantity, price }) => ({
      variantId: null,
      title,
      quantity,
      unitMinor: minorOf(price, shop.facts().currency, filed.order),
    })),
    sourceName: filed.source,
    locationId: filed.source === 'pos' ? (location?.id ?? null) : null,
    at,
  });
  const back = filed.lines.flatMap(({ returned }, i) => {
    const lineId = order.lines[i]?.id;
    return returned > 0 && lineId !== undefined ? [{ lineId, quantity: returned }] : [];
  });
  if (back.length === 0) return 0;
  shop.refund(order.id, { lines: back, at: at + filed.returnedDays * DAY_MS });
  return 1;
}

const customerId = (shop: ShopWorld, email: string, at: number): number =>
  (shop.customerByEmail(email) ?? shop.createCustomer({ email, at })).id;

function minorOf(price: string, currency: string, order: string): number {
  const read = parseDecimal(price, currency);
  if (!read.ok) throw new Error(`order ${order} of the file: ${price} is no price in ${currency}`);
  return read.value;
}

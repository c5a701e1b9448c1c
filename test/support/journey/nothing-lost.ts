import { storedInboxItems } from '../../../server/storage/inbox/inbox-item.schema.ts';
import type { OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { ShopWorld } from '../../sandbox/world/shop-world.ts';
import type { Journey } from './start-journey.ts';

const SETTLED = ['done', 'skipped'];

/** Webhooks that the app said it has and does not have, or has and did not act upon; by their topics. */
export async function lostDeliveries({ sandbox, database }: Journey, shop: ShopWorld): Promise<readonly string[]> {
  const accepted = sandbox.sent.filter((one) => one.shop === shop.domain && one.status === 200);
  const settled = { shop: shop.domain, state: { $in: SETTLED } };
  const kept = database.collection(storedInboxItems.name).find(settled, { projection: { webhookId: 1 } });
  const known = new Set((await kept.toArray()).map(({ webhookId }) => String(webhookId)));
  return accepted.filter(({ webhookId }) => !known.has(webhookId)).map(({ topic }) => topic);
}

/** Webhooks that Shopify gave up on after all its retries; by their topics. */
export function givenUp({ sandbox }: Pick<Journey, 'sandbox'>, shop: ShopWorld): readonly string[] {
  const ours = sandbox.sent.filter((one) => one.shop === shop.domain);
  const accepted = new Set(ours.filter(({ status }) => status === 200).map(({ webhookId }) => webhookId));
  const others = new Map(ours.filter(({ webhookId }) => !accepted.has(webhookId)).map((one) => [one.webhookId, one]));
  return [...others.values()].map(({ topic }) => topic);
}

/** Orders of the books that the app has no purchase of, and purchases it has that are in no book. */
export async function wrongPurchases({ storage: { stores }, database }: Journey, shop: ShopWorld) {
  const id = shop.domain as ShopId;
  const orders = shop.orders().map((order) => String(order.id) as OrderId);
  const found = await Promise.all(orders.map((order) => stores.purchases.find(id, order)));
  const missing = orders.filter((_, i) => found[i]?.snapshot == null);
  return { missing, tooMany: (await database.collection('purchases').countDocuments({ shop: id })) - orders.length };
}

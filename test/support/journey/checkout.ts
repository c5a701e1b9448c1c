import type { Stores } from '../../../server/app/ports/stores.ts';
import { readEntitlement } from '../../../shared/domain/entitlement/read-entitlement.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import { gid } from '../../sandbox/world/gid.ts';
import type { ShopWorld } from '../../sandbox/world/shop-world.ts';

const MANY = 10_000;

/** What checkout believes of a Shopify customer: what the app wrote into the customer's metafield. */
export function entitlementAt(shop: ShopWorld, customerId: number | string) {
  const field = shop.metafield(gid('Customer', customerId), '$app', 'loyalty');
  return field === null ? null : readEntitlement(field.value);
}

/** Shopify customers of whom checkout believes something else than their standing says. */
export async function wrongAtCheckout(stores: Stores, shop: ShopWorld): Promise<readonly unknown[]> {
  const id = shop.domain as ShopId;
  const keys = await stores.customers.ids(id, null, MANY);
  const people = await stores.customers.findMany(
    id,
    keys.map((key) => key.id),
  );
  const wrong: unknown[] = [];
  for (const customer of people) {
    const last = await stores.journal.last(id, customer.id);
    const owed = last === null ? [] : claimsOf(last.standing);
    for (const shopifyId of customer.shopifyCustomerIds) {
      const known = entitlementAt(shop, shopifyId)?.claims ?? [];
      const isGone = shop.customer(Number(shopifyId)) === null;
      if (!isGone && JSON.stringify(known) !== JSON.stringify(owed)) wrong.push({ shopifyId, known, owed });
    }
  }
  return wrong;
}

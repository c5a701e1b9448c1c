import type { Stores } from '../../../server/app/ports/stores.ts';
import { readEntitlement } from '../../../shared/domain/entitlement/read-entitlement.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { Claim } from '../../../shared/domain/quote/quote.ts';
import { rewardFigures } from '../../../shared/domain/quote/reward-figures.ts';
import type { RewardsOwed } from '../../../shared/domain/quote/rewards.ts';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import { rewardClaimOf } from '../../../shared/domain/standing/reward-claim.ts';
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
    const owed = last === null ? [] : told(claimsOf(last.standing), rewardClaimOf(last.standing));
    for (const shopifyId of customer.shopifyCustomerIds) {
      const at = entitlementAt(shop, shopifyId);
      const known = at === null ? [] : told(at.claims, at.rewards ?? null);
      const isGone = shop.customer(Number(shopifyId)) === null;
      if (!isGone && JSON.stringify(known) !== JSON.stringify(owed)) wrong.push({ shopifyId, known, owed });
    }
  }
  return wrong;
}

/** Percentages and rewards as one row. */
const told = (claims: readonly Claim[], rewards: RewardsOwed | null): readonly unknown[] =>
  rewards === null ? claims : [...claims, rewardFigures(rewards)];

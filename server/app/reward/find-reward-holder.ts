import { readStatement } from '../../../shared/domain/entitlement/read-statement.ts';
import type { CardNumber, CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import { followMerges } from '../customer/follow-merges.ts';
import { readScan } from '../instrument/read-scan.ts';
import { usableHolder } from '../instrument/usable-holder.ts';
import { isNobody } from '../standing/read-facts.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { RewardHolder } from './reward-use-cases.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock'>;

/** Whose rewards are asked for; null: nobody's. A statement must be of our signature and its card still in use. */
export async function findRewardHolder(
  { stores, clock }: Deps,
  shop: ShopId,
  holder: RewardHolder,
): Promise<CustomerId | null> {
  if (holder.kind === 'customer') {
    const known = await stores.customers.findByShopifyId(shop, holder.shopifyCustomerId);
    const customer = await followMerges(stores.customers, shop, known);
    return customer === null || isNobody(customer) ? null : customer.id;
  }
  const number = holder.kind === 'card' ? readScan(holder.number) : await cardOf({ stores, clock }, shop, holder.text);
  return number === null ? null : usableHolder(await stores.cards.find(shop, number), clock.now());
}

async function cardOf({ stores }: Deps, shop: ShopId, statement: string): Promise<CardNumber | null> {
  const keys = (await stores.shops.find(shop))?.entitlementKeys ?? [];
  return readStatement(statement, keys, shop)?.cardNumber ?? null;
}

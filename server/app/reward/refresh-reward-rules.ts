import type { ShopId } from '../../../shared/domain/ids.ts';
import { writeRewardRules } from '../../../shared/domain/offer/reward-rules.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { rewardRulesOf } from './reward-rules-of.ts';

/** Writes the shop's margin and floor into those code discounts that have others. */
export function createRefreshRewardRules({ stores, admin }: Pick<UseCaseDeps, 'stores' | 'admin'>) {
  return async (shopId: ShopId): Promise<void> => {
    const shop = await stores.shops.find(shopId);
    if (shop === null || shop.state !== 'installed') return;
    for (const discount of await stores.codes.discounts(shopId)) {
      const rules = rewardRulesOf(shop, discount.gives);
      const text = writeRewardRules(rules);
      if (discount.nodeId === null || discount.rules === text) continue;
      await admin.putRewardRules(shopId, discount.nodeId, rules);
      await stores.codes.changeDiscount(shopId, discount, { rules: text });
    }
  };
}

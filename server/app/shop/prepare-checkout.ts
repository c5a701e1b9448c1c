import { writeCheckoutRules } from '../../../shared/domain/entitlement/checkout-rules.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../ports/app-error.ts';
import { createRefreshRewardRules } from '../reward/refresh-reward-rules.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { checkoutRulesOf } from './checkout-rules-of.ts';
import { tellRules } from './tell-rules.ts';

const TRIES_MAX = 5;

export type PrepareCheckout = (shop: ShopId) => Promise<void>;

/**
 * Makes sure of the shop's discounts and of our rules in them. The one for all is noted in the shop when the rules are
 * in it, so a shop without one is a shop whose checkout gives nothing. Rules are read again after they were written: of
 * two that write at once the one that wrote an older view finds out and writes once more.
 */
export function createPrepareCheckout({ stores, admin }: Pick<UseCaseDeps, 'stores' | 'admin'>): PrepareCheckout {
  const { shops } = stores;
  const refreshRewardRules = createRefreshRewardRules({ stores, admin });
  return async (shop) => {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const known = await shops.find(shop);
      if (known === null || known.state !== 'installed') return;
      const rules = checkoutRulesOf(known);
      const discountNodeId = await tellRules({ stores, admin }, shop, rules);
      if (known.discountNodeId !== discountNodeId) await shops.change(shop, { discountNodeId });
      await refreshRewardRules(shop);
      const after = await shops.find(shop);
      if (after === null || writeCheckoutRules(checkoutRulesOf(after)) === writeCheckoutRules(rules)) return;
    }
    throw new AppError('shop_contended', true);
  };
}

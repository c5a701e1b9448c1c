import type { CheckoutRules } from '../../../shared/domain/entitlement/entitlement.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';

/** What the merchant reads in the list of discounts. */
export const DISCOUNT_TITLE = 'Regulars';
const CAPPED_TITLE = 'Regulars, under a cap';

type Deps = Pick<UseCaseDeps, 'stores' | 'admin'>;

/** Whether any program of the shop has or had a cap, so that checkout needs the discount that knows one. */
export const hasCaps = async ({ stores }: Pick<Deps, 'stores'>, shop: ShopId): Promise<boolean> =>
  (await stores.programs.allVersions(shop)).some(({ caps }) => caps !== undefined);

/**
 * Makes sure of the shop's automatic discounts and of our rules in them: the one for all, and the one for what has a
 * cap, once there is such a thing. Answers the first one's id.
 */
export async function tellRules(deps: Deps, shop: ShopId, rules: CheckoutRules): Promise<string> {
  const { admin } = deps;
  const id = await admin.ensureDiscount(shop, DISCOUNT_TITLE, 'plain');
  await admin.putCheckoutRules(shop, id, rules);
  if (await hasCaps(deps, shop))
    await admin.putCheckoutRules(shop, await admin.ensureDiscount(shop, CAPPED_TITLE, 'capped'), rules);
  return id;
}

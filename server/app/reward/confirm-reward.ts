import { readRewardCode } from '../../../shared/domain/offer/reward-code.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { findRewardHolder } from './find-reward-holder.ts';
import type { RewardUseCases } from './reward-use-cases.ts';
import { usableCodes } from './rewards-for.ts';

/** What a till asks when the money is taken: the last word of the server; Shopify has the very last. */
export function createConfirmReward(deps: Pick<UseCaseDeps, 'stores' | 'clock'>): RewardUseCases['confirmReward'] {
  return async (shop, typed, holder) => {
    const code = readRewardCode(typed);
    const customerId = code === null ? null : await findRewardHolder(deps, shop, holder);
    if (code === null || customerId === null) return refused({ code: 'unknown_reward' });
    const { codes } = await usableCodes(deps, shop, customerId);
    if (codes.some((each) => each.code === code)) return ok(code);
    const [known] = await deps.stores.codes.findMany(shop, [code]);
    const isUsed = known?.customerId === customerId && known.orders.length > 0;
    return refused({ code: isUsed ? 'reward_already_used' : 'unknown_reward' });
  };
}

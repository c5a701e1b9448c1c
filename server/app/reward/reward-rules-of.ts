import type { OfferGives } from '../../../shared/domain/offer/offer.ts';
import type { RewardRules } from '../../../shared/domain/offer/reward-rules.ts';
import type { Shop } from '../ports/shop-store.ts';

/** What checkout must know of the shop where a code of this kind is used. */
export function rewardRulesOf({ currency, settings }: Shop, gives: OfferGives): RewardRules {
  return { gives, currency, marginBp: settings.marginBp, floorOn: settings.floorOn };
}

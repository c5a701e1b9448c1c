import { ROW_VERSION } from '../entitlement/checkout-rules.ts';
import { currencyDigits } from '../money/currency.ts';
import type { CurrencyCode } from '../money/money.ts';
import type { OfferGives } from './offer.ts';

/** What checkout must know to give what one kind of code stands for. `currency`: the shop's, in which costs are. */
export type RewardRules = {
  readonly gives: OfferGives;
  readonly currency: CurrencyCode;
  readonly marginBp: number;
  readonly floorOn: boolean;
};

/**
 * The value of a code discount's app-owned metafield (type json): `[1, "", currency, margin, floor on, "", digits of
 * the currency, basis points, product]`, the first seven in the places of the automatic discount's row, so that one
 * piece of code cuts lines for both. A gift has 0 basis points; a percentage no product.
 */
export function writeRewardRules({ gives, currency, marginBp, floorOn }: RewardRules): string {
  const given = gives.kind === 'percent' ? [gives.discountBp, ''] : [0, gives.productId];
  return JSON.stringify([ROW_VERSION, '', currency, marginBp, floorOn, '', currencyDigits(currency), ...given]);
}

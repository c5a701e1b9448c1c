import type {
  CheckoutRules,
  EntitlementKey,
  TypedCardEntitlement,
} from '../../../shared/domain/entitlement/entitlement.ts';
import type { Claim } from '../../../shared/domain/quote/quote.ts';
import { aNumber } from '../../support/builders/a-card.ts';
import { programId, shopId } from '../../support/builders/ids.ts';

export const KEY: EntitlementKey = { id: 'a', hex: '000102030405060708090a0b0c0d0e0f' };
export const NEXT_KEY: EntitlementKey = { id: 'b', hex: 'f0e0d0c0b0a090807060504030201000' };

export const SHOP = shopId('demo.myshopify.com');
export const OTHER_SHOP = shopId('other.myshopify.com');

export const claim = (discountBp: number, id = 'prg_0123456789abcdef'): Claim => ({
  programId: programId(id),
  discountBp,
});

/** A card typed on the 22nd of November, with 3 %. */
export const aTypedCard = (said: Partial<TypedCardEntitlement> = {}): TypedCardEntitlement => ({
  shop: SHOP,
  cardNumber: aNumber(1),
  sequence: 7,
  fromDay: '2026-11-22',
  untilDay: '2026-11-22',
  discountBp: 300,
  ...said,
});

export const someRules = (said: Partial<CheckoutRules> = {}): CheckoutRules => ({
  shop: SHOP,
  currency: 'EUR',
  marginBp: 500,
  floorOn: true,
  keys: [KEY],
  message: 'Your discount: {percent}',
  ...said,
});

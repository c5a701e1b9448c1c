import type { CardNumber, ShopId } from '../ids.ts';
import type { EntitlementKey, TypedCardEntitlement } from './entitlement.ts';
import {
  CARD_AT,
  FROM_AT,
  REST_AT,
  STATEMENT_LENGTH_MAX,
  STATEMENT_VERSION,
  TAG_LENGTH,
  tagOf,
} from './statement-form.ts';

/**
 * Reads a statement that we signed for this shop with one of these keys; null for anything else. The tag is worked out
 * and compared as text, so an entitlement has one text and no other reads as it. Whether today is one of its days is
 * `isValidOn`. Nothing is worked out for what is too long or names no key of ours.
 */
export function readStatement(
  text: string,
  keys: readonly EntitlementKey[],
  shop: ShopId,
): TypedCardEntitlement | null {
  const end = text.length - TAG_LENGTH;
  if (end <= REST_AT || text.length > STATEMENT_LENGTH_MAX || text[0] !== STATEMENT_VERSION) return null;
  const body = text.slice(0, end);
  const key = keys.find(({ id }) => id === text[1]);
  if (key === undefined || tagOf(key.hex, shop, body) !== text.slice(end)) return null;
  const fromDay = body.slice(FROM_AT, REST_AT);
  const [untilDay, sequence, discountBp] = body.slice(REST_AT).split('.');
  return {
    shop,
    cardNumber: body.slice(CARD_AT, FROM_AT) as CardNumber,
    sequence: Number(sequence),
    fromDay,
    untilDay: untilDay || fromDay,
    discountBp: Number(discountBp),
  };
}

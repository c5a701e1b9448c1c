import type { CardNumber, ShopId } from '../ids.ts';
import type { Claim } from '../quote/quote.ts';
import type { EntitlementKey, TypedCardEntitlement } from './entitlement.ts';
import { CARD_AT, FROM_AT, REST_AT, STATEMENT_VERSION, TAG_LENGTH, tagOf } from './statement-form.ts';

const LENGTH_MAX = 600;

/** Of these the signature knows nothing: it is of bytes, and a character above them looks like two of its neighbours. */
const NOT_ASCII = /[^ -~]/;

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
  if (end <= REST_AT || text.length > LENGTH_MAX || text[0] !== STATEMENT_VERSION || NOT_ASCII.test(text)) return null;
  for (const key of keys) {
    if (key.id !== text[1]) continue;
    const body = text.slice(0, end);
    return tagOf(key, shop, body) === text.slice(end) ? readBody(body, shop) : null;
  }
  return null;
}

function readBody(body: string, shop: ShopId): TypedCardEntitlement | null {
  const fromDay = body.slice(FROM_AT, REST_AT);
  const parts = body.slice(REST_AT).split('.');
  const sequence = Number(parts[1]);
  const claims: Claim[] = [];
  for (let i = 2; i < parts.length; i += 2) {
    const discountBp = Number(parts[i]);
    if (!(discountBp >= 0 && discountBp <= 10_000)) return null;
    claims.push({ programId: `prg_${parts[i + 1]}` as Claim['programId'], discountBp });
  }
  if (!(sequence >= 0)) return null;
  const cardNumber = body.slice(CARD_AT, FROM_AT) as CardNumber;
  return { shop, cardNumber, sequence, fromDay, untilDay: parts[0] || fromDay, claims };
}

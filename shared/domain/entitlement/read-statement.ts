import type { CardNumber, ShopId } from '../ids.ts';
import { checkDigit } from '../instrument/card-number.ts';
import type { EntitlementKey, TypedCardEntitlement } from './entitlement.ts';
import { TAG_LENGTH, tagOf } from './statement-tag.ts';
import { readClaims, readDayNumber, readNumber, STATEMENT_VERSION } from './statement-text.ts';

const CARD_AT = 2;
const SEQUENCE_AT = 9;
const FROM_AT = 14;
const UNTIL_AT = 18;
const CLAIMS_AT = 22;
const LENGTH_MAX = 500;

/**
 * Reads a statement that we signed for this shop with one of these keys; null for anything else. One entitlement has
 * one text: what is not in the canonical form is refused. Whether today is one of its days is `isValidOn`.
 */
export function readStatement(
  text: string,
  keys: readonly EntitlementKey[],
  shop: ShopId,
): TypedCardEntitlement | null {
  const bodyLength = text.length - TAG_LENGTH;
  if (bodyLength < CLAIMS_AT || text.length > LENGTH_MAX || text.charAt(0) !== STATEMENT_VERSION) return null;
  const key = keys.find(({ id }) => id === text.charAt(1));
  if (key === undefined) return null;
  const body = text.slice(0, bodyLength);
  return tagOf(key.hex, shop, body) === text.slice(bodyLength) ? readBody(body, shop) : null;
}

function readBody(body: string, shop: ShopId): TypedCardEntitlement | null {
  const cardNumber = readCard(body);
  const sequence = readNumber(body, SEQUENCE_AT, 5);
  const fromDay = readDayNumber(body, FROM_AT);
  const untilDay = readDayNumber(body, UNTIL_AT);
  const claims = readClaims(body, CLAIMS_AT);
  if (cardNumber === null || sequence < 0 || fromDay === null || untilDay === null || claims === null) return null;
  return { shop, cardNumber, sequence, fromDay, untilDay, claims };
}

function readCard(body: string): CardNumber | null {
  const high = readNumber(body, CARD_AT, 3);
  const low = readNumber(body, CARD_AT + 3, 4);
  if (high < 0 || high > 99_999 || low < 0 || low > 999_999) return null;
  const first12 = `2${String(100_000 + high).slice(1)}${String(1_000_000 + low).slice(1)}`;
  return (first12 + checkDigit(first12)) as CardNumber;
}

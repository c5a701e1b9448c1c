import { assert } from '../assert.ts';
import type { EntitlementKey, TypedCardEntitlement } from './entitlement.ts';
import { STATEMENT_VERSION, tagOf } from './statement-form.ts';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Signs what a typed card is owed, as the text that the shopper's cart carries. */
export function writeStatement(key: EntitlementKey, e: TypedCardEntitlement): string {
  const { cardNumber, fromDay, untilDay, sequence, discountBp } = e;
  assert(/^[A-Za-z0-9_-]$/.test(key.id) && /^[0-9a-f]{32}$/i.test(key.hex), 'a key is one character and 128 bits');
  assert(/^\d{13}$/.test(cardNumber), 'a card number has 13 digits');
  assert(DAY.test(fromDay) && DAY.test(untilDay), 'a day is YYYY-MM-DD');
  assert(Number.isSafeInteger(sequence) && sequence >= 0, 'a sequence is a whole number');
  assert(Number.isInteger(discountBp) && discountBp >= 0 && discountBp <= 10_000, 'a discount is 0 to 100 %');
  const until = untilDay === fromDay ? '' : untilDay;
  const body = `${STATEMENT_VERSION}${key.id}${cardNumber}${fromDay}${until}.${sequence}.${discountBp}`;
  return body + tagOf(key.hex, e.shop, body);
}

import { assert } from '../assert.ts';
import type { Claim } from '../quote/quote.ts';
import type { EntitlementKey, TypedCardEntitlement } from './entitlement.ts';
import { CLAIMS_MAX, STATEMENT_VERSION, tagOf } from './statement-form.ts';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Signs what a typed card is owed, as the text that the shopper's cart carries. Of more than ten claims the best. */
export function writeStatement(key: EntitlementKey, e: TypedCardEntitlement): string {
  const { cardNumber, fromDay, untilDay, sequence } = e;
  assert(/^[A-Za-z0-9_-]$/.test(key.id) && /^[0-9a-f]{32}$/i.test(key.hex), 'a key is one character and 128 bits');
  assert(/^\d{13}$/.test(cardNumber), 'a card number has 13 digits');
  assert(DAY.test(fromDay) && DAY.test(untilDay), 'a day is YYYY-MM-DD');
  assert(Number.isSafeInteger(sequence) && sequence >= 0, 'a sequence is a whole number');
  const until = untilDay === fromDay ? '' : untilDay;
  const rest = [until, String(sequence), ...bestOf(e.claims).flatMap(partsOf)].join('.');
  const body = STATEMENT_VERSION + key.id + cardNumber + fromDay + rest;
  return body + tagOf(key, e.shop, body);
}

function partsOf({ programId, discountBp }: Claim): readonly string[] {
  assert(/^prg_[A-Za-z0-9_-]{10,40}$/.test(programId), 'a program id is prg_ and 10 to 40 characters');
  assert(Number.isInteger(discountBp) && discountBp >= 0 && discountBp <= 10_000, 'a claim is 0 to 100 %');
  return [String(discountBp), programId.slice(4)];
}

const bestOf = (claims: readonly Claim[]): readonly Claim[] =>
  claims.length <= CLAIMS_MAX ? claims : [...claims].sort((a, b) => b.discountBp - a.discountBp).slice(0, CLAIMS_MAX);

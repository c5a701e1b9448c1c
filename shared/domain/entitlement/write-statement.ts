import { assert } from '../assert.ts';
import type { Claim } from '../quote/quote.ts';
import type { EntitlementKey, TypedCardEntitlement } from './entitlement.ts';
import { tagOf } from './statement-tag.ts';
import { CLAIMS_MAX, STATEMENT_VERSION, writeClaim, writeDayNumber, writeNumber } from './statement-text.ts';

/**
 * Signs what a typed card is owed, as the text the shopper's cart carries. Short, since checkout pays for every
 * character: version, key id, card, sequence, both days, claims, tag. Of more than ten claims the best ten.
 */
export function writeStatement(key: EntitlementKey, e: TypedCardEntitlement): string {
  assert(/^[A-Za-z0-9_-]$/.test(key.id) && /^[0-9a-f]{32}$/i.test(key.hex), 'a key is one character and 128 bits');
  const body =
    STATEMENT_VERSION +
    key.id +
    writeNumber(Number(e.cardNumber.slice(1, 6)), 3) +
    writeNumber(Number(e.cardNumber.slice(6, 12)), 4) +
    writeNumber(e.sequence, 5) +
    writeDayNumber(e.fromDay) +
    writeDayNumber(e.untilDay) +
    bestOf(e.claims).map(writeClaim).join('');
  return body + tagOf(key.hex, e.shop, body);
}

const bestOf = (claims: readonly Claim[]): readonly Claim[] =>
  claims.length <= CLAIMS_MAX ? claims : [...claims].sort((a, b) => b.discountBp - a.discountBp).slice(0, CLAIMS_MAX);

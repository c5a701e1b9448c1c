import type { Claim } from '../quote/quote.ts';
import type { Entitlement } from './entitlement.ts';
import { readRow } from './read-row.ts';

const CLAIMS_AT = 4;
const BP_MAX = 10_000;
const DAY_LENGTH = 10;

/** Reads the customer's metafield; null for anything `writeEntitlement` would not write. */
export function readEntitlement(value: unknown): Entitlement | null {
  const row = readRow(value, 'number,string,string,', 'string,number,');
  if (row === null) return null;
  const [, sequence, fromDay, untilDay] = row as [1, number, string, string];
  const claims: Claim[] = [];
  for (let i = CLAIMS_AT; i < row.length; i += 2) {
    const discountBp = row[i + 1] as number;
    if (!(discountBp >= 0 && discountBp <= BP_MAX)) return null;
    claims.push({ programId: row[i] as Claim['programId'], discountBp });
  }
  return fromDay[4] === '-' && fromDay.length === DAY_LENGTH ? { sequence, fromDay, untilDay, claims } : null;
}

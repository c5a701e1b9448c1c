import type { Claim } from '../quote/quote.ts';
import type { Day, Entitlement } from './entitlement.ts';
import { isCount, readRow } from './read-row.ts';

const CLAIMS_AT = 4;
const BP_MAX = 10_000;

/** Reads the customer's metafield; null for anything `writeEntitlement` would not write. */
export function readEntitlement(value: unknown): Entitlement | null {
  const row = readRow(value);
  if (row === null || row.length % 2 !== 0) return null;
  const sequence = row[1];
  const fromDay = row[2];
  const untilDay = row[3];
  if (!isCount(sequence, Number.MAX_SAFE_INTEGER) || !isDay(fromDay) || !isDay(untilDay)) return null;
  const claims: Claim[] = [];
  for (let i = CLAIMS_AT; i < row.length; i += 2) {
    const programId = row[i];
    const discountBp = row[i + 1];
    if (typeof programId !== 'string' || !isCount(discountBp, BP_MAX)) return null;
    claims.push({ programId: programId as Claim['programId'], discountBp });
  }
  return { sequence, fromDay, untilDay, claims };
}

const isDay = (value: unknown): value is Day => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

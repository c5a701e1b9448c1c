import { CAP_MAX_MINOR } from '../quote/cap.ts';
import type { Claim } from '../quote/quote.ts';
import { readRewardFigures } from '../quote/reward-figures.ts';
import { CAPPED_VERSION, ROW_VERSION } from './checkout-rules.ts';
import type { Day, Entitlement } from './entitlement.ts';

const CLAIMS_AT = 4;
const BP_MAX = 10_000;
const CAPPED_LENGTH = 7;

const isDay = (value: unknown): value is Day => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const isCount = (value: unknown, max: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= max;

/** Reads the customer's metafield; null for anything `writeEntitlement` would not write. */
export function readEntitlement(value: unknown): Entitlement | null {
  const row = rowOf(value);
  if (row === null) return null;
  return row[0] === CAPPED_VERSION ? readCapped(row) : readRow(row);
}

/** One claim, and its cap. */
function readCapped(row: readonly unknown[]): Entitlement | null {
  const read = row.length === CAPPED_LENGTH ? readRow(row.slice(0, -1)) : null;
  const capMinor = row.at(-1);
  const [claim] = read?.claims ?? [];
  if (read === null || claim === undefined || !isCount(capMinor, CAP_MAX_MINOR)) return null;
  return { ...read, claims: [{ ...claim, capMinor }] };
}

function readRow(row: readonly unknown[]): Entitlement | null {
  const hasRewards = row.length % 2 === 1;
  const end = hasRewards ? row.length - 1 : row.length;
  const figures: unknown = row[end];
  const rewards = Array.isArray(figures) ? readRewardFigures(figures) : null;
  if (hasRewards && rewards === null) return null;
  const [, sequence, fromDay, untilDay] = row;
  if (!isCount(sequence, Number.MAX_SAFE_INTEGER) || !isDay(fromDay) || !isDay(untilDay)) return null;
  const claims: Claim[] = [];
  for (let i = CLAIMS_AT; i < end; i += 2) {
    const [programId, discountBp] = [row[i], row[i + 1]];
    if (typeof programId !== 'string' || !isCount(discountBp, BP_MAX)) return null;
    claims.push({ programId: programId as Claim['programId'], discountBp });
  }
  return { sequence, fromDay, untilDay, claims, ...(rewards === null ? {} : { rewards }) };
}

function rowOf(value: unknown): readonly unknown[] | null {
  try {
    const row: unknown = JSON.parse(value as string);
    return Array.isArray(row) && (row[0] === ROW_VERSION || row[0] === CAPPED_VERSION) ? row : null;
  } catch {
    return null;
  }
}

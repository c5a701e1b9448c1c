import type { Claim } from '../quote/quote.ts';
import type { Day, Entitlement } from './entitlement.ts';
import { isCount, readJson } from './read-json.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;
const BP_MAX = 10_000;

/** Reads the customer's metafield, as text or already parsed; null for anything `writeEntitlement` would not write. */
export function readEntitlement(value: unknown): Entitlement | null {
  const json = readJson(value);
  if (json === null || json.version !== 1) return null;
  const { sequence, from, until } = json;
  const claims = readClaims(json.claims);
  if (!isCount(sequence, Number.MAX_SAFE_INTEGER) || !isDay(from) || !isDay(until) || claims === null) return null;
  return { sequence, fromDay: from, untilDay: until, claims };
}

const isDay = (value: unknown): value is Day => typeof value === 'string' && DAY.test(value);

function readClaims(value: unknown): readonly Claim[] | null {
  if (!Array.isArray(value)) return null;
  const claims: Claim[] = [];
  for (const pair of value) {
    if (!Array.isArray(pair) || typeof pair[0] !== 'string' || !isCount(pair[1], BP_MAX)) return null;
    claims.push({ programId: pair[0] as Claim['programId'], discountBp: pair[1] });
  }
  return claims;
}

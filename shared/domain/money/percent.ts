import { assert } from '../assert.ts';
import { ok, type Result, refused } from '../result.ts';
import type { BasisPoints } from './money.ts';

const WHOLE = 10_000;

/** `bp` of an amount, rounded half up (rules 3.1). Exact over the whole safe range. */
export function percentOf(minor: number, bp: BasisPoints): number {
  const rest = minor % WHOLE;
  const percent = ((minor - rest) / WHOLE) * bp + Math.floor((rest * bp + WHOLE / 2) / WHOLE);
  const isWhole = minor % 1 === 0 && bp % 1 === 0 && minor < 2 ** 53 && percent < 2 ** 53;
  assert(isWhole && minor >= 0 && bp >= 0, 'a percentage of whole units stays whole and safe');
  return percent;
}

export type PercentRefusal = { readonly code: 'not_a_percent' | 'too_precise' | 'too_high' };

/** Reads "7.5", "7,5" or "7.5 %" as basis points; a discount ends at the whole, other percentages may go on. */
export function parsePercent(text: string, maxBp: BasisPoints = WHOLE): Result<BasisPoints, PercentRefusal> {
  const match = /^(\d{1,4})(?:[.,](\d{1,6}))?\s*%?$/.exec(text.trim());
  if (match === null) return refused({ code: 'not_a_percent' });
  const [, whole = '', fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(2))) return refused({ code: 'too_precise' });
  const bp = Number(whole + fraction.slice(0, 2).padEnd(2, '0'));
  return bp > maxBp ? refused({ code: 'too_high' }) : ok(bp);
}

/** Basis points as the plainest decimal: 750 → "7.5". A hundredth of so small a whole number is written exactly. */
export const percentDecimal = (bp: BasisPoints): string => String(bp / 100);

/** Basis points as a person reads them: 750 → "7.5 %". */
export const formatPercent = (bp: BasisPoints): string => `${percentDecimal(bp)} %`;

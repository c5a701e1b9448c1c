import type { Instant } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';

/**
 * What a quote stood on besides its cart (decision 0051): its instant, the journal's entry (null: time alone had
 * changed the standing since), the margin of its floor (null: none) and whether purchases still owed counted.
 */
export type QuoteReference = {
  readonly at: Instant;
  readonly sequence: number | null;
  readonly marginBp: BasisPoints | null;
  readonly owedCounts: boolean;
};

const AT_MAX = 8.64e15;
const REFERENCE = /^([0-9A-Z]{1,11})-([0-9A-Z]{1,7})-(?:(\d{1,6})|X)([OP])-(10|[0-9A-Z])$/;

const written = (value: number): string => value.toString(36).toUpperCase();

const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-';

/** By it one wrong sign is found, and two that follow each other in the wrong order: there are 37 signs, a prime. */
function checkOf(text: string): string {
  const sum = [...text].reduce((all, sign, i) => all + (i + 1) * SIGNS.indexOf(sign), 0);
  return written(sum % SIGNS.length);
}

/** A reference as a receipt or a screen shows it, short enough to be typed, e.g. `MWXI2YO0-1-500P-S`. */
export function writeQuoteReference({ at, sequence, marginBp, owedCounts }: QuoteReference): string {
  const text = `${written(at)}-${written(sequence ?? 0)}-${marginBp ?? 'X'}${owedCounts ? 'O' : 'P'}`;
  return `${text}-${checkOf(text)}`;
}

/** Reads a reference as somebody typed it; null: it is none. */
export function readQuoteReference(typed: string): QuoteReference | null {
  const text = typed.replace(/\s/g, '').toUpperCase();
  const [, at = '', sequence = '', margin, owed, check] = REFERENCE.exec(text) ?? [];
  const instant = Number.parseInt(at, 36);
  if (check === undefined || check !== checkOf(text.slice(0, text.lastIndexOf('-'))) || instant > AT_MAX) return null;
  return {
    at: instant,
    sequence: Number.parseInt(sequence, 36) || null,
    marginBp: margin === undefined ? null : Number(margin),
    owedCounts: owed === 'O',
  };
}

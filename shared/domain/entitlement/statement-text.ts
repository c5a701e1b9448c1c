import { assert } from '../assert.ts';
import type { Claim } from '../quote/quote.ts';
import type { Day } from './entitlement.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The first character of every statement; another form of it gets another one. */
export const STATEMENT_VERSION = '1';

/** Checkout takes the best claim of a line, so more than these change nothing and only cost instructions. */
export const CLAIMS_MAX = 10;

/** A whole number below 64^width in exactly that many characters, most significant first. */
export function writeNumber(value: number, width: number): string {
  assert(Number.isInteger(value) && value >= 0 && value < 64 ** width, `a whole number of ${width} characters`);
  let text = '';
  let rest = value;
  for (let i = 0; i < width; i += 1) {
    text = ALPHABET.charAt(rest & 63) + text;
    rest >>>= 6;
  }
  return text;
}

/** Reads `width` characters as `writeNumber` wrote them; -1 when they are not of its alphabet or not there. */
export function readNumber(text: string, at: number, width: number): number {
  let value = 0;
  for (let i = at; i < at + width; i += 1) {
    const digit = i < text.length ? ALPHABET.indexOf(text.charAt(i)) : -1;
    if (digit < 0) return -1;
    value = value * 64 + digit;
  }
  return value;
}

const DAY_WIDTH = 4;
const MONTH = 31;
const YEAR = 12 * MONTH;

/** Days as numbers that compare like days; every month has 31, so that no calendar is needed to read one. */
export function writeDayNumber(day: Day): string {
  assert(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day), 'a day is YYYY-MM-DD');
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return writeNumber(year * YEAR + (month - 1) * MONTH + date - 1, DAY_WIDTH);
}

/** Null when it is no day before the year 10000. */
export function readDayNumber(text: string, at: number): Day | null {
  const value = readNumber(text, at, DAY_WIDTH);
  if (value < 0 || value >= 10_000 * YEAR) return null;
  const year = (value / YEAR) | 0;
  const month = ((value - year * YEAR) / MONTH) | 0;
  const date = value - year * YEAR - month * MONTH;
  return `${String(10_000 + year).slice(1)}-${two(month + 1)}-${two(date + 1)}`;
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

const BP_WIDTH = 3;
const BP_MAX = 10_000;
const ID_MIN = 10;
const ID_MAX = 40;

/** Percentage, length of the program's id, the id without `prg_`. */
export function writeClaim({ programId, discountBp }: Claim): string {
  const id = programId.slice(4);
  assert(/^prg_[A-Za-z0-9_-]{10,40}$/.test(programId), 'a program id is prg_ and 10 to 40 characters');
  assert(discountBp <= BP_MAX, 'a claim is at most 100 %');
  return writeNumber(discountBp, BP_WIDTH) + writeNumber(id.length, 1) + id;
}

/** Reads claims from `at` to the very end; null when anything is left over, missing or out of range. */
export function readClaims(text: string, from: number): Claim[] | null {
  const claims: Claim[] = [];
  let at = from;
  while (at < text.length) {
    const discountBp = readNumber(text, at, BP_WIDTH);
    const length = readNumber(text, at + BP_WIDTH, 1);
    const end = at + BP_WIDTH + 1 + length;
    if (discountBp < 0 || discountBp > BP_MAX || length < ID_MIN || length > ID_MAX || end > text.length) return null;
    claims.push({ programId: `prg_${text.slice(end - length, end)}` as Claim['programId'], discountBp });
    at = end;
  }
  return claims.length > CLAIMS_MAX ? null : claims;
}

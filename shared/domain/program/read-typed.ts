import type { Wrong } from '../fault.ts';
import { currencyDigits } from '../money/currency.ts';
import { type DecimalRefusal, parseDecimal } from '../money/decimal.ts';
import type { BasisPoints, CurrencyCode } from '../money/money.ts';
import { type PercentRefusal, parsePercent } from '../money/percent.ts';

/** Notes what is wrong, under the path of its field; a reader goes on with something harmless in its place. */
export type Say = (path: string, wrong: Wrong) => void;

const DISCOUNT_MAX_BP = 10_000;

const amountFaults: Readonly<Record<DecimalRefusal['code'], (currency: CurrencyCode) => Wrong>> = {
  not_a_decimal: () => ({ code: 'amount_unreadable' }),
  too_precise: (currency) => ({ code: 'amount_too_precise', facts: { currency } }),
  too_large: () => ({ code: 'amount_too_large' }),
  negative: () => ({ code: 'amount_negative' }),
};

const percentFaults: Readonly<Record<PercentRefusal['code'], Wrong>> = {
  not_a_percent: { code: 'percent_unreadable' },
  too_precise: { code: 'percent_too_precise' },
  too_high: { code: 'discount_too_high', facts: { maxBp: DISCOUNT_MAX_BP } },
};

/** "1,000" is a thousand to one shopkeeper and one to the next, so three digits behind a mark are asked about. */
const isAmbiguous = (text: string, currency: CurrencyCode) => /[.,]\d{3}$/.test(text) && currencyDigits(currency) < 3;

/** A shopkeeper's decimal comma is a point; an empty field is none. */
export function readMoney(typed: string, path: string, currency: CurrencyCode, say: Say): number {
  const text = typed.trim();
  if (isAmbiguous(text, currency)) {
    say(path, { code: 'amount_ambiguous' });
    return 0;
  }
  const read = parseDecimal(text.replace(',', '.'), currency);
  if (read.ok) return read.value;
  say(path, amountFaults[read.error.code](currency));
  return 0;
}

/** A percentage from 0 to the whole, in basis points; null: it is none, which was said. */
export function readShare(text: string, path: string, say: Say): BasisPoints | null {
  const read = parsePercent(text);
  if (read.ok) return read.value;
  say(path, percentFaults[read.error.code]);
  return null;
}

/** A discount in basis points, which must be one. */
export function readPercent(text: string, path: string, say: Say): BasisPoints {
  const read = readShare(text, path, say);
  if (read === 0) say(path, { code: 'discount_of_nothing' });
  return read ?? 0;
}

type Countable = {
  readonly max: number;
  readonly code: `${'purchases' | 'items' | 'marks' | 'days' | 'months' | 'prizes'}_out_of_range`;
};

/** A whole number from 1 to what is allowed; 0: it is none, which was said. */
export function readCount(text: string, path: string, say: Say, { max, code }: Countable): number {
  const value = /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
  if (value < 1 || value > max) say(path, { code, facts: { max } });
  return value;
}

export const PURCHASES: Countable = { max: 100_000, code: 'purchases_out_of_range' };
export const ITEMS: Countable = { max: 1000, code: 'items_out_of_range' };
export const MARKS: Countable = { max: 1000, code: 'marks_out_of_range' };
export const DAYS: Countable = { max: 3650, code: 'days_out_of_range' };
export const MONTHS: Countable = { max: 120, code: 'months_out_of_range' };

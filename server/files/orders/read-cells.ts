import { isDay } from '../../../shared/domain/calendar/day.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import { currencyDigits } from '../../../shared/domain/money/currency.ts';
import { parseDecimal } from '../../../shared/domain/money/decimal.ts';
import type { CurrencyCode } from '../../../shared/domain/money/money.ts';
import type { PastId } from '../../../shared/domain/simulation/history.ts';
import { pastId } from '../../../shared/domain/simulation/past-ids.ts';
import { remembering } from './remembering.ts';

/** Reads cells of one kind: the value, or null where the text is none; `expected` says what it would have been. */
export type Reader<T> = { readonly read: (text: string) => T | null; readonly expected: string };

const ID = /^[^\p{Cc}]{1,100}$/u;
const INSTANT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;
const COUNT_MAX = 999_999_999;

export const anId: Reader<PastId> = {
  read: (text) => {
    const id = pastId(text);
    return typeof id === 'number' || ID.test(id) ? id : null;
  },
  expected: 'an id of 1 to 100 characters, without line breaks',
};

/** What the shop calls the way an order came in. */
export const aChannel: Reader<string> = {
  read: (text) => (ID.test(text) ? text : null),
  expected: 'a channel of 1 to 100 characters, without line breaks',
};

/** A shop's past has a thousand days and many orders on each. */
const isADay = remembering(isDay);

/** Finer than a millisecond is cut off. */
export const anInstant: Reader<Instant> = {
  read: (text) => {
    if (!INSTANT.test(text) || !isADay(text.slice(0, 10))) return null;
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : at;
  },
  expected: 'an instant in ISO 8601 with its offset, such as 2025-03-01T14:05:00+01:00',
};

const countFrom = (least: number): Reader<number> => ({
  read: (text) => {
    const value = pastId(text);
    return typeof value === 'number' && value >= least && value <= COUNT_MAX ? value : null;
  },
  expected: `a whole number from ${least}`,
});

export const aQuantity = countFrom(1);
export const noneOrMore = countFrom(0);

const [ZERO, POINT] = [48, 46];
const PLAIN_MAX = 15;

/** The minor units of an amount with just the currency's decimals, as nearly all are; null: it needs a closer look. */
function plainAmount(text: string, digits: number): number | null {
  const point = text.length - digits - 1;
  if (point < 1 || digits === 0 || text.length > PLAIN_MAX || text.charCodeAt(point) !== POINT) return null;
  let value = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (i === point) continue;
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}

/** An amount in minor units of the currency, read digit by digit. */
export function anAmount(currency: CurrencyCode): Reader<number> {
  const digits = currencyDigits(currency);
  const example = digits === 0 ? '12' : `12.${'5'.padEnd(digits, '0')}`;
  const decimals = digits === 0 ? 'without decimals' : `with at most ${digits} decimals`;
  return {
    read: (text) => {
      const plain = plainAmount(text, digits);
      if (plain !== null) return plain;
      const read = parseDecimal(text, currency);
      return read.ok ? read.value : null;
    },
    expected: `an amount in ${currency} such as ${example}, ${decimals} and not below zero`,
  };
}

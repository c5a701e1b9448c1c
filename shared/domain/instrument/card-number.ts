import { assert } from '../assert.ts';
import type { CardNumber } from '../ids.ts';

const LENGTH = 13;

/** The check digit of the first 12 digits (EAN-13): weights 1 and 3 in turn, up to the next ten. */
export function checkDigit(first12: string): string {
  const sum = [...first12].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

/**
 * Reads a card number as typed or scanned: spaces and hyphens do not count, 13 digits beginning with 2 and a right
 * check digit do. Null when it is none; whether the shop knows it is another question.
 */
export function parseCardNumber(typed: string): CardNumber | null {
  const digits = typed.replaceAll(/[\s-]/g, '');
  if (!/^2\d{12}$/.test(digits) || digits[LENGTH - 1] !== checkDigit(digits.slice(0, LENGTH - 1))) return null;
  return digits as CardNumber;
}

/** A card number from the shop's prefix and a random payload, 12 digits together. */
export function makeCardNumber(prefix: string, payload: string): CardNumber {
  const first12 = prefix + payload;
  assert(/^2\d{11}$/.test(first12), 'prefix and payload are 12 digits beginning with 2');
  return (first12 + checkDigit(first12)) as CardNumber;
}

/** As printed on a card: `2 123456 789012`. */
export const spacedCardNumber = (number: CardNumber): string => `${number[0]} ${number.slice(1, 7)} ${number.slice(7)}`;

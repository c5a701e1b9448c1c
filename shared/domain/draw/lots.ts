import type { CustomerId, LotNumber } from '../ids.ts';
import type { Hashing } from './hashing.ts';

/** Without I, L, O and U, which people misread. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 15;
const HEX_DIGITS = 19;

/**
 * What a holder is called in one draw: 75 bits of an HMAC under the sealed seed, as three groups of five letters. It
 * tells nothing of the person, nobody can choose it, and working it out again gives the same.
 */
export function holderHandle({ hmacSha256 }: Hashing, seed: string, customerId: CustomerId): string {
  let bits = BigInt(`0x${hmacSha256(seed, `holder:${customerId}`).slice(0, HEX_DIGITS)}`) >> 1n;
  let letters = '';
  for (let i = 0; i < LETTERS; i += 1) {
    letters = DIGITS.charAt(Number(bits & 31n)) + letters;
    bits >>= 5n;
  }
  return `${letters.slice(0, 5)}-${letters.slice(5, 10)}-${letters.slice(10)}`;
}

/** A holder's lots: the handle and a number from 1. */
export const lotNumbers = (handle: string, count: number): readonly LotNumber[] =>
  Array.from({ length: count }, (_, i) => `${handle}-${i + 1}` as LotNumber);

/** The handle in a lot's number: lots with one handle are one holder's. */
export const handleOf = (lot: LotNumber): string => lot.slice(0, lot.lastIndexOf('-'));

const LOT = /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[1-9]\d{0,3}$/;

/** Reads a lot's number; null when it is none. */
export const parseLotNumber = (text: string): LotNumber | null => (LOT.test(text) ? (text as LotNumber) : null);

/**
 * The hash of a list of lots: SHA-256 over each number and a line feed, in ascending order of their characters' codes.
 * Refuses a list in another order or with a number twice, so that one list has one hash.
 */
export function createListHash({ sha256Parts }: Hashing) {
  const hash = sha256Parts();
  let last = '';
  let inOrder = true;
  return {
    add: (lot: LotNumber): void => {
      inOrder &&= lot > last;
      last = lot;
      hash.add(`${lot}\n`);
    },
    /** Null: the lots did not come in order, or one came twice. */
    hex: (): string | null => (inOrder ? hash.hex() : null),
  };
}

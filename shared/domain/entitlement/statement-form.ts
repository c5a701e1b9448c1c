import type { ShopId } from '../ids.ts';
import type { EntitlementKey } from './entitlement.ts';
import { readKey, sipHash128 } from './sip-hash.ts';

/**
 * How a statement is written:
 *
 *     1 a 2000000000008 2026-11-22 [2026-11-30] . 7 [. 300 . 0123456789abcdef]… tag
 *
 * without the spaces: version, key id, card, first day, last day where it is another, sequence, and for each claim the
 * basis points and the program's id without `prg_`. Short, since checkout pays some 4,000 instructions a character.
 */
export const STATEMENT_VERSION = '1';
export const CARD_AT = 2;
export const FROM_AT = 15;
export const REST_AT = 25;
export const TAG_LENGTH = 28;

/** A line takes the best claim, so more than these change nothing and only cost instructions. */
export const CLAIMS_MAX = 10;

const SUFFIX = '.myshopify.com'.length;
const ABOVE = 2 ** 32;

/**
 * The signature under a statement's body: four words, seven characters each. The shop is in what is signed and not in
 * the text, so a statement of another shop fails as a forged one does; `/` occurs in neither, so no two pairs of shop
 * and body read the same.
 */
export function tagOf({ hex }: EntitlementKey, shop: ShopId, body: string): string {
  const words = sipHash128(readKey(hex), `${shop.slice(0, -SUFFIX)}/${body}`);
  return wordText(words[0]) + wordText(words[1]) + wordText(words[2]) + wordText(words[3]);
}

/** Always seven characters, since 2^32 and above have as many to the base 36. */
const wordText = (word: number): string => (ABOVE + (word >>> 0)).toString(36);

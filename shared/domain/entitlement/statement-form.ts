import { readKey, sipHash128 } from './sip-hash.ts';

/**
 * How a statement is written:
 *
 *     1 a 2000000000008 2026-11-22 [2026-11-30] . 7 . 300 tag
 *
 * without the spaces: version, key id, card, first day, last day where it is another, sequence, basis points.
 * Short, since checkout pays some 4,000 instructions a character.
 */
export const STATEMENT_VERSION = '1';
export const CARD_AT = 2;
export const FROM_AT = 15;
export const REST_AT = 25;
export const TAG_LENGTH = 28;
export const STATEMENT_LENGTH_MAX = 100;

const SUFFIX = '.myshopify.com'.length;
const ABOVE = 2 ** 32;

/**
 * The signature under a statement's body: four words, seven characters each (2^32 and above have as many to the base
 * 36). The shop is in what is signed and not in the text, so a statement of another shop fails as a forged one does;
 * `/` occurs in neither, so no two pairs of shop and body read the same. `hex` is the key's.
 */
export function tagOf(hex: string, shop: string, body: string): string {
  const words = sipHash128(readKey(hex), `${shop.slice(0, -SUFFIX)}/${body}`);
  let tag = '';
  for (let i = 0; i < 4; i += 1) tag += (ABOVE + ((words[i] as number) >>> 0)).toString(36);
  return tag;
}

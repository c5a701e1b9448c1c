import type { ShopId } from '../ids.ts';
import { readKey, sipHash128 } from './sip-hash.ts';
import { writeNumber } from './statement-text.ts';

/** Characters of a tag: six for each of its four words. */
export const TAG_LENGTH = 24;

const SUFFIX = '.myshopify.com'.length;

/**
 * The signature under a statement's body. The shop goes into what is signed and not into the text, so a statement of
 * another shop fails as a forged one does. `/` is in neither, so no two pairs of shop and body read the same.
 */
export function tagOf(keyHex: string, shop: ShopId, body: string): string {
  const words = sipHash128(readKey(keyHex), `${shop.slice(0, -SUFFIX)}/${body}`);
  return words.map((word) => writeNumber(word >>> 0, 6)).join('');
}

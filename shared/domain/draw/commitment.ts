import type { DrawId } from '../ids.ts';
import type { DrawTerms } from './draw.ts';
import type { Hashing } from './hashing.ts';

/** The one format there is; its steps are described in server/files/README.md for whoever checks us. */
export const DRAW_FORMAT = 'regulars-draw-1';

/** The terms as the text that is published and committed to: JSON in this order of names, without spaces. */
export const writeTerms = (id: DrawId, shop: string, { name, prizes, among, ...terms }: DrawTerms): string =>
  JSON.stringify({
    format: DRAW_FORMAT,
    draw: id,
    shop,
    name,
    prizes: prizes.map((prize) => ({ name: prize.name, count: prize.count })),
    among,
    bought: terms.bought,
    lotPer: terms.lotPer,
    closesAt: terms.closesAt,
    currency: terms.currency,
    timeZone: terms.timeZone,
  });

/**
 * What is published while the seed is still sealed: SHA-256 over the seed's hexadecimal digits, a line feed and the
 * text of the terms. Neither can be another one afterwards.
 */
export const commitmentOf = ({ sha256 }: Hashing, seed: string, termsText: string): string =>
  sha256(`${seed}\n${termsText}`);

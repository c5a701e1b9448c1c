import type { CardNumber } from '../../../shared/domain/ids.ts';
import { parseCardNumber } from '../../../shared/domain/instrument/card-number.ts';

/** What some scanners are set to send before the number: the name of the symbology, such as `]E0` for EAN-13. */
const SYMBOLOGY = /^\][A-Za-z][0-9]/;

/** Blanks, dashes of every kind, and the brackets around a GS1 prefix; digits of wide keyboards become plain ones. */
const plain = (typed: string): string => typed.normalize('NFKC').replace(/[\s\p{Pd}()]/gu, '');

/**
 * Reads a card number as a scanner sent it or somebody typed it. GS1 writes an EAN-13 also as 14 digits with a 0 before
 * it, and that with the prefix 01. Null when it is no card number.
 */
export function readScan(typed: string): CardNumber | null {
  const text = plain(typed.trim().replace(SYMBOLOGY, ''));
  return parseCardNumber(text.replace(/^(?:01)?0(?=2\d{12}$)/, ''));
}

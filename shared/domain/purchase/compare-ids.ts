import { bareForeignId } from './foreign.ts';

const NUMBER = /^\d+$/;

/**
 * Orders ids: numbers as numbers and before everything else, the rest as text. Those of another system stand behind
 * Shopify's and are ordered among themselves by the same rule.
 */
export function compareIds(a: string, b: string): number {
  const [isNumberA, isNumberB] = [NUMBER.test(a), NUMBER.test(b)];
  if (isNumberA !== isNumberB) return isNumberA ? -1 : 1;
  if (!isNumberA) {
    const [bareA, bareB] = [bareForeignId(a), bareForeignId(b)];
    if (bareA !== null && bareB !== null) return compareIds(bareA, bareB);
  }
  if (isNumberA && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

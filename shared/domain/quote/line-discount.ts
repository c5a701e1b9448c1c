import type { BasisPoints } from '../money/money.ts';
import { percentOf } from '../money/percent.ts';

/** What one line gives: its percentage half up, cut so that the line does not fall below its floor; never negative. */
export function lineDiscount(amountMinor: number, floorMinor: number, bp: BasisPoints): number {
  const room = amountMinor - floorMinor;
  const wanted = percentOf(amountMinor, bp);
  return wanted <= room ? wanted : Math.max(room, 0);
}

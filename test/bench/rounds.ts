import type { Measured } from './load/measured.ts';
import { median } from './load/measured.ts';

export type Sides = { readonly ours: readonly Measured[]; readonly bare: readonly Measured[] };

/**
 * Measures both sides in turns, so that whatever else the machine does meanwhile falls on both. The first turn of each
 * is thrown away: engines get warm.
 */
export async function rounds(
  count: number,
  ours: () => Promise<Measured>,
  bare: () => Promise<Measured>,
): Promise<Sides> {
  const sides = { ours: [] as Measured[], bare: [] as Measured[] };
  for (let round = 0; round <= count; round += 1) {
    for (const [side, measure] of [['bare', bare] as const, ['ours', ours] as const]) {
      const measured = await measure();
      if (round > 0) sides[side].push(measured);
    }
  }
  return sides;
}

/** The middle of all rounds, figure by figure. */
export const middle = (measured: readonly Measured[], figure: keyof Measured): number =>
  median(measured.map((one) => one[figure]));

/** Answers that were not what was asked for make every other figure worthless. */
export function refuseFailures(measured: readonly Measured[], of: string): void {
  const failed = measured.reduce((sum, one) => sum + one.failed, 0);
  if (failed > 0) throw new Error(`${failed} requests to ${of} failed; there is nothing to compare`);
}

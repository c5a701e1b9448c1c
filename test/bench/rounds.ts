import { type Measured, median } from './load/measured.ts';
import { cpuSeconds } from './machine.ts';

/** `cpuUs`: processor time of the server for one answer, µs; not a number where the system does not say. */
type Round = Measured & { readonly cpuUs: number };

export type Side = { readonly pid: number; readonly measure: () => Promise<Measured> };
export type Sides = { readonly ours: readonly Round[]; readonly bare: readonly Round[] };

/**
 * Measures both sides in turns, so that whatever else the machine does meanwhile falls on both. The first turn of each
 * is thrown away: engines get warm.
 */
export async function rounds(count: number, ours: Side, bare: Side): Promise<Sides> {
  const sides = { ours: [] as Round[], bare: [] as Round[] };
  for (let round = 0; round <= count; round += 1) {
    for (const [name, side] of [['bare', bare] as const, ['ours', ours] as const]) {
      const measured = await measureRound(side);
      if (round > 0) sides[name].push(measured);
    }
  }
  return sides;
}

async function measureRound({ pid, measure }: Side): Promise<Round> {
  const before = cpuSeconds(pid);
  const measured = await measure();
  return { ...measured, cpuUs: ((cpuSeconds(pid) - before) * 1e6) / Math.max(measured.answered, 1) };
}

/** The middle of all rounds, figure by figure. */
export const middle = (measured: readonly Round[], figure: keyof Round): number =>
  median(measured.map((one) => one[figure]));

/** The largest of all rounds. */
export const worstOf = (measured: readonly Round[], figure: keyof Round): number =>
  Math.max(...measured.map((one) => one[figure]));

/** Ours as a part of bare: the middle of all turns, each compared with the one beside it. */
export const ratioOf = ({ ours, bare }: Sides): number =>
  median(ours.map(({ perSecond }, i) => perSecond / (bare[i]?.perSecond ?? Number.NaN)));

/** Answers that were not what was asked for make every other figure worthless. */
export function refuseFailures(measured: readonly Measured[], of: string): void {
  const failed = measured.reduce((sum, one) => sum + one.failed, 0);
  if (failed > 0) throw new Error(`${failed} requests to ${of} failed; there is nothing to compare`);
}

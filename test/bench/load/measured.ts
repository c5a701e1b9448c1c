/** What came of a load. Latencies in milliseconds. */
export type Measured = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly answered: number;
  readonly failed: number;
};

/** The value that this share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Gathers answers one by one. `ok`: what was asked for was done. */
export function createTally() {
  const latencies: number[] = [];
  let failed = 0;
  return {
    add: (ms: number, ok: boolean): void => {
      if (ok) latencies.push(ms);
      else failed += 1;
    },
    measured: (seconds: number): Measured => ({
      perSecond: latencies.length / seconds,
      p50Ms: quantile(latencies, 0.5),
      p99Ms: quantile(latencies, 0.99),
      maxMs: quantile(latencies, 1),
      answered: latencies.length,
      failed,
    }),
  };
}

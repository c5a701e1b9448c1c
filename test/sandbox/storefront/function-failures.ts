import type { FunctionFailure } from './run-discounts.ts';

const KEPT_MAX = 50;

export type KeptFailure = FunctionFailure & { readonly at: number; readonly times: number };

/** The error history of each shop's discounts, newest first; the same failure again only counts. */
export type FunctionFailures = {
  readonly note: (shop: string, at: number, failures: readonly FunctionFailure[]) => void;
  readonly of: (shop: string) => readonly KeptFailure[];
};

export function createFunctionFailures(): FunctionFailures {
  const kept = new Map<string, readonly KeptFailure[]>();
  const of = (shop: string) => kept.get(shop) ?? [];
  return {
    of,
    note: (shop, at, failures) => {
      for (const failure of failures) {
        const same = of(shop).find(({ nodeId, why }) => nodeId === failure.nodeId && why === failure.why);
        const others = of(shop).filter((each) => each !== same);
        kept.set(shop, [{ ...failure, at, times: (same?.times ?? 0) + 1 }, ...others].slice(0, KEPT_MAX));
      }
    },
  };
}

import type { Plan } from '../world/things.ts';

export type Limits = { readonly maximum: number; readonly restorePerSecond: number };

export type ThrottleStatus = {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
};

/** Makes the Admin API stingy. */
export type Throttle = {
  /** Other limits than the plan's for every shop; null: the plan's again. */
  readonly limit: (limits: Limits | null) => void;
  readonly drain: (shop: string) => void;
};

/** Points by plan; one bucket per shop, since there is one app. */
export type Buckets = Throttle & {
  /** Whether the bucket holds the points; then they are set aside. */
  readonly take: (shop: string, plan: Plan, points: number) => boolean;
  readonly giveBack: (shop: string, plan: Plan, points: number) => void;
  readonly status: (shop: string, plan: Plan) => ThrottleStatus;
};

const BY_PLAN: Readonly<Record<Plan, Limits>> = {
  Basic: { maximum: 2000, restorePerSecond: 100 },
  Grow: { maximum: 2000, restorePerSecond: 100 },
  Advanced: { maximum: 4000, restorePerSecond: 200 },
  Plus: { maximum: 20_000, restorePerSecond: 1000 },
};

export function createBuckets(now: () => number): Buckets {
  const filled = new Map<string, { readonly points: number; readonly at: number }>();
  let forced: Limits | null = null;
  const limitsOf = (plan: Plan): Limits => forced ?? BY_PLAN[plan];
  const current = (shop: string, plan: Plan): number => {
    const { maximum, restorePerSecond } = limitsOf(plan);
    const last = filled.get(shop);
    if (last === undefined) return maximum;
    return Math.min(maximum, last.points + (Math.max(0, now() - last.at) / 1000) * restorePerSecond);
  };
  const change = (shop: string, plan: Plan, by: number): void => {
    const points = Math.min(limitsOf(plan).maximum, current(shop, plan) + by);
    filled.set(shop, { points, at: now() });
  };
  return {
    take: (shop, plan, points) => {
      if (current(shop, plan) < points) return false;
      change(shop, plan, -points);
      return true;
    },
    giveBack: change,
    status: (shop, plan) => ({
      maximumAvailable: limitsOf(plan).maximum,
      currentlyAvailable: Math.floor(current(shop, plan)),
      restoreRate: limitsOf(plan).restorePerSecond,
    }),
    limit: (limits) => {
      forced = limits;
    },
    drain: (shop) => void filled.set(shop, { points: 0, at: now() }),
  };
}

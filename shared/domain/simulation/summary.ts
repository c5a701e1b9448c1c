import type { Instant } from '../ids.ts';
import type { ReadDraft } from '../program/read-draft.ts';
import type { History } from './history.ts';
import type { Month } from './months.ts';
import type { Place } from './places.ts';
import type { Simulated } from './simulate.ts';
import { gainsOf, type RewardTotals, rewardTotalsOf, type Totals, totalsOf } from './totals.ts';
import { marginOf, type Turnover } from './turnover.ts';

/** So many percentages stand apart; where there are more, neighbours stand together. */
const COLUMNS_MAX = 12;
/** Who gains most, by name. */
const TOP_MAX = 20;
const TENTHS = 10;

/**
 * One group that customers are counted in at the end of a month: owed from … to basis points, both in it, or with the
 * n-th item whether any reward is ready.
 */
export type HolderGroup =
  | { readonly kind: 'owed'; readonly fromBp: number; readonly toBp: number }
  | { readonly kind: 'ready'; readonly any: boolean };

/** A month, with its customers by group. `withoutCard`: who has no card yet, where one is needed. */
export type MonthSummary = Turnover & {
  readonly year: number;
  readonly month: number;
  readonly withoutCard: number;
  readonly holders: readonly number[];
};

/** Somebody who gains; `customerId` null: erased since. */
export type Gainer = {
  readonly customerId: string | null;
  readonly discountMinor: number;
  readonly bookedMinor: number;
};

/**
 * Who gains: how many, the first of them by name, and what each tenth of them gets together, the tenth that gets most
 * first; fewer than ten stand each for themselves.
 */
export type GainsSummary = {
  readonly customers: number;
  readonly top: readonly Gainer[];
  readonly tenthsMinor: readonly number[];
};

/** What a simulation comes to, without a line for every customer: what is kept and shown of it. */
export type Summary = {
  readonly totals: Totals;
  readonly rewards: RewardTotals | null;
  readonly margin: ReturnType<typeof marginOf>;
  readonly gains: GainsSummary;
  readonly groups: readonly HolderGroup[];
  readonly months: readonly MonthSummary[];
  readonly places: readonly Place[];
  readonly nobodys: History['nobodys'];
  readonly endsAt: Instant | null;
};

/** Parts a sorted list into at most so many runs, as even as can be. */
function partsOf<T>(sorted: readonly T[], most: number): readonly (readonly T[])[] {
  const parts = Math.min(most, sorted.length);
  const cut = (part: number) => Math.floor((part * sorted.length) / parts);
  return Array.from({ length: parts }, (_, i) => sorted.slice(cut(i), cut(i + 1)));
}

function groupsOf(months: readonly Month[], { mechanic }: ReadDraft): readonly HolderGroup[] {
  if (mechanic.kind === 'nth_item' || mechanic.kind === 'marks')
    return [false, true].map((any) => ({ kind: 'ready', any }));
  const owed = [...new Set(months.flatMap(({ holders }) => [...holders.keys()]))].sort((a, b) => a - b);
  return partsOf(owed, COLUMNS_MAX).map((part) => ({ kind: 'owed', fromBp: part[0] ?? 0, toBp: part.at(-1) ?? 0 }));
}

const isIn = (owed: number, group: HolderGroup): boolean =>
  group.kind === 'ready' ? owed > 0 === group.any : owed >= group.fromBp && owed <= group.toBp;

function monthSummary({ asOf: _asOf, holders, ...month }: Month, groups: readonly HolderGroup[]): MonthSummary {
  const counts = groups.map((group) => {
    let sum = 0;
    for (const [owed, count] of holders) if (isIn(owed, group)) sum += count;
    return sum;
  });
  return { ...month, holders: counts };
}

function gainsSummary({ customers }: Simulated): GainsSummary {
  const gaining = gainsOf(customers).customers;
  const top = gaining.slice(0, TOP_MAX).map(({ customerId, discountMinor, bookedMinor }) => {
    return { customerId, discountMinor, bookedMinor };
  });
  const tenthsMinor = partsOf(gaining, TENTHS).map((part) => part.reduce((sum, c) => sum + c.discountMinor, 0));
  return { customers: gaining.length, top, tenthsMinor };
}

/** What is kept of a simulation. */
export function summaryOf(program: ReadDraft, simulated: Simulated): Summary {
  const { customers, months, places, nobodys, endsAt } = simulated;
  const groups = groupsOf(months, program);
  return {
    totals: totalsOf(customers),
    rewards: program.mechanic.kind === 'nth_item' ? rewardTotalsOf(customers) : null,
    margin: marginOf(places),
    gains: gainsSummary(simulated),
    groups,
    months: months.map((month) => monthSummary(month, groups)),
    places,
    nobodys,
    endsAt,
  };
}

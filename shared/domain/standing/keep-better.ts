import type { Instant } from '../ids.ts';
import type { ProgramVersion } from '../program/program.ts';
import { netPurchase } from '../purchase/net-purchase.ts';
import { partOf } from './membership.ts';
import { isMore, readinessOf } from './reward-claim.ts';
import { sooner } from './sooner.ts';
import type { Facts, Kept, RewardStanding, Standing } from './standing.ts';

/** Whether somebody held a card of a version before an instant or, where none is asked for, had bought something. */
export function tookPartBefore(version: ProgramVersion, facts: Facts, instant: Instant): boolean {
  const justBefore = instant - 1;
  if (version.membership.kind === 'card') return partOf(version, facts, justBefore).takesPart;
  return facts.purchases.some((purchase) => netPurchase(purchase, justBefore, facts)?.counts === true);
}

/** What is kept stays until something newer gives strictly more: of two that give the same, the older one. */
function best(newestFirst: readonly Standing[], gives: (a: Standing, b: Standing) => boolean): Standing | null {
  const better = (found: Standing | null, one: Standing) => (found !== null && gives(found, one) ? found : one);
  return newestFirst.reduce<Standing | null>(better, null);
}

/** Of what is as ready, the larger share of the next one is better, then what loses nothing of it. */
const worthOf = (rewards: RewardStanding | undefined): readonly number[] =>
  rewards === undefined
    ? []
    : [...readinessOf(rewards), rewards.shareBp, rewards.carries ? 1 : 0, rewards.counts ? 1 : 0];

const rewarding = (all: readonly Standing[]): Standing | null =>
  best(
    all.filter(({ takesPart, rewards }) => takesPart && rewards !== undefined),
    (a, b) => isMore(worthOf(a.rewards), worthOf(b.rewards)),
  );

/** Whose percentage it is; of those that give the same, the one whose rewards are given. */
function percentOf(all: readonly Standing[], rewards: Standing | null): Standing | null {
  const most = best(all, (a, b) => a.discountBp > b.discountBp);
  return rewards !== null && rewards.discountBp === most?.discountBp ? rewards : most;
}

/** What one version gives, and until when it is kept. */
export type Evaluated = { readonly standing: Standing; readonly until: Instant | null };

function keptOf(inForce: number, rewardsBy: number | null, percentBy: number, all: readonly Evaluated[]): Kept | null {
  if (percentBy === inForce && (rewardsBy === null || rewardsBy === inForce)) return null;
  const oldest = Math.min(percentBy, rewardsBy ?? percentBy);
  return { inForce, rewardsBy, until: all.find(({ standing }) => standing.version === oldest)?.until ?? null };
}

/**
 * What somebody is owed who keeps older versions (decision 0065): the highest percentage, and the best rewards, that
 * any of the versions gives them, each compared by itself. `evaluated`: newest first, the one in force at its head.
 */
export function keepBetter(evaluated: readonly [Evaluated, ...Evaluated[]]): Standing {
  const [{ standing: inForce }] = evaluated;
  const all = evaluated.map(({ standing }) => standing);
  const rewarded = rewarding(all);
  const { rewards: _, marks: __, offers: ___, ...percent } = percentOf(all, rewarded) ?? inForce;
  // A card of marks is one: it is the newest version's that has any.
  const marked = all.find(({ takesPart, marks }) => takesPart && marks !== undefined);
  const kept = keptOf(inForce.version, rewarded?.version ?? null, percent.version, evaluated);
  return {
    ...percent,
    ...(rewarded?.rewards === undefined ? {} : { rewards: rewarded.rewards }),
    ...(marked?.marks === undefined ? {} : { marks: marked.marks, offers: marked.offers ?? [] }),
    ...(kept === null ? {} : { kept }),
    changesAt: all.reduce<Instant | null>((at, { changesAt }) => sooner(at, changesAt), null),
  };
}

import { rewardFigures } from '../../../shared/domain/quote/reward-figures.ts';
import type { CustomerStanding, Standing } from '../../../shared/domain/standing/standing.ts';
import type { StoredStanding } from '../ports/standing-store.ts';

const rewardValues = ({ rewards }: Standing) =>
  rewards === undefined
    ? []
    : [...rewardFigures(rewards), rewards.counted, rewards.used, rewards.ready, rewards.worthMinor];

const markValues = ({ marks, offers }: Standing) =>
  marks === undefined
    ? []
    : [marks.set, marks.used, marks.deficit, ...marks.ready, ...(offers ?? []).map(({ id }) => id)];

const valuesOf = (s: Standing) => [
  s.programId,
  s.version,
  s.takesPart,
  s.windowStartsAt,
  s.windowEndsAt,
  s.spentMinor,
  s.purchases,
  s.items,
  s.position,
  s.level,
  s.givenBp,
  s.discountBp,
  s.next?.level,
  s.next?.missingSpentMinor,
  s.next?.missingPurchases,
  s.changesAt,
  s.kept?.inForce,
  s.kept?.rewardsBy,
  s.kept?.until,
  s.capMinor,
  s.addedUpToBp,
  s.programEndsAt,
  s.referral?.bonusBp,
  s.referral?.brought,
  s.referral?.ready,
  s.referral?.used,
  s.referral?.deficit,
  ...rewardValues(s),
  ...markValues(s),
];

function isSameStanding(a: Standing, b: Standing): boolean {
  const [left, right] = [valuesOf(a), valuesOf(b)];
  return left.length === right.length && left.every((value, i) => value === right[i]);
}

/** Whether two say the same of every program; the instant they were worked out at does not count. */
export function isSameForAll(a: CustomerStanding, b: CustomerStanding): boolean {
  const [left, right] = [a.standings, b.standings];
  return left.length === right.length && left.every((s, i) => right[i] !== undefined && isSameStanding(s, right[i]));
}

/** Only `asOf` differs: nothing that a reader, or the job for ended windows, would notice. */
export const isSame = (a: StoredStanding, b: StoredStanding): boolean =>
  a.sequence === b.sequence && isSameForAll(a.standing, b.standing);

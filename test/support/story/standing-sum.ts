import { keptVersions, markFigures } from '../../../shared/domain/journal/difference.ts';
import type { JournalSum } from '../../../shared/domain/journal/sum.ts';
import type { Standing } from '../../../shared/domain/standing/standing.ts';
import { rewardSum } from './reward-sum.ts';

/** What the journal of somebody with this standing must add up to. */
export const standingSum = (standing: Omit<Standing, 'programId'>): JournalSum => ({
  takesPart: standing.takesPart,
  spent: standing.spentMinor,
  purchases: standing.purchases,
  items: standing.items,
  position: standing.position,
  given: standing.givenBp,
  discount: standing.discountBp,
  ...rewardSum(standing),
  ...markFigures(standing),
  brought: standing.referral?.brought ?? 0,
  bonus_used: standing.referral?.used ?? 0,
  bonus_ready: standing.referral?.ready ?? 0,
  bonus_deficit: standing.referral?.deficit ?? 0,
  ...keptVersions(standing),
  level: standing.level,
  windowEndsAt: standing.windowEndsAt,
});

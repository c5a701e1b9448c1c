import type { RewardChange } from '../../../shared/domain/journal/journal.ts';
import type { Standing } from '../../../shared/domain/standing/standing.ts';

/** What the journal must add up to of a standing's rewards. */
export const rewardSum = ({ rewards }: Pick<Standing, 'rewards'>): Readonly<Record<RewardChange, number>> => ({
  counted: rewards?.counted ?? 0,
  used: rewards?.used ?? 0,
  deficit: rewards?.deficit ?? 0,
  progress: rewards?.progress ?? 0,
  ready: rewards?.ready ?? 0,
  ready_worth: rewards?.worthMinor ?? 0,
});

import type { Fault } from '../../../shared/domain/fault.ts';
import type { Instant, ProgramId } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { ReadDraft } from '../../../shared/domain/program/read-draft.ts';
import { byProgram } from '../../../shared/domain/standing/evaluate-all.ts';
import { newest } from './newest.ts';

type Planned = Pick<ReadDraft, 'mechanic' | 'caps'> & { readonly programId: ProgramId; readonly from: Instant };

const rewards = ({ mechanic }: Pick<ReadDraft, 'mechanic'>): boolean => mechanic.kind === 'nth_item';

/**
 * What has a cap and what rewards the n-th item are worked out by two discounts in checkout, which would both give
 * (decision 0056). So no program of the one kind runs beside one of the other, nor follows it where holders may still
 * keep it. Names the first in the way.
 */
export function checkCaps(
  { programId, mechanic, caps, from }: Planned,
  versions: readonly ProgramVersion[],
): readonly Fault[] {
  const isReward = rewards({ mechanic });
  if (!isReward && caps === undefined) return [];
  const isInTheWay = (version: ProgramVersion) => (isReward ? version.caps !== undefined : rewards(version));
  const path = isReward ? 'mechanic' : caps?.orderMinor === null ? 'monthCap' : 'orderCap';
  for (const ofProgram of byProgram(versions).values()) {
    const last = newest(ofProgram);
    const hasEnded = last !== null && last.endsAt !== null && last.endsAt <= from;
    const other = hasEnded ? undefined : ofProgram.find(isInTheWay);
    if (other === undefined) continue;
    const code = other.programId === programId ? 'cap_after_rewards' : 'cap_beside_rewards';
    return [code === 'cap_after_rewards' ? { path, code } : { path, code, facts: { program: other.name } }];
  }
  return [];
}

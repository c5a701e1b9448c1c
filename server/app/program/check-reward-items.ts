import type { Fault } from '../../../shared/domain/fault.ts';
import type { ProgramId } from '../../../shared/domain/ids.ts';
import type { Mechanic, ProgramVersion } from '../../../shared/domain/program/program.ts';

/**
 * An order names a reward by its number of items alone (decision 0049). So within a shop that number belongs to one
 * program, also after this has ended, and a program keeps it.
 */
export function checkRewardItems(
  programId: ProgramId,
  mechanic: Mechanic,
  versions: readonly ProgramVersion[],
): readonly Fault[] {
  if (mechanic.kind !== 'nth_item') return [];
  for (const version of versions) {
    if (version.mechanic.kind !== 'nth_item') continue;
    const isSame = version.mechanic.items === mechanic.items;
    const isOurs = version.programId === programId;
    if (isOurs && !isSame) return [{ path: 'nthItems', code: 'reward_items_fixed' }];
    if (!isOurs && isSame) return [{ path: 'nthItems', code: 'reward_items_taken' }];
  }
  return [];
}

import type { ProgramCheckView } from '../../../shared/contract/program.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import { cutByFloor, underFloor } from '../../../shared/domain/program/check-floor.ts';
import { hardlyReached } from '../../../shared/domain/program/check-reach.ts';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { exampleOf } from '../../../shared/domain/program/example.ts';
import { readDraft } from '../../../shared/domain/program/read-draft.ts';
import type { Shop } from '../../app/ports/shop-store.ts';

/**
 * What is wrong with a draft, beside the fields; when it can be read, what deserves a second look, and the example as
 * the core works it out.
 */
export function checkDraft(draft: ProgramDraft, shop: Shop, now: Instant): ProgramCheckView {
  const read = readDraft(draft, { currency: shop.currency, timeZone: shop.timeZone });
  if (!read.ok) return { faults: read.error.faults, warnings: [], example: [] };
  const { mechanic } = read.value;
  const marginBp = shop.settings.floorOn ? shop.settings.marginBp : null;
  return {
    faults: underFloor(mechanic, marginBp),
    warnings: [...hardlyReached(read.value), ...cutByFloor(mechanic, marginBp)],
    example: exampleOf(read.value, now),
  };
}

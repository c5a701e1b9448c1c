import type { ProgramCheckView } from '../../../shared/contract/program.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import { cutByFloor, underFloor } from '../../../shared/domain/program/check-floor.ts';
import { hardlyReached } from '../../../shared/domain/program/check-reach.ts';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { exampleOf } from '../../../shared/domain/program/example.ts';
import { readDraft } from '../../../shared/domain/program/read-draft.ts';
import type { Shop } from '../../app/ports/shop-store.ts';

const UNNAMED = '-';

/**
 * What is wrong with a draft, beside the fields; when it can be read, what deserves a second look, and the example as
 * the core works it out.
 */
export function checkDraft(draft: ProgramDraft, shop: Shop, now: Instant): ProgramCheckView {
  const place = { currency: shop.currency, timeZone: shop.timeZone };
  const read = readDraft(draft, place);
  // A name that is still missing is no reason to say nothing about the rest.
  const named = read.ok ? read : readDraft({ ...draft, name: draft.name.trim() || UNNAMED }, place);
  const faults = read.ok ? [] : read.error.faults;
  if (!named.ok) return { faults, warnings: [], example: [] };
  const { mechanic } = named.value;
  const marginBp = shop.settings.floorOn ? shop.settings.marginBp : null;
  return {
    faults: [...faults, ...underFloor(mechanic, marginBp)],
    warnings: [...hardlyReached(named.value), ...cutByFloor(mechanic, marginBp)],
    example: read.ok ? exampleOf(read.value, now) : [],
  };
}

import type { ProgramCheckView } from '../../../shared/contract/program.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { exampleOf } from '../../../shared/domain/program/example.ts';
import { readDraft } from '../../../shared/domain/program/read-draft.ts';
import type { Shop } from '../../app/ports/shop-store.ts';

/** What is wrong with a draft, beside the fields; when nothing is, the example as the core works it out. */
export function checkDraft(draft: ProgramDraft, shop: Shop, now: Instant): ProgramCheckView {
  const read = readDraft(draft, { currency: shop.currency, timeZone: shop.timeZone });
  if (!read.ok) return { faults: read.error.faults, example: [] };
  return { faults: [], example: exampleOf(read.value, now) };
}

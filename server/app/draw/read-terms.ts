import type { DrawDraft } from '../../../shared/domain/draw/draft.ts';
import type { DrawTerms } from '../../../shared/domain/draw/draw.ts';
import { readDraw } from '../../../shared/domain/draw/read-draw.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { versionAt } from '../../../shared/domain/program/version-at.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import { AppError } from '../ports/app-error.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';

export type ReadTerms = (
  shop: ShopId,
  draft: DrawDraft,
) => Promise<Result<DrawTerms, { readonly faults: readonly Fault[] }>>;

/** Reads a draft by the shop's money, clock and programs: a level must be one that its program has now. */
export function createReadTerms({ stores, clock }: Pick<UseCaseDeps, 'stores' | 'clock'>): ReadTerms {
  return async (shop, draft) => {
    const known = await stores.shops.find(shop);
    if (known === null) throw new AppError('unknown_shop', false);
    const now = clock.now();
    const read = readDraw(draft, { currency: known.currency, timeZone: known.timeZone, now });
    if (!read.ok || read.value.among.kind === 'card') return read;
    const { among } = read.value;
    const version = versionAt(await stores.programs.versions(shop, among.programId), now);
    if (version === null) return refused({ faults: [{ path: 'programId', code: 'choice_unknown' }] });
    const levels = version.mechanic.kind === 'levels' ? version.mechanic.levels.length : 0;
    if (among.kind === 'level' && among.level >= levels) {
      return refused({ faults: [{ path: 'level', code: 'choice_unknown' }] });
    }
    return ok(read.value);
  };
}

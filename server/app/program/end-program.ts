import type { ShopId } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { isEnd, newest } from './newest.ts';
import { sweepAt } from './sweep-at.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'log' | 'askForSweep'>;

/**
 * A program ends by a version that ends when it begins: what was published is never changed, and a version that was to
 * begin later does not wake it up again. A draft that never was published just ends. Ended twice is ended once.
 */
export function createEndProgram(deps: Deps): UseCases['endProgram'] {
  const { programs } = deps.stores;
  return async (shop, id, by) => {
    const [program, versions] = await Promise.all([programs.find(shop, id), programs.versions(shop, id)]);
    if (program === null) return refused({ code: 'unknown_program' });
    if (program.state === 'ended') return ok(program);
    const last = newest(versions);
    const end = last === null ? null : await endVersion(deps, shop, last);
    if (last !== null && end === null) return refused({ code: 'changed_meanwhile' });
    const ended = {
      state: 'ended',
      endedAt: end?.endsAt ?? deps.clock.now(),
      draft: null,
      lastVersion: end?.version ?? 0,
    } as const;
    await programs.change(shop, id, ended);
    deps.log.info('program.ended', { shop, program: id, by });
    return ok({ ...program, ...ended });
  };
}

/** The version that ends the program, as it stands in the store; null when another one was published meanwhile. */
async function endVersion(
  { stores, clock, askForSweep }: Deps,
  shop: ShopId,
  last: ProgramVersion,
): Promise<ProgramVersion | null> {
  const now = clock.now();
  if (isEnd(last, now)) return last;
  const end = { ...last, version: last.version + 1, effectiveAt: now, endsAt: now };
  await askForSweep(shop, sweepAt(now));
  if ((await stores.programs.publish(shop, end)) === 'published') return end;
  const taken = newest(await stores.programs.versions(shop, last.programId));
  return taken !== null && isEnd(taken, now) ? taken : null;
}

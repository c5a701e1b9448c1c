import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { isEnd, newest } from './newest.ts';

/**
 * A version that was published with an end has come to it: nobody is owed anything by it from that instant on, whether
 * or not this has run; it says so of the program itself, so that lists show it and no card is emitted for it.
 */
export function createEndDuePrograms({
  stores: { programs },
  clock,
  log,
}: Pick<UseCaseDeps, 'stores' | 'clock' | 'log'>): UseCases['endDuePrograms'] {
  return async (shop) => {
    const now = clock.now();
    const [all, versions] = await Promise.all([programs.list(shop), programs.allVersions(shop)]);
    for (const { id, state } of all) {
      const last = newest(versions.filter(({ programId }) => programId === id));
      if (state !== 'published' || last === null || !isEnd(last, now)) continue;
      await programs.change(shop, id, { state: 'ended', endedAt: last.endsAt, draft: null, lastVersion: last.version });
      log.info('program.ended', { shop, program: id, by: null });
    }
  };
}

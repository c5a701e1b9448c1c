import { eachOf } from '../each-of.ts';
import { AppError } from '../ports/app-error.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

const AT_ONCE = 32;
/** From so many on it is quicker to go through the whole shop, as at the end of a calendar year. */
const SWEEP_FROM = 5000;

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'log'> & Pick<UseCases, 'refreshStanding' | 'rebuildStandings'>;

/**
 * Windows that ended, versions that began, facts that lay ahead: a batch of standings that time alone has changed.
 * Answers how many it moved, so that 0 means there is nothing left to do now. One that fails does not hold the others;
 * it is heard of when nothing else moves any more.
 */
export function createRefreshDue(
  { stores, clock, log, refreshStanding, rebuildStandings }: Deps,
  sweepFrom = SWEEP_FROM,
): UseCases['refreshDue'] {
  return async (shop) => {
    const due = await stores.standings.due(shop, clock.now(), sweepFrom);
    if (due.length >= sweepFrom) return (await rebuildStandings(shop)).different;
    const failures: unknown[] = [];
    await eachOf(due, AT_ONCE, async (customerId) => {
      try {
        await refreshStanding(shop, customerId, { kind: 'time_passed' }, null);
      } catch (error) {
        failures.push(error);
        const code = error instanceof AppError ? error.code : 'unexpected';
        log.warn('standing.refresh_failed', { shop, customerId, code });
      }
    });
    if (failures.length > 0 && failures.length === due.length) throw failures[0];
    return due.length - failures.length;
  };
}

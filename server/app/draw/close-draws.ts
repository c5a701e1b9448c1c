import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { createCloseDraw } from './close-draw.ts';
import type { TellWinners } from './tell-winners.ts';

/** What was bought just before closing may still be on its way to us. */
export const SETTLE_MS = 60_000;

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'chance' | 'hashing' | 'log'>;

/** What the clock does for draws: closes those whose time has come, and tells winners that were not told yet. */
export function createCloseDraws(deps: Deps, tellWinners: TellWinners): UseCases['closeDraws'] {
  const closeDraw = createCloseDraw(deps);
  return async (shop) => {
    const now = deps.clock.now();
    const due = await deps.stores.draws.due(shop, now);
    const ripe = due.filter(({ state, terms }) => state !== 'open' || terms.closesAt + SETTLE_MS <= now);
    for (const draw of ripe) await (draw.state === 'open' ? closeDraw(shop, draw) : tellWinners(shop, draw));
    return ripe.length;
  };
}

import type { ClosedList, Draw, Drawn } from '../../../shared/domain/draw/draw.ts';
import { createRanking } from '../../../shared/domain/draw/ranking.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import { AppError } from '../ports/app-error.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { sealedSeed } from './close-draw.ts';
import type { TellWinners } from './tell-winners.ts';

const TRIES_MAX = 5;

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'hashing' | 'log'>;

/**
 * Draws the prizes of a closed draw and reveals the seed. Who wins follows from seed and list alone, so drawing again,
 * or two drawing at once, can only say the same; the first one is kept.
 */
export function createDrawPrizes(deps: Deps, tellWinners: TellWinners): UseCases['drawPrizes'] {
  const { stores, clock, log } = deps;
  const { draws } = stores;
  return async (shop, id, by) => {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const seen = await draws.find(shop, id);
      if (seen === null) return refused({ code: 'unknown_draw' });
      if (seen.state === 'cancelled') return refused({ code: 'draw_cancelled' });
      const { closed } = seen;
      if (closed === null) return refused({ code: 'draw_not_closed' });
      if (closed.lots === 0) return refused({ code: 'draw_without_lots' });
      if (seen.state === 'drawn') {
        if (!seen.isTold) await tellWinners(shop, seen);
        return ok(seen);
      }
      const at = clock.now();
      const drawn = { at, ...(await outcomeOf(deps, shop, seen, closed)) };
      const event = { at, by, kind: 'drawn', lot: null, note: '' } as const;
      if ((await draws.change(shop, seen, { state: 'drawn', drawn }, event)) === 'changed') {
        log.info('draw.drawn', { shop, draw: id, by });
      }
    }
    throw new AppError('draw_contended', true);
  };
}

/** Batch by batch, so that a long list holds up nobody else. */
async function outcomeOf(
  deps: Deps,
  shop: ShopId,
  draw: Draw,
  { listId, listHash }: ClosedList,
): Promise<Omit<Drawn, 'at'>> {
  const seed = await sealedSeed(deps, shop, draw);
  const ranking = createRanking(deps.hashing, seed, listHash, draw.terms.prizes);
  for await (const batch of deps.stores.draws.lots(shop, { drawId: draw.id, listId })) {
    for (const { lot } of batch) ranking.add(lot);
  }
  return { seed, winners: ranking.winners() };
}

import { ok, refused } from '../../../shared/domain/result.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Ends a draw that was not drawn yet, for good. What was published of it stays to be seen. */
export function createCancelDraw({
  stores,
  clock,
  log,
}: Pick<UseCaseDeps, 'stores' | 'clock' | 'log'>): UseCases['cancelDraw'] {
  const { draws } = stores;
  return async (shop, id, note, by) => {
    const seen = await draws.find(shop, id);
    if (seen === null) return refused({ code: 'unknown_draw' });
    if (seen.state === 'drawn') return refused({ code: 'draw_already_drawn' });
    if (seen.state === 'cancelled') return ok(seen);
    const event = { at: clock.now(), by, kind: 'cancelled', lot: null, note } as const;
    if ((await draws.change(shop, seen, { state: 'cancelled' }, event)) === 'stale') {
      return refused({ code: 'changed_meanwhile' });
    }
    log.info('draw.cancelled', { shop, draw: id, by });
    return ok((await draws.find(shop, id)) ?? seen);
  };
}

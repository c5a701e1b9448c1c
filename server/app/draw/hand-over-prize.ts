import type { Drawn } from '../../../shared/domain/draw/draw.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import { AppError } from '../ports/app-error.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import type { TellWinners } from './tell-winners.ts';

const TRIES_MAX = 5;

/** Ticks a prize as handed over, with when and by whom; once, whoever else ticks it at the same moment. */
export function createHandOverPrize(
  { stores, clock, log }: Pick<UseCaseDeps, 'stores' | 'clock' | 'log'>,
  tellWinners: TellWinners,
): UseCases['handOverPrize'] {
  const { draws } = stores;
  return async (shop, id, lot, by) => {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const seen = await draws.find(shop, id);
      if (seen === null) return refused({ code: 'unknown_draw' });
      const winner = seen.drawn?.winners.find((one) => one.lot === lot);
      if (seen.drawn === null || winner === undefined) return refused({ code: 'unknown_lot' });
      if (winner.handedOver !== null) return refused({ code: 'prize_handed_over_already' });
      const at = clock.now();
      const drawn: Drawn = {
        ...seen.drawn,
        winners: seen.drawn.winners.map((one) => (one.lot === lot ? { ...one, handedOver: { at, by } } : one)),
      };
      const event = { at, by, kind: 'handed_over', lot, note: '' } as const;
      // Not told: should we end here, the clock tells the winner's journal.
      if ((await draws.change(shop, seen, { drawn, isTold: false }, event)) === 'stale') continue;
      log.info('draw.prize_handed_over', { shop, draw: id, by });
      const kept = await draws.find(shop, id);
      if (kept !== null) await tellWinners(shop, kept);
      return ok(kept ?? seen);
    }
    throw new AppError('draw_contended', true);
  };
}

import { Router } from 'express';
import { z } from 'zod';
import type { HandOverWonForm } from '../../../shared/contract/till.ts';
import { parseLotNumber } from '../../../shared/domain/draw/lots.ts';
import { parseOurId } from '../../../shared/domain/ids.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { prizesWaiting } from './prizes-waiting.ts';
import { loadTillCard } from './till-card.load.ts';

const wonForm = z.strictObject({
  drawId: z.string().max(60),
  lot: z.string().max(40),
}) satisfies z.ZodType<HandOverWonForm>;

/** A prize of a draw, handed to whoever stands at the till with the winner's own card in use. */
export function createTillPrizeRoutes(deps: HttpDeps): Router {
  const router = Router();
  const { useCases } = deps;
  router.post(
    '/cards/:number/prize',
    endpoint({ body: wonForm }, async ({ shop, staffId, part, body }) => {
      const found = await useCases.lookUpCard(shop, part('number'));
      if (!found.ok) return found;
      const [drawId, lot] = [parseOurId('drw', body.drawId), parseLotNumber(body.lot)];
      if (drawId === null) return refused({ code: 'unknown_draw' });
      const waiting = await prizesWaiting(deps, shop, found.value);
      const isTheirs = waiting.some((won) => won.drawId === drawId && won.lot === lot);
      if (lot === null || !isTheirs) return refused({ code: 'unknown_lot' });
      const handed = await useCases.handOverPrize(shop, drawId, lot, staffId);
      return handed.ok ? ok(await loadTillCard(deps, shop, found.value)) : handed;
    }),
  );
  return router;
}

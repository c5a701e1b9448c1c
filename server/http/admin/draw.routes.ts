import { Router } from 'express';
import type { Draw } from '../../../shared/domain/draw/draw.ts';
import { parseLotNumber } from '../../../shared/domain/draw/lots.ts';
import { type DrawId, parseOurId, type ShopId } from '../../../shared/domain/ids.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint, type Refused } from '../endpoint.ts';
import { drawRow, loadDrawView } from './draw.load.ts';
import { cancelDrawForm, drawForm, handOverPrizeForm } from './draw.requests.ts';

const unknown = refused({ code: 'unknown_draw' } as const);

/** Prize draws: opened, drawn, cancelled, and prizes handed over. */
export function createDrawRoutes(deps: HttpDeps): Router {
  const router = Router();
  const { useCases, stores } = deps;
  const shown = async (shop: ShopId, changed: Result<Draw, Refused>) =>
    changed.ok ? ok(await loadDrawView(deps, shop, changed.value)) : changed;
  /** A change of the draw in the path. */
  const changing = async (shop: ShopId, text: string, change: (id: DrawId) => Promise<Result<Draw, Refused>>) => {
    const id = parseOurId('drw', text);
    return id === null ? unknown : shown(shop, await change(id));
  };
  router.get(
    '/draws',
    endpoint({}, async ({ shop }) => ok((await stores.draws.list(shop)).map(drawRow))),
  );
  router.post(
    '/draws',
    endpoint({ body: drawForm }, async ({ shop, staffId, body }) =>
      shown(shop, await useCases.openDraw(shop, body.draft, staffId)),
    ),
  );
  router.post(
    '/draws/check',
    endpoint({ body: drawForm }, async ({ shop, body }) => ok(await useCases.checkDraw(shop, body.draft))),
  );
  router.get(
    '/draws/:id',
    endpoint({}, async ({ shop, part }) => {
      const id = parseOurId('drw', part('id'));
      const draw = id === null ? null : await stores.draws.find(shop, id);
      return draw === null ? unknown : ok(await loadDrawView(deps, shop, draw));
    }),
  );
  router.post(
    '/draws/:id/draw',
    endpoint({}, ({ shop, staffId, part }) =>
      changing(shop, part('id'), (id) => useCases.drawPrizes(shop, id, staffId)),
    ),
  );
  router.post(
    '/draws/:id/cancel',
    endpoint({ body: cancelDrawForm }, ({ shop, staffId, part, body }) =>
      changing(shop, part('id'), (id) => useCases.cancelDraw(shop, id, body.note, staffId)),
    ),
  );
  router.post(
    '/draws/:id/hand-over',
    endpoint({ body: handOverPrizeForm }, ({ shop, staffId, part, body }) =>
      changing(shop, part('id'), async (id) => {
        const lot = parseLotNumber(body.lot);
        if (lot !== null) return useCases.handOverPrize(shop, id, lot, staffId);
        return (await stores.draws.find(shop, id)) === null ? unknown : refused({ code: 'unknown_lot' });
      }),
    ),
  );
  return router;
}

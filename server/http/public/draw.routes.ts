import { once } from 'node:events';
import { type Response, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { DrawFile } from '../../../shared/contract/draw.ts';
import { DRAW_FORMAT } from '../../../shared/domain/draw/commitment.ts';
import type { Draw } from '../../../shared/domain/draw/draw.ts';
import { parseOurId, parseShopId, type ShopId } from '../../../shared/domain/ids.ts';
import { namesOf } from '../admin/draw.load.ts';
import type { HttpDeps } from '../deps.ts';
import { refuse } from '../error-response.ts';
import { drawPage } from './draw-page.ts';

type Found = { readonly shop: ShopId; readonly draw: Draw };

/**
 * What everybody may see of a draw, without signing in (decision 0062). Shop and draw stand in the address: it tells
 * nothing but what is public, and an address that fits nothing is answered like any other that does not exist.
 */
export function createPublicDrawRoutes(deps: HttpDeps): Router {
  const router = Router();
  const limit = rateLimit({
    windowMs: 60_000,
    limit: deps.proxyCallsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response) => refuse(response, 'limited'),
  });
  const find = async (shopText: unknown, idText: unknown): Promise<Found | null> => {
    const [shop, id] = [parseShopId(String(shopText)), parseOurId('drw', String(idText))];
    const draw = shop === null || id === null ? null : await deps.stores.draws.find(shop, id);
    return shop === null || draw === null ? null : { shop, draw };
  };
  router.get('/draws/:shop/:id', limit, async (request, response) => {
    const found = await find(request.params.shop, request.params.id);
    if (found === null) return refuse(response, 'not_found');
    const { shop, draw } = found;
    const [known, names] = await Promise.all([deps.stores.shops.find(shop), namesOf(deps, shop, draw)]);
    const language = known?.settings.language ?? 'en';
    const page = drawPage({ draw, shopName: known?.name ?? shop, language, ...names });
    response.set('Cache-Control', 'no-store').type('html').send(page);
  });
  router.get('/draws/:shop/:id/draw.json', limit, async (request, response) => {
    const found = await find(request.params.shop, request.params.id);
    if (found === null) return refuse(response, 'not_found');
    response.set('Cache-Control', 'no-store').type('json').attachment(`${found.draw.id}.json`);
    await sendFile(deps, found, response);
  });
  return router;
}

const instant = (at: number | null | undefined): string | null => (at == null ? null : new Date(at).toISOString());

/** All of the file but the lots, which may be a million. */
const headOf = ({ state, termsText, commitment, closed, drawn, terms }: Draw): Omit<DrawFile, 'lots'> => ({
  format: DRAW_FORMAT,
  state,
  terms: termsText,
  commitment,
  closed_at: instant(closed?.at),
  list_hash: closed?.listHash ?? null,
  drawn_at: instant(drawn?.at),
  seed: drawn?.seed ?? null,
  winners: drawn?.winners.map(({ prize, lot }) => ({ prize: terms.prizes[prize]?.name ?? '', lot })) ?? null,
});

/** The file piece by piece, no faster than whoever asked takes it. */
async function sendFile({ stores }: HttpDeps, { shop, draw }: Found, response: Response): Promise<void> {
  const write = async (text: string): Promise<void> => {
    if (!response.write(text) && !response.closed)
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
  };
  await write(`${JSON.stringify(headOf(draw), null, 1).slice(0, -2)},\n "lots": `);
  if (draw.closed === null) return void response.end('null\n}\n');
  let between = '[\n  ';
  for await (const batch of stores.draws.lots(shop, { drawId: draw.id, listId: draw.closed.listId })) {
    if (response.closed) return;
    await write(between + batch.map(({ lot }) => JSON.stringify(lot)).join(',\n  '));
    between = ',\n  ';
  }
  response.end(draw.closed.lots === 0 ? '[]\n}\n' : '\n ]\n}\n');
}

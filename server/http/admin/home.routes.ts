import { Router } from 'express';
import { ok } from '../../../shared/domain/result.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { loadHome } from './home.load.ts';
import { shopView } from './settings.view.ts';
import { shopOf } from './shop-of.ts';

/** The first page, and what every page needs to know of the shop. */
export function createHomeRoutes(deps: HttpDeps): Router {
  const router = Router();
  router.get(
    '/shop',
    endpoint({}, async ({ shop }) => ok(shopView(await shopOf(deps, shop), deps.clock.now()))),
  );
  router.get(
    '/home',
    endpoint({}, async ({ shop }) => ok(await loadHome(deps, await shopOf(deps, shop)))),
  );
  return router;
}

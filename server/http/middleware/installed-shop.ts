import type { RequestHandler } from 'express';
import { assert } from '../../../shared/domain/assert.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { HttpDeps } from '../deps.ts';
import { bearerOf } from './bearer.ts';
import { refuseToken, staffOf } from './staff-session.ts';

type Deps = Pick<HttpDeps, 'signIn' | 'useCases' | 'clock'> & {
  readonly stores: Pick<HttpDeps['stores'], 'sessions' | 'shops'>;
};

/**
 * The first sight of a shop, or the first after it came back: its token is traded for offline tokens and the shop is
 * installed, before the route runs. Several requests of one page wait for the same trade.
 */
export function createInstalledShop(deps: Deps): RequestHandler {
  const underWay = new Map<ShopId, Promise<'installed' | 'stale'>>();
  const once = (shop: ShopId, token: string): Promise<'installed' | 'stale'> => {
    const known = underWay.get(shop);
    if (known !== undefined) return known;
    const started = install(deps, shop, token).finally(() => underWay.delete(shop));
    underWay.set(shop, started);
    return started;
  };
  return async (request, response, next) => {
    const { shop } = staffOf(response);
    if (!(await isInstalled(deps, shop))) {
      const token = bearerOf(request);
      assert(token !== null, 'the session middleware saw a token');
      if ((await once(shop, token)) === 'stale') return refuseToken(response);
    }
    next();
  };
}

async function isInstalled({ stores, clock }: Deps, shop: ShopId): Promise<boolean> {
  const [known, session] = await Promise.all([stores.shops.find(shop), stores.sessions.load(shop)]);
  return known?.state === 'installed' && session !== null && session.refreshTokenExpiresAt > clock.now();
}

async function install(deps: Deps, shop: ShopId, token: string): Promise<'installed' | 'stale'> {
  const exchanged = await deps.signIn.exchange(shop, token);
  if (exchanged.outcome === 'stale') return 'stale';
  await deps.useCases.install(shop, exchanged.scopes);
  return 'installed';
}

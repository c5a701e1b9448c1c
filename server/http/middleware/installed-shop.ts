import type { RequestHandler } from 'express';
import { assert } from '../../../shared/domain/assert.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { createRecent } from '../../app/recent.ts';
import type { HttpDeps } from '../deps.ts';
import { bearerOf } from './bearer.ts';
import { refuseToken, staffOf } from './staff-session.ts';

type Deps = Pick<HttpDeps, 'signIn' | 'useCases' | 'clock'> & {
  readonly stores: Pick<HttpDeps['stores'], 'sessions' | 'shops'>;
};

type IsInstalled = (shop: ShopId) => Promise<boolean>;

/**
 * The first sight of a shop, or the first after it came back: its token is traded for offline tokens and the shop is
 * installed, before the route runs. Several requests of one page wait for the same trade.
 */
export const createInstalledShop = (deps: Deps): RequestHandler => installing(deps, (shop) => isInstalled(deps, shop));

/**
 * The same for tills, which ask with every line that a cashier scans: that a shop is installed is believed for two
 * seconds (decision 0041). That it is not, is not.
 */
export function createLatelyInstalledShop(deps: Deps): RequestHandler {
  const recent = createRecent((shop: ShopId) => isInstalled(deps, shop), deps.clock);
  return installing(deps, async (shop) => {
    const isThere = await recent.find(shop);
    if (!isThere) recent.forget(shop);
    return isThere;
  });
}

function installing(deps: Deps, isThere: IsInstalled): RequestHandler {
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
    if (!(await isThere(shop))) {
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

import { Router } from 'express';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { readSettings, settingsForm } from './settings.requests.ts';
import { settingsView } from './settings.view.ts';
import { shopOf } from './shop-of.ts';

/** What the merchant sets, and what Shopify says of the shop. */
export function createSettingsRoutes(deps: HttpDeps): Router {
  const router = Router();
  const view = async (shop: ShopId) => ok(settingsView(await shopOf(deps, shop)));
  router.get(
    '/settings',
    endpoint({}, ({ shop }) => view(shop)),
  );
  router.put(
    '/settings',
    endpoint({ body: settingsForm }, async ({ shop, body }) => {
      const changed = await deps.useCases.changeSettings(shop, readSettings(body));
      if (changed.ok) return view(shop);
      const { code, faults } = changed.error;
      // The form knows the margin by the text that was typed.
      return refused({
        code,
        faults: faults.map((f) => (f.path === 'marginBp' ? { ...f, path: 'marginPercent' } : f)),
      });
    }),
  );
  router.post(
    '/settings/refresh',
    endpoint({}, async ({ shop }) => {
      await deps.useCases.refreshShop(shop);
      return view(shop);
    }),
  );
  router.post(
    '/settings/rotate-key',
    endpoint({}, async ({ shop }) => {
      await deps.useCases.rotateEntitlementKey(shop);
      return ok(null);
    }),
  );
  return router;
}

import { Router } from 'express';
import type { ImportView } from '../../../shared/contract/api.ts';
import { ok } from '../../../shared/domain/result.ts';
import type { Import } from '../../app/ports/import-store.ts';
import { byKind } from '../../app/purchase/import-kinds.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';

/** The first import of a shop's past: started, and watched. */
export function createImportRoutes(deps: HttpDeps): Router {
  const router = Router();
  router.get(
    '/imports',
    endpoint({}, async ({ shop }) => ok(byKind(await deps.stores.imports.all(shop)).map(importView))),
  );
  router.post(
    '/imports',
    endpoint({}, async ({ shop }) => ok((await deps.useCases.startImport(shop)).map(importView))),
  );
  return router;
}

export const importView = ({ kind, state, done, total, startedAt, endedAt, why }: Import): ImportView => {
  return { kind, state, done, total, startedAt, endedAt, why };
};

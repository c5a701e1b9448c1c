import { Router } from 'express';
import { type ProgramId, parseOurId, type ShopId } from '../../../shared/domain/ids.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint, type Refused } from '../endpoint.ts';
import { loadProgramView, programRows } from './program.load.ts';
import { draftForm, publishForm } from './program.requests.ts';
import { checkDraft } from './program-check.ts';
import { shopOf } from './shop-of.ts';

const unknown = refused({ code: 'unknown_program' } as const);

/** Programs: drafted, checked, published as versions, ended. */
export function createProgramRoutes(deps: HttpDeps): Router {
  const router = Router();
  const { useCases } = deps;
  const idIn = (part: (name: string) => string) => parseOurId('prg', part('id'));
  const view = async (shop: ShopId, id: ProgramId) => {
    const found = await loadProgramView(deps, shop, id);
    return found === null ? unknown : ok(found);
  };
  const shown = async (shop: ShopId, id: ProgramId, changed: Result<unknown, Refused>) =>
    changed.ok ? view(shop, id) : changed;
  router.get(
    '/programs',
    endpoint({}, async ({ shop }) => ok(await programRows(deps, shop))),
  );
  router.post(
    '/programs',
    endpoint({ body: draftForm }, async ({ shop, body }) => {
      const drafted = await useCases.draftProgram(shop, null, body.draft);
      return drafted.ok ? view(shop, drafted.value.id) : drafted;
    }),
  );
  router.post(
    '/programs/check',
    endpoint({ body: draftForm }, async ({ shop, body }) =>
      ok(checkDraft(body.draft, await shopOf(deps, shop), deps.clock.now())),
    ),
  );
  router.get(
    '/programs/:id',
    endpoint({}, async ({ shop, part }) => {
      const id = idIn(part);
      return id === null ? unknown : view(shop, id);
    }),
  );
  router.put(
    '/programs/:id/draft',
    endpoint({ body: draftForm }, async ({ shop, part, body }) => {
      const id = idIn(part);
      return id === null ? unknown : shown(shop, id, await useCases.draftProgram(shop, id, body.draft));
    }),
  );
  router.post(
    '/programs/:id/publish',
    endpoint({ body: publishForm }, async ({ shop, staffId, part, body }) => {
      const id = idIn(part);
      if (id === null) return unknown;
      const { effectiveAt, keeps, endsAt } = body;
      const published = await useCases.publishProgram(shop, id, effectiveAt, staffId, keeps ?? undefined, endsAt);
      return shown(shop, id, published);
    }),
  );
  router.post(
    '/programs/:id/end',
    endpoint({}, async ({ shop, staffId, part }) => {
      const id = idIn(part);
      return id === null ? unknown : shown(shop, id, await useCases.endProgram(shop, id, staffId));
    }),
  );
  return router;
}

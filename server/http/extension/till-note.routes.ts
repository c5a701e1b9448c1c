import { Router } from 'express';
import { ok } from '../../../shared/domain/result.ts';
import { noteForm } from '../admin/note.requests.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { loadTillCard } from './till-card.load.ts';

/** A dated note on the card of whoever stands at the till. */
export function createTillNoteRoutes(deps: HttpDeps): Router {
  const router = Router();
  const { useCases } = deps;
  router.post(
    '/cards/:number/notes',
    endpoint({ body: noteForm }, async ({ shop, staffId, part, body }) => {
      const found = await useCases.lookUpCard(shop, part('number'));
      if (!found.ok) return found;
      const written = await useCases.writeNote(shop, found.value.number, body, staffId);
      return written.ok ? ok(await loadTillCard(deps, shop, found.value)) : written;
    }),
  );
  return router;
}

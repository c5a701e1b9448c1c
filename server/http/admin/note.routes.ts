import { Router } from 'express';
import { parseOurId } from '../../../shared/domain/ids.ts';
import { parseCardNumber } from '../../../shared/domain/instrument/card-number.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { loadNotes, noteView } from '../note.load.ts';
import { correctNoteForm, noteForm } from './note.requests.ts';

const unknownNote = refused({ code: 'unknown_note' } as const);

/** Dated notes on cards: read, written, put right, taken away. */
export function createNoteRoutes(deps: HttpDeps): Router {
  const router = Router();
  const { useCases, stores } = deps;
  router.get(
    '/customers/:id/notes',
    endpoint({}, async ({ shop, part }) => {
      const id = parseOurId('cus', part('id'));
      if (id === null || (await stores.customers.find(shop, id)) === null) return refused({ code: 'unknown_customer' });
      return ok(await loadNotes(deps, shop, id));
    }),
  );
  router.post(
    '/cards/:number/notes',
    endpoint({ body: noteForm }, async ({ shop, staffId, part, body }) => {
      const number = parseCardNumber(part('number'));
      if (number === null) return refused({ code: 'not_a_card_number' });
      const written = await useCases.writeNote(shop, number, body, staffId);
      return written.ok ? ok(noteView(written.value)) : written;
    }),
  );
  router.put(
    '/notes/:note',
    endpoint({ body: correctNoteForm }, async ({ shop, staffId, part, body: { revision, ...typed } }) => {
      const id = parseOurId('nte', part('note'));
      if (id === null) return unknownNote;
      const corrected = await useCases.correctNote(shop, { id, revision }, typed, staffId);
      return corrected.ok ? ok(noteView(corrected.value)) : corrected;
    }),
  );
  router.post(
    '/notes/:note/remove',
    endpoint({}, async ({ shop, staffId, part }) => {
      const id = parseOurId('nte', part('note'));
      return id === null ? unknownNote : useCases.removeNote(shop, id, staffId);
    }),
  );
  return router;
}

import { Router } from 'express';
import type { SeriesView } from '../../../shared/contract/api.ts';
import { parseOurId, type ShopId } from '../../../shared/domain/ids.ts';
import { parseCardNumber } from '../../../shared/domain/instrument/card-number.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { cardViews } from './card.load.ts';
import { cardsQuery, emitForm } from './card.requests.ts';
import { programNames } from './program-names.ts';

/** Series of cards: emitted, listed, and the cards in them. */
export function createSeriesRoutes(deps: HttpDeps): Router {
  const router = Router();
  router.get(
    '/series',
    endpoint({}, async ({ shop }) => ok(await seriesViews(deps, shop))),
  );
  router.post(
    '/series',
    endpoint({ body: emitForm }, async ({ shop, staffId, body }) => {
      const programId = parseOurId('prg', body.programId);
      if (programId === null) return refused({ code: 'unknown_program' });
      const emitted = await deps.useCases.emitSeries(shop, { ...body, programId }, staffId);
      if (!emitted.ok) return emitted;
      const views = await seriesViews(deps, shop);
      return ok(views.find((view) => view.id === emitted.value.id) ?? null);
    }),
  );
  router.get(
    '/cards',
    endpoint({ query: cardsQuery }, async ({ shop, query }) => {
      const seriesId = query.seriesId === null ? null : parseOurId('ser', query.seriesId);
      const programId = query.programId === null ? null : parseOurId('prg', query.programId);
      if (query.seriesId !== null && seriesId === null) return refused({ code: 'unknown_series' });
      if (query.programId !== null && programId === null) return refused({ code: 'unknown_program' });
      const after = query.after === null ? null : parseCardNumber(query.after);
      const { states, max } = query;
      const page = await deps.stores.cards.list(shop, { seriesId, programId, states, after, max });
      return ok({ cards: await cardViews(deps, shop, page.cards), nextAfter: page.nextAfter });
    }),
  );
  return router;
}

/** Every series with how many of its cards are out, newest first. */
async function seriesViews(deps: HttpDeps, shop: ShopId): Promise<readonly SeriesView[]> {
  const [series, issued, names] = await Promise.all([
    deps.stores.cards.listSeries(shop),
    deps.stores.cards.issuedBySeries(shop),
    programNames(deps, shop),
  ]);
  const views = series.map((one) => ({
    ...one,
    programName: names.get(one.programId) ?? '',
    issued: issued.get(one.id) ?? 0,
  }));
  return views.sort((a, b) => b.createdAt - a.createdAt);
}

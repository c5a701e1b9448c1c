import { Router } from 'express';
import { z } from 'zod';
import type { InboxListView } from '../../../shared/contract/inbox.ts';
import { unreadable } from '../../../shared/domain/fault.ts';
import { parseOurId, type ShopId } from '../../../shared/domain/ids.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import { BadInput } from '../bad-input.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { listOf, pageMax, textOrNull } from '../query.ts';
import { inboxRowView, inboxView } from './inbox.view.ts';

const unknown = refused({ code: 'unknown_delivery' } as const);

const inboxQuery = z.object({
  states: listOf(['filed', 'leased', 'done', 'skipped', 'refused', 'failed']),
  before: textOrNull(60),
  max: pageMax,
});

/** What Shopify told us unasked: seen by the merchant's developer, and acted on once more. */
export function createInboxRoutes(deps: HttpDeps): Router {
  const router = Router();
  const { inbox } = deps.stores;
  const view = async (shop: ShopId, text: string) => {
    const id = parseOurId('inb', text);
    const item = id === null ? null : await inbox.find(shop, id);
    return item === null ? unknown : ok(inboxView(item));
  };
  router.get(
    '/inbox',
    endpoint({ query: inboxQuery }, async ({ shop, query }) => ok(await inboxPage(deps, shop, query))),
  );
  router.get(
    '/inbox/:id',
    endpoint({}, ({ shop, part }) => view(shop, part('id'))),
  );
  router.post(
    '/inbox/:id/replay',
    endpoint({}, async ({ shop, part }) => {
      const id = parseOurId('inb', part('id'));
      const outcome = id === null ? 'unknown' : await inbox.replay(shop, id, deps.clock.now());
      if (outcome === 'unknown') return unknown;
      if (outcome === 'body_forgotten') return refused({ code: outcome });
      deps.nudgeInbox();
      return view(shop, part('id'));
    }),
  );
  return router;
}

async function inboxPage(
  { stores }: HttpDeps,
  shop: ShopId,
  { states, before: place, max }: z.output<typeof inboxQuery>,
): Promise<InboxListView> {
  const before = place === null ? null : parseOurId('inb', place);
  if (place !== null && before === null) throw new BadInput([unreadable('before', 'not a place in this list')]);
  const [items, counts] = await Promise.all([
    stores.inbox.list(shop, { states, before, max }),
    stores.inbox.counts(shop),
  ]);
  const last = items.length === max ? items.at(-1) : undefined;
  return { rows: items.map(inboxRowView), counts, nextBefore: last?.id ?? null };
}

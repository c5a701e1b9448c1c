import { Router } from 'express';
import { z } from 'zod';
import type { RefusalCode } from '../../../shared/contract/api.ts';
import type { CardState } from '../../../shared/domain/instrument/card.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import { customerForm } from '../admin/customer.requests.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { loadPartnerCard, loadTillCard } from './till-card.load.ts';

const handOverForm = z.strictObject({ customer: customerForm });

/** Why a card in this state cannot be handed over; null: it can. */
const notFree: Readonly<Record<CardState, RefusalCode | null>> = {
  emitted: null,
  issued: 'card_already_issued',
  replaced: 'card_replaced',
  blocked: 'card_blocked',
  expired: 'card_expired',
};

/** The cashier's card: looked up by scan or typing, and handed over with the short questionnaire. */
export function createTillCardRoutes(deps: HttpDeps): Router {
  const router = Router();
  const { useCases } = deps;
  router.get(
    '/cards/:number',
    endpoint({}, async ({ shop, part }) => {
      const found = await useCases.lookUpCard(shop, part('number'));
      if (found.ok) return ok(await loadTillCard(deps, shop, found.value));
      const partners = found.error.code === 'unknown_card' ? await loadPartnerCard(deps, shop, part('number')) : null;
      return partners === null ? found : ok(partners);
    }),
  );
  router.post(
    '/cards/:number/hand-over',
    endpoint({ body: handOverForm }, async ({ shop, staffId, part, body }) => {
      const found = await useCases.lookUpCard(shop, part('number'));
      if (!found.ok) return found;
      // Asked before anybody is entered, so that a card that is gone leaves no stranger in the directory.
      const code = notFree[found.value.state];
      if (code !== null) return refused({ code });
      const entered = await useCases.enterCustomer(shop, body.customer);
      if (!entered.ok) return entered;
      const linked = await useCases.linkCard(shop, found.value.number, entered.value.id, null, staffId);
      if (linked.ok) return ok(await loadTillCard(deps, shop, linked.value));
      // Another till was faster with the same card: its customer stays, ours was never seen by anybody.
      await useCases.archiveCustomer(shop, entered.value.id, true);
      return refused({ code: linked.error.code });
    }),
  );
  return router;
}

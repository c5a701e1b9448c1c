import { Router } from 'express';
import { type CardNumber, parseOurId, type ShopId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import { parseCardNumber } from '../../../shared/domain/instrument/card-number.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import { BadInput } from '../bad-input.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint, type Refused } from '../endpoint.ts';
import { cardView } from './card.load.ts';
import { blockCardForm, linkCardForm, replaceCardForm } from './card.requests.ts';

const notANumber = refused({ code: 'not_a_card_number' } as const);

/** One card: looked up, handed over, replaced, blocked. */
export function createCardRoutes(deps: HttpDeps): Router {
  const router = Router();
  const shown = async (shop: ShopId, changed: Result<Card, Refused>) =>
    changed.ok ? ok(await cardView(deps, shop, changed.value)) : refused({ code: changed.error.code });
  router.get(
    '/cards/:number',
    endpoint({}, async ({ shop, part }) => shown(shop, await deps.useCases.lookUpCard(shop, part('number')))),
  );
  router.post(
    '/cards/:number/link',
    endpoint({ body: linkCardForm }, async ({ shop, staffId, part, body }) => {
      const number = parseCardNumber(part('number'));
      const customerId = parseOurId('cus', body.customerId);
      if (number === null) return notANumber;
      if (customerId === null) return refused({ code: 'unknown_customer' });
      return shown(shop, await deps.useCases.linkCard(shop, number, customerId, null, staffId));
    }),
  );
  router.post(
    '/cards/:number/replace',
    endpoint({ body: replaceCardForm }, async ({ shop, staffId, part, body }) => {
      const number = parseCardNumber(part('number'));
      if (number === null) return notANumber;
      const by = { number: newNumber(body.number), who: staffId };
      return shown(shop, await deps.useCases.replaceCard(shop, number, by, body.note));
    }),
  );
  router.post(
    '/cards/:number/block',
    endpoint({ body: blockCardForm }, async ({ shop, staffId, part, body }) => {
      const number = parseCardNumber(part('number'));
      if (number === null) return notANumber;
      return shown(shop, await deps.useCases.blockCard(shop, number, body.blocked, body.note, staffId));
    }),
  );
  return router;
}

/** The number that takes the old one's place, typed into a field of its own. */
function newNumber(typed: string): CardNumber {
  const number = parseCardNumber(typed);
  if (number === null) throw new BadInput([{ path: 'number', code: 'card_number_unreadable' }]);
  return number;
}

import { Router } from 'express';
import { type CustomerId, parseOurId } from '../../../shared/domain/ids.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { loadCustomerView } from './customer.load.ts';
import { archiveForm, correctCustomerForm, giveLevelForm } from './customer.requests.ts';

const unknown = refused({ code: 'unknown_customer' } as const);
const idIn = (part: (name: string) => string): CustomerId | null => parseOurId('cus', part('id'));

/** One customer: the page, and what staff may change about somebody. */
export function createCustomerRoutes(deps: HttpDeps): Router {
  const router = Router();
  router.get(
    '/customers/:id',
    endpoint({}, async ({ shop, part }) => {
      const id = idIn(part);
      const customer = id === null ? null : await deps.stores.customers.find(shop, id);
      return customer === null ? unknown : ok(await loadCustomerView(deps, shop, customer));
    }),
  );
  router.put(
    '/customers/:id',
    endpoint({ body: correctCustomerForm }, async ({ shop, part, body }) => {
      const id = idIn(part);
      if (id === null) return unknown;
      const corrected = await deps.useCases.correctCustomer(shop, id, body.revision, body.details);
      return corrected.ok ? ok(await loadCustomerView(deps, shop, corrected.value)) : corrected;
    }),
  );
  router.post(
    '/customers/:id/archive',
    endpoint({ body: archiveForm }, async ({ shop, part, body }) => {
      const id = idIn(part);
      if (id === null) return unknown;
      const changed = await deps.useCases.archiveCustomer(shop, id, body.archived);
      return changed.ok ? ok(await loadCustomerView(deps, shop, changed.value)) : changed;
    }),
  );
  router.post(
    '/customers/:id/level',
    endpoint({ body: giveLevelForm }, async ({ shop, staffId, part, body }) => {
      const id = idIn(part);
      const programId = parseOurId('prg', body.programId);
      if (id === null) return unknown;
      if (programId === null) return refused({ code: 'unknown_program' });
      const given = await deps.useCases.giveLevel(shop, id, programId, body.discountBp, body.note, staffId);
      if (!given.ok) return given;
      const customer = await deps.stores.customers.find(shop, id);
      return customer === null ? unknown : ok(await loadCustomerView(deps, shop, customer));
    }),
  );
  return router;
}

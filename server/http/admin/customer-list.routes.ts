import { Router } from 'express';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { loadCustomerView } from './customer.load.ts';
import { customerForm, customerQuery } from './customer.requests.ts';
import { customerRowView } from './customer-list.view.ts';

/** The directory: search, filters, pages; and entering somebody new. */
export function createCustomerListRoutes(deps: HttpDeps): Router {
  const router = Router();
  router.get(
    '/customers',
    endpoint({ query: customerQuery }, async ({ shop, query }) => {
      const page = await deps.stores.readModels.customers(shop, query);
      return ok({ rows: page.rows.map(customerRowView), nextAfter: page.nextAfter });
    }),
  );
  router.post(
    '/customers',
    endpoint({ body: customerForm }, async ({ shop, body }) => {
      const entered = await deps.useCases.enterCustomer(shop, body);
      if (!entered.ok) return refused(entered.error);
      return ok(await loadCustomerView(deps, shop, entered.value));
    }),
  );
  return router;
}

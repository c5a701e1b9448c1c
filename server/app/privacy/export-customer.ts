import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { findPerson } from './find-person.ts';
import { tellPerson } from './tell-person.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'log' | 'privacyFiles'>;

/**
 * Everything known of a customer as a file that the merchant hands on. Nothing known is an answer too, so there is a
 * file in any case; the same request again replaces its own.
 */
export function createExportCustomer({ stores, clock, log, privacyFiles }: Deps): UseCases['exportCustomer'] {
  return async (shop, id, orders, requestId) => {
    const person = await findPerson(stores, shop, id);
    const body = await tellPerson(stores, shop, person, orders);
    const customerId = person?.root.id ?? null;
    await privacyFiles.put(shop, { requestId, customerId, madeAt: clock.now(), body });
    log.info('customer.exported', { shop, customerId });
    return { outcome: person === null ? 'nothing_known' : 'exported' };
  };
}

import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { CustomerId, OrderId, ShopId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import { type CustomerFields, changeCustomer } from '../customer/change-customer.ts';
import { blankCustomer } from '../customer/enter-shopify-customer.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { findPerson, idsOf, type Person, shopifyIdsOf } from './find-person.ts';
import { removeEntitlements } from './remove-entitlements.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'admin' | 'clock' | 'log' | 'privacyFiles'> &
  Pick<UseCases, 'refreshStanding'>;

/**
 * Forgets a person for good (decision 0019). Purchases stay as figures of nobody. The way from the Shopify id to the
 * person is cut last of all, so that whatever a crash leaves is found and erased by the next try.
 */
export function createEraseCustomer(deps: Deps): UseCases['eraseCustomer'] {
  const { stores, log } = deps;
  return async (shop, id, orderIds) => {
    await stores.inbox.forgetCustomer(shop, id);
    const person = await findPerson(stores, shop, id);
    if (person === null) {
      const who = { customerIds: [], shopifyCustomerIds: [id], orderIds };
      const changed = await stores.purchases.forgetBuyer(shop, who);
      return { outcome: changed > 0 ? 'erased' : 'nothing_known' };
    }
    await erase(deps, shop, { id, person, orderIds });
    log.info('customer.erased', { shop, customerId: person.root.id });
    return { outcome: 'erased' };
  };
}

type Erasure = { readonly id: ShopifyCustomerId; readonly person: Person; readonly orderIds: readonly OrderId[] };

async function erase(deps: Deps, shop: ShopId, { id, person, orderIds }: Erasure): Promise<void> {
  const { stores, clock, privacyFiles } = deps;
  const { entry, root } = person;
  const customerIds = idsOf(person);
  const shopifyCustomerIds = [...new Set([id, ...shopifyIdsOf(person)])];
  // Standings of whoever handed a card on to them hang on what is about to be nobody's (rules 2.7).
  const givers = (await stores.facts.of(shop, root.id))?.givers ?? [];
  // Found by an order alone: from here on by the id as well, since the order will name nobody.
  await change(deps, shop, entry.id, (seen) => linked(seen, id));
  await change(deps, shop, root.id, (seen) => (seen.state === 'erased' ? null : { ...blank(seen), state: 'erased' }));
  for (const one of shopifyCustomerIds) await stores.inbox.forgetCustomer(shop, one);
  // While the cards still say whose they are, so that what a crash leaves is found by the next try.
  for (const one of customerIds) await forgetNotes(deps, shop, one);
  const event = { at: clock.now(), by: null, kind: 'blocked', customerId: null, note: '' } as const;
  for (const one of customerIds) await stores.cards.forgetHolder(shop, one, event);
  for (const one of customerIds) await stores.draws.forgetHolder(shop, one);
  for (const one of customerIds) await stores.simulations.forgetCustomer(shop, one);
  for (const one of customerIds) await stores.codes.forgetHolder(shop, one, clock.now());
  await stores.purchases.forgetBuyer(shop, { customerIds, shopifyCustomerIds, orderIds });
  // Figures and standing become nothing; checkout is told directly, as the outbox would no longer find the ids.
  await deps.refreshStanding(shop, root.id, { kind: 'rebuilt' }, null);
  for (const giverId of new Set(givers.map((one) => one.giverId)))
    await deps.refreshStanding(shop, giverId, { kind: 'referred' }, null);
  await removeEntitlements(deps, shop, shopifyCustomerIds);
  for (const one of customerIds) await privacyFiles.forgetCustomer(shop, one);
  for (const one of customerIds) if (one !== entry.id) await unlink(deps, shop, one);
  // The journal of whoever stayed knows who was merged into them, so theirs go first.
  for (const one of [...customerIds].reverse()) {
    await stores.standings.remove(shop, one);
    await stores.journal.forgetCustomer(shop, one);
  }
  await unlink(deps, shop, entry.id);
}

async function forgetNotes({ stores }: Deps, shop: ShopId, id: CustomerId): Promise<void> {
  const cards = await stores.cards.ofCustomer(shop, id);
  await stores.notes.forgetCards(
    shop,
    cards.map(({ number }) => number),
  );
}

const change = ({ stores }: Deps, shop: ShopId, id: CustomerId, fieldsOf: (seen: Customer) => CustomerFields | null) =>
  changeCustomer(stores.customers, shop, () => stores.customers.find(shop, id), fieldsOf);

const linked = ({ shopifyCustomerIds: ids }: Customer, id: ShopifyCustomerId): CustomerFields | null =>
  ids.includes(id) ? null : { shopifyCustomerIds: [...ids, id] };

/** Nothing of a person; the id, and since when there is somebody, stay. */
function blank({ id, createdAt, shopifyCustomerIds, mergedInto }: Customer): CustomerFields {
  const { id: _id, revision: _revision, ...fields } = blankCustomer(id, createdAt);
  return { ...fields, shopifyCustomerIds, mergedInto };
}

const unlink = (deps: Deps, shop: ShopId, id: CustomerId) =>
  change(deps, shop, id, (seen) => ({ ...blank(seen), state: 'erased', shopifyCustomerIds: [], mergedInto: null }));

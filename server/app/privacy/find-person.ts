import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { CustomerId, ShopId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import { findCustomer, followMerges } from '../customer/follow-merges.ts';
import type { Stores } from '../ports/stores.ts';

/**
 * One person: `entry` has the Shopify id that was asked for, `root` is whom it became by merges, `merged` are all that
 * became the root too. Entry and root may be the same.
 */
export type Person = { readonly entry: Customer; readonly root: Customer; readonly merged: readonly Customer[] };

const PAGE_MAX = 200;

/** Whom the shop knows under a Shopify id; null: nobody. */
export async function findPerson(stores: Stores, shop: ShopId, id: ShopifyCustomerId): Promise<Person | null> {
  const entry = (await stores.customers.findByShopifyId(shop, id)) ?? (await findByPurchases(stores, shop, id));
  if (entry === null) return null;
  const root = (await followMerges(stores.customers, shop, entry)) ?? entry;
  const merged = new Map<CustomerId, Customer>();
  for (const at of [root, entry]) await addMerged(stores, shop, at.id, merged);
  if (entry.id !== root.id) merged.set(entry.id, entry);
  merged.delete(root.id);
  return { entry, root, merged: [...merged.values()] };
}

export const idsOf = ({ root, merged }: Person): readonly CustomerId[] => [root.id, ...merged.map(({ id }) => id)];

export const shopifyIdsOf = ({ root, merged }: Person): readonly ShopifyCustomerId[] =>
  [root, ...merged].flatMap(({ shopifyCustomerIds }) => shopifyCustomerIds);

/**
 * Shopify tells of a customer's deletion before it asks to forget them, and then the id leads to nobody any more.
 * Orders that name the id, and no card that may be a friend's, still say who it was.
 */
async function findByPurchases(stores: Stores, shop: ShopId, id: ShopifyCustomerId): Promise<Customer | null> {
  const naming = await stores.purchases.naming(shop, { cards: [], shopifyCustomerIds: [id] });
  const theirs = naming.find(({ customerId, snapshot }) => customerId !== null && snapshot?.cardNumber === null);
  return theirs?.customerId == null ? null : findCustomer(stores.customers, shop, theirs.customerId);
}

/** The journal of whoever stayed says who was merged into them, and theirs who into those. */
async function addMerged(stores: Stores, shop: ShopId, into: CustomerId, found: Map<CustomerId, Customer>) {
  for await (const { cause } of journalOf(stores, shop, into)) {
    if (cause.kind !== 'merged' || cause.from === into || found.has(cause.from)) continue;
    const customer = await stores.customers.find(shop, cause.from);
    if (customer === null) continue;
    found.set(customer.id, customer);
    await addMerged(stores, shop, customer.id, found);
  }
}

/** All entries of a customer, newest first. */
export async function* journalOf({ journal }: Stores, shop: ShopId, id: CustomerId) {
  for (let before: number | null = null; ; ) {
    const page: Awaited<ReturnType<Stores['journal']['page']>> = await journal.page(shop, id, before, PAGE_MAX);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_MAX) return;
    before = last.sequence;
  }
}

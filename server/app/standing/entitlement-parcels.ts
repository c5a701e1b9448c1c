import { writeEntitlement } from '../../../shared/domain/entitlement/write-entitlement.ts';
import type { ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import type { CustomerStanding } from '../../../shared/domain/standing/standing.ts';
import type { OutboxItem } from '../ports/entitlement-outbox.ts';
import type { Shop } from '../ports/shop-store.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { entitlementOf } from './entitlement-of.ts';
import { isNobody } from './read-facts.ts';

/** What Shopify takes in one call. */
const AT_ONCE_MAX = 25;

/** What goes to Shopify for one row: no ids, nothing to send. */
export type Parcel = {
  readonly item: OutboxItem;
  readonly sequence: number;
  /** What they are owed; null: nobody is owed anything any more. */
  readonly standing: CustomerStanding | null;
  readonly metafields: readonly { readonly customer: ShopifyCustomerId; readonly value: string | null }[];
};

export const nothing = (item: OutboxItem): Parcel => ({
  item,
  sequence: item.sequence,
  standing: null,
  metafields: [],
});

/** What the rows' customers are owed now, for each of their Shopify ids. */
export async function parcelsOf(
  { stores, clock }: Pick<UseCaseDeps, 'stores' | 'clock'>,
  shop: Shop,
  items: readonly OutboxItem[],
): Promise<readonly Parcel[]> {
  const ids = items.map(({ customerId }) => customerId);
  const [customers, copies] = await Promise.all([
    stores.customers.findMany(shop.id, ids),
    stores.standings.findMany(shop.id, ids),
  ]);
  const customerOf = new Map(customers.map((customer) => [customer.id, customer]));
  const copyOf = new Map(copies.map((copy) => [copy.customerId, copy]));
  return Promise.all(
    items.map(async (item) => {
      const customer = customerOf.get(item.customerId);
      const stored = await newest(stores, item, copyOf.get(item.customerId));
      if (customer === undefined || stored === null) return nothing(item);
      const told = isNobody(customer) ? null : entitlementOf(stored, clock.now(), shop.timeZone);
      const value = told === null ? null : writeEntitlement(told);
      const metafields = customer.shopifyCustomerIds.slice(0, AT_ONCE_MAX).map((id) => ({ customer: id, value }));
      const standing = isNobody(customer) ? null : stored.standing;
      return { item, sequence: Math.max(item.sequence, stored.sequence), standing, metafields };
    }),
  );
}

/** The copy, unless the journal is ahead of it: the row is put before the copy is written. */
async function newest(
  { journal }: UseCaseDeps['stores'],
  { shop, customerId, sequence }: OutboxItem,
  copy: StoredStanding | undefined,
): Promise<StoredStanding | null> {
  if (copy !== undefined && copy.sequence >= sequence) return copy;
  const last = await journal.last(shop, customerId);
  return last === null ? null : { customerId, sequence: last.sequence, standing: last.standing };
}

/** A customer may have several Shopify ids, so a full batch may need a second call. */
export function calls(parcels: readonly Parcel[]): readonly (readonly Parcel[])[] {
  const batches: Parcel[][] = [];
  let room = 0;
  for (const parcel of parcels) {
    const size = parcel.metafields.length;
    if (size > room) {
      batches.push([]);
      room = AT_ONCE_MAX;
    }
    batches.at(-1)?.push(parcel);
    room -= size;
  }
  return batches;
}

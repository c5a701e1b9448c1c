import type { PurchaseStore, Span, StoredPurchase } from '../../../server/app/ports/purchase-store.ts';
import { withoutBuyer } from '../../../server/storage/purchase/without-buyer.ts';
import type { CustomerId } from '../../../shared/domain/ids.ts';
import { mergePurchase } from '../../../shared/domain/purchase/merge-purchase.ts';
import type { Purchase } from '../../../shared/domain/purchase/purchase.ts';
import { by, inRange, type Table, type Tables, update } from './tables.ts';

export const purchaseOf = ({ orderId, snapshot, refunds }: StoredPurchase): Purchase => ({
  orderId,
  snapshot,
  refunds,
});

const formerOf = (
  { customerId, giverId = null, formerCustomerIds }: StoredPurchase,
  gets: readonly (CustomerId | null)[],
): readonly CustomerId[] =>
  [...new Set([...formerCustomerIds, customerId, giverId])].filter(
    (id) => id !== null && !gets.includes(id),
  ) as CustomerId[];

const isIn = ({ snapshot }: StoredPurchase, { from, before }: Span): boolean =>
  snapshot !== null &&
  snapshot.processedAt >= (from ?? 0) &&
  snapshot.processedAt < (before ?? Number.POSITIVE_INFINITY);

export function createInMemoryPurchaseStore({
  make,
}: Tables): PurchaseStore & { readonly table: Table<StoredPurchase> } {
  const table = make<StoredPurchase>();
  return {
    table,
    record: async (shop, orderId, snapshot, refunds) => {
      const known = table.get(shop, orderId);
      const { purchase, changed } = mergePurchase(
        known === undefined ? null : purchaseOf(known),
        orderId,
        snapshot,
        refunds,
      );
      const { customerId = null, contested = false, formerCustomerIds = [], giverId = null } = known ?? {};
      const stored = { ...purchase, customerId, contested, formerCustomerIds, giverId };
      if (changed || known === undefined) table.set(shop, orderId, stored);
      return { outcome: changed ? 'recorded' : 'unchanged', purchase: stored };
    },
    attribute: async (shop, orderId, customerId, contested, giverId = null) => {
      update(table, shop, orderId, (row) =>
        row.customerId === customerId && row.contested === contested && (row.giverId ?? null) === giverId
          ? null
          : { ...row, customerId, contested, giverId, formerCustomerIds: formerOf(row, [customerId, giverId]) },
      );
      return table.get(shop, orderId) ?? null;
    },
    find: async (shop, orderId) => table.get(shop, orderId) ?? null,
    ofCustomer: async (shop, id) =>
      table
        .all(shop)
        .filter((row) => row.customerId === id)
        .map(purchaseOf),
    naming: async (shop, { cards, shopifyCustomerIds }) =>
      table.all(shop).filter(({ snapshot }) => {
        const { cardNumber = null, shopifyCustomerId = null, referredBy } = snapshot ?? {};
        const numbers = [cardNumber, referredBy];
        const byCard = numbers.some((number) => number != null && cards.includes(number));
        return byCard || (shopifyCustomerId !== null && shopifyCustomerIds.includes(shopifyCustomerId));
      }),
    move: async (shop, from, to) => {
      const moved = (id: CustomerId | null) => (id === from ? to : id);
      const moving = table.all(shop).filter(({ customerId, giverId }) => customerId === from || giverId === from);
      for (const row of moving) {
        const who = { customerId: moved(row.customerId), giverId: moved(row.giverId ?? null) };
        table.set(shop, row.orderId, { ...row, ...who });
      }
      return moving.length;
    },
    byCustomer: async function* (shop, range) {
      const groups = new Map<CustomerId, Purchase[]>();
      for (const row of table.all(shop)) {
        if (row.customerId !== null && (range === undefined || inRange(row.customerId, range)))
          groups.set(row.customerId, [...(groups.get(row.customerId) ?? []), purchaseOf(row)]);
      }
      for (const [customerId, purchases] of [...groups].sort(by(([id]) => id))) yield { customerId, purchases };
    },
    past: async function* (shop, span) {
      const made = table.all(shop).filter((row) => isIn(row, span));
      if (made.length > 0) yield made.map((row) => ({ customerId: row.customerId, purchase: purchaseOf(row) }));
    },
    countPast: async (shop, span, max) => Math.min(max, table.all(shop).filter((row) => isIn(row, span)).length),
    forgetBuyer: async (shop, who) => {
      const forgotten = table.all(shop).flatMap((row) => withoutBuyer(row, who) ?? []);
      for (const row of forgotten) table.set(shop, row.orderId, row);
      return forgotten.length;
    },
    deleteOrders: async (shop, orderIds) => orderIds.filter((id) => table.remove(shop, id)).length,
  };
}

import type { EntitlementOutbox, OutboxItem } from '../../../server/app/ports/entitlement-outbox.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import { by, type Tables, update } from './tables.ts';

type Row = OutboxItem & { readonly dueAt: Instant; readonly putAt: Instant };

export function createInMemoryEntitlementOutbox({ make }: Tables): EntitlementOutbox {
  const table = make<Row>();
  const put: EntitlementOutbox['put'] = async (shop, customerId, sequence, now) => {
    const known = table.get(shop, customerId) ?? { shop, customerId, sequence, tries: 0, dueAt: now };
    table.set(shop, customerId, { ...known, sequence: Math.max(known.sequence, sequence), putAt: now });
  };
  return {
    put,
    putMany: async (shop, many, now) => {
      for (const { customerId, sequence } of many) await put(shop, customerId, sequence, now);
    },
    claim: async (now, leaseUntil, max) => {
      const rows = table.everywhere().map(([, row]) => row);
      const due = rows.filter((row) => row.dueAt <= now).sort(by((row) => row.dueAt));
      const taken = due.filter((row) => row.shop === due[0]?.shop).slice(0, max);
      return taken.map(({ shop, customerId, sequence, tries }) => {
        update(table, shop, customerId, (row) => ({ ...row, dueAt: leaseUntil, tries: tries + 1 }));
        return { shop, customerId, sequence, tries: tries + 1 };
      });
    },
    sent: async (shop, many) => {
      for (const { customerId, sequence } of many) {
        const row = table.get(shop, customerId);
        if (row !== undefined && row.sequence <= sequence) table.remove(shop, customerId);
        else update(table, shop, customerId, (newer) => ({ ...newer, dueAt: newer.putAt, tries: 0 }));
      }
    },
    failed: async (shop, customerId, notBeforeAt) => {
      update(table, shop, customerId, (row) => ({ ...row, dueAt: notBeforeAt }));
    },
    waiting: async (shop) => table.all(shop).length,
  };
}

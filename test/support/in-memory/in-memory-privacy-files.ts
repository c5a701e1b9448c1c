import type { PrivacyFile, PrivacyFiles } from '../../../server/app/ports/privacy-files.ts';
import { by, type Tables } from './tables.ts';

export function createInMemoryPrivacyFiles({ make }: Tables): PrivacyFiles {
  const table = make<PrivacyFile>();
  return {
    put: async (shop, file) => table.set(shop, file.requestId, file),
    list: async (shop) =>
      [...table.all(shop)]
        .sort(by((file) => -file.madeAt))
        .map(({ requestId, madeAt, body }) => ({ requestId, madeAt, bytes: Buffer.byteLength(body) })),
    read: async (shop, requestId) => table.get(shop, requestId)?.body ?? null,
    forgetCustomer: async (shop, customerId) => {
      const theirs = table.all(shop).filter((file) => file.customerId === customerId);
      for (const file of theirs) table.remove(shop, file.requestId);
      return theirs.length;
    },
    forget: async (before) => {
      const old = table.everywhere().filter(([, file]) => file.madeAt < before);
      for (const [shop, file] of old) table.remove(shop, file.requestId);
      return old.length;
    },
  };
}

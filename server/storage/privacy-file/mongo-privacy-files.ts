import type { PrivacyFiles } from '../../app/ports/privacy-files.ts';
import type { SecretBox } from '../secret-box.ts';
import { retryDuplicate, type TenantCollection } from '../tenant-collection.ts';
import { encodePrivacyFile, openPrivacyFile, type PrivacyFileDoc } from './privacy-file.codec.ts';

export function createMongoPrivacyFiles(files: TenantCollection<PrivacyFileDoc>, box: SecretBox): PrivacyFiles {
  return {
    put: async (shop, file) => {
      const row = encodePrivacyFile(box, shop, file);
      await retryDuplicate(() => files.replaceOne(shop, { requestId: file.requestId }, row));
    },
    list: async (shop) => {
      const options = { sort: { madeAt: -1 }, projection: { _id: 0, requestId: 1, madeAt: 1, bytes: 1 } } as const;
      const rows = await files.find(shop, {}, options).toArray();
      return rows.map(({ requestId, madeAt, bytes }) => ({ requestId, madeAt, bytes }));
    },
    read: async (shop, requestId) => {
      const row = await files.findOne(shop, { requestId });
      return row === null ? null : openPrivacyFile(box, row);
    },
    forgetCustomer: (shop, customerId) => files.deleteMany(shop, { customerId }),
    forget: async (before) => (await files.acrossShops.deleteMany({ madeAt: { $lt: before } })).deletedCount,
  };
}

import { randomUUID } from 'node:crypto';
import type { SessionStore } from '../../app/ports/session-store.ts';
import type { SecretBox } from '../secret-box.ts';
import { isDuplicateKey, retryDuplicate, type TenantCollection } from '../tenant-collection.ts';
import { decodeSession, encodeSession, type SessionDoc, type SessionLockDoc } from './session.codec.ts';

export type SessionStoreDeps = {
  readonly sessions: TenantCollection<SessionDoc>;
  readonly locks: TenantCollection<SessionLockDoc>;
  readonly box: SecretBox;
};

export function createMongoSessionStore({ sessions, locks, box }: SessionStoreDeps): SessionStore {
  return {
    load: async (shop) => {
      const doc = await sessions.findOne(shop, {});
      return doc === null ? null : decodeSession(box, doc);
    },
    store: async (shop, session) => {
      await retryDuplicate(() => sessions.replaceOne(shop, {}, encodeSession(box, shop, session)));
    },
    remove: async (shop) => {
      await sessions.deleteMany(shop, {});
    },
    // While somebody holds the lock no row fits, so the upsert inserts a second one and the unique index refuses it.
    lock: async (shop, now, until) => {
      const holder = randomUUID();
      try {
        await locks.updateOne(shop, { until: { $lte: now } }, { $set: { until, holder } }, { upsert: true });
      } catch (error) {
        if (isDuplicateKey(error)) return null;
        throw error;
      }
      const release = async () => {
        await locks.deleteMany(shop, { holder });
      };
      return { release };
    },
  };
}

import type { OfflineSession, SessionStore } from '../../../server/app/ports/session-store.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import type { Tables } from './tables.ts';

export function createInMemorySessionStore({ make }: Tables): SessionStore {
  const sessions = make<OfflineSession>();
  const locks = make<{ readonly until: Instant; readonly holder: number }>();
  let holders = 0;
  return {
    load: async (shop) => sessions.get(shop, 'offline') ?? null,
    store: async (shop, session) => sessions.set(shop, 'offline', session),
    remove: async (shop) => {
      sessions.remove(shop, 'offline');
    },
    lock: async (shop, now, until) => {
      if ((locks.get(shop, 'lock')?.until ?? now) > now) return null;
      holders += 1;
      const holder = holders;
      locks.set(shop, 'lock', { until, holder });
      const release = async () => {
        if (locks.get(shop, 'lock')?.holder === holder) locks.remove(shop, 'lock');
      };
      return { release };
    },
  };
}

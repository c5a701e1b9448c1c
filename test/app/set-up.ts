import { createUseCases } from '../../server/app/create-use-cases.ts';
import type { PrivacyFiles } from '../../server/app/ports/privacy-files.ts';
import type { Shop } from '../../server/app/ports/shop-store.ts';
import type { Stores } from '../../server/app/ports/stores.ts';
import { createSimulatePast } from '../../server/app/simulation/simulate-past.ts';
import type { UseCases } from '../../server/app/use-cases.ts';
import { hashing } from '../../server/hashing.ts';
import type { Instant, ShopId } from '../../shared/domain/ids.ts';
import { type Cutter, createCutter } from '../support/cut-stores.ts';
import { createInMemoryStores } from '../support/in-memory/create-in-memory-stores.ts';
import { createInMemoryShopifyAdmin, type InMemoryShopifyAdmin } from '../support/in-memory-shopify-admin.ts';
import { countedChance, countedIds } from './counted.ts';

export const SHOP = 'demo.myshopify.com' as ShopId;
export const NOW: Instant = Date.UTC(2026, 5, 15, 10);

export type World = {
  readonly shop: ShopId;
  readonly useCases: UseCases;
  readonly stores: Stores & { readonly privacyFiles: PrivacyFiles };
  readonly admin: InMemoryShopifyAdmin;
  readonly cutter: Cutter;
  readonly clock: { readonly now: () => Instant; readonly set: (to: Instant) => void };
  readonly logged: { readonly level: 'info' | 'warn' | 'error'; readonly event: string; readonly facts: unknown }[];
  readonly sweeps: { readonly shop: ShopId; readonly at: Instant }[];
  readonly nudges: { inbox: number; outbox: number; simulations: number };
};

export const aShop = (change: Partial<Shop> = {}): Shop => ({
  id: SHOP,
  state: 'installed',
  name: 'Demo shop',
  currency: 'EUR',
  timeZone: 'Europe/Prague',
  pricesIncludeTax: true,
  scopes: ['read_orders', 'read_customers'],
  installedAt: NOW - 30 * 86_400_000,
  uninstalledAt: null,
  discountNodeId: null,
  cardPrefix: '2001',
  settings: {
    floorOn: false,
    marginBp: 500,
    discountMessage: 'Your {percent} as a regular',
    language: 'en',
    owedCounts: false,
  },
  entitlementKeys: [{ id: 'a', hex: '000102030405060708090a0b0c0d0e0f' }],
  guide: {},
  reconciledAt: null,
  ...change,
});

/**
 * The real use cases over in-memory stores: a clock that stands still until it is set, counted ids, and a shop in
 * Prague that counts in euros. Whatever they write to can be cut.
 */
export async function setUp(change: Partial<Shop> = {}): Promise<World> {
  const ids = countedIds();
  const stores = createInMemoryStores({ newInboxId: ids.inbox });
  const admin = createInMemoryShopifyAdmin();
  const cutter = createCutter();
  const logged: World['logged'] = [];
  const sweeps: World['sweeps'] = [];
  const nudges = { inbox: 0, outbox: 0, simulations: 0 };
  let now = NOW;
  const log =
    (level: 'info' | 'warn' | 'error') =>
    (event: string, facts: Record<string, unknown> = {}) =>
      void logged.push({ level, event, facts });
  const clock = { now: () => now };
  const useCases = createUseCases({
    stores: cutter.stores(stores),
    privacyFiles: stores.privacyFiles,
    admin: cutter.admin(admin),
    clock,
    ids,
    chance: countedChance(),
    hashing,
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    askForSweep: cutter.write(async (shop: ShopId, at: Instant) => void sweeps.push({ shop, at })),
    nudgeInbox: () => {
      nudges.inbox += 1;
    },
    nudgeOutbox: () => {
      nudges.outbox += 1;
    },
    nudgeSimulations: () => {
      nudges.simulations += 1;
    },
    simulator: createSimulatePast(stores),
  });
  await stores.shops.save(aShop(change));
  const set = (to: Instant): void => {
    now = to;
  };
  return { shop: SHOP, useCases, stores, admin, cutter, clock: { ...clock, set }, logged, sweeps, nudges };
}

import type { Hashing } from '../../shared/domain/draw/hashing.ts';
import type { Instant, ShopId } from '../../shared/domain/ids.ts';
import type { Clock } from './ports/clock.ts';
import type { Chance, Ids } from './ports/ids.ts';
import type { Log } from './ports/log.ts';
import type { PrivacyFiles } from './ports/privacy-files.ts';
import type { ShopifyAdmin } from './ports/shopify-admin.ts';
import type { Simulator } from './ports/simulator.ts';
import type { Stores } from './ports/stores.ts';

/** All that use cases ask the world for. Each takes the few it needs (`Pick`), so that its file says which. */
export type UseCaseDeps = {
  readonly stores: Stores;
  readonly admin: ShopifyAdmin;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly chance: Chance;
  readonly hashing: Hashing;
  readonly log: Log;
  /** Asks that everybody of the shop be evaluated anew at an instant; before the change that makes it needed. */
  readonly askForSweep: (shop: ShopId, at: Instant) => Promise<void>;
  readonly nudgeInbox: () => void;
  readonly nudgeOutbox: () => void;
  readonly nudgeSimulations: () => void;
  readonly simulator: Simulator;
  readonly privacyFiles: PrivacyFiles;
};

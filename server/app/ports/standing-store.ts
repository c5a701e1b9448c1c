import type { CustomerId, Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { CustomerStanding } from '../../../shared/domain/standing/standing.ts';
import type { CustomerRange } from './customer-store.ts';

export type StoredStanding = {
  readonly customerId: CustomerId;
  readonly sequence: number;
  readonly standing: CustomerStanding;
};

/** The copy of what the journal's last entry says; rebuilt at any time. */
export type StandingStore = {
  /**
   * Only moves forward: a lower sequence never covers a higher one, and of two at the same sequence the later `asOf`
   * stays (the same `asOf` writes again).
   */
  readonly put: (shop: ShopId, stored: StoredStanding) => Promise<'stored' | 'older'>;
  /** The same for many customers, each at most once. */
  readonly putMany: (shop: ShopId, many: readonly StoredStanding[]) => Promise<void>;
  readonly find: (shop: ShopId, customerId: CustomerId) => Promise<StoredStanding | null>;
  /** Those of the ids that are known, any order. */
  readonly findMany: (shop: ShopId, ids: readonly CustomerId[]) => Promise<readonly StoredStanding[]>;
  /** Of everybody in the range; who has none is absent. For comparing with a rebuild. */
  readonly ofCustomers: (shop: ShopId, range: CustomerRange) => Promise<ReadonlyMap<CustomerId, StoredStanding>>;
  readonly remove: (shop: ShopId, customerId: CustomerId) => Promise<void>;
  /** Customers whose standing changes by time alone at or before `now`. */
  readonly due: (shop: ShopId, now: Instant, max: number) => Promise<readonly CustomerId[]>;
  /** Streamed by customer id, for comparing with a rebuild. */
  readonly all: (shop: ShopId) => AsyncIterable<StoredStanding>;
};

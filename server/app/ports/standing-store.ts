import type { CustomerId, Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { CustomerStanding } from '../../../shared/domain/standing/standing.ts';

export type StoredStanding = {
  readonly customerId: CustomerId;
  readonly sequence: number;
  readonly standing: CustomerStanding;
};

/** The copy of what the journal's last entry says; rebuilt at any time. */
export type StandingStore = {
  /** Only moves forward: a lower sequence never covers a higher one. Rebuild writes the same sequence again. */
  readonly put: (shop: ShopId, stored: StoredStanding) => Promise<'stored' | 'older'>;
  readonly find: (shop: ShopId, customerId: CustomerId) => Promise<StoredStanding | null>;
  readonly remove: (shop: ShopId, customerId: CustomerId) => Promise<void>;
  /** Customers whose standing changes by time alone at or before `now`. */
  readonly due: (shop: ShopId, now: Instant, max: number) => Promise<readonly CustomerId[]>;
  /** Streamed by customer id, for comparing with a rebuild. */
  readonly all: (shop: ShopId) => AsyncIterable<StoredStanding>;
};

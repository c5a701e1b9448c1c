import type { CustomerId, Instant, ShopId } from '../../../shared/domain/ids.ts';

export type OutboxItem = {
  readonly shop: ShopId;
  readonly customerId: CustomerId;
  readonly sequence: number;
  readonly tries: number;
};

/** Which customers' metafields are behind. One row per customer: the newest sequence wins. */
export type EntitlementOutbox = {
  readonly put: (shop: ShopId, customerId: CustomerId, sequence: number, now: Instant) => Promise<void>;
  /** The same for many customers of a shop, each at most once. */
  readonly putMany: (
    shop: ShopId,
    many: readonly { readonly customerId: CustomerId; readonly sequence: number }[],
    now: Instant,
  ) => Promise<void>;
  /** Leases up to `max` rows of one shop (the one waiting longest) so that they go out in one call. */
  readonly claim: (now: Instant, leaseUntil: Instant, max: number) => Promise<readonly OutboxItem[]>;
  /** Takes the rows away, but those of which a newer sequence came meanwhile: they are due at once. */
  readonly sent: (
    shop: ShopId,
    many: readonly { readonly customerId: CustomerId; readonly sequence: number }[],
  ) => Promise<void>;
  readonly failed: (shop: ShopId, customerId: CustomerId, notBeforeAt: Instant, why: string) => Promise<void>;
  readonly waiting: (shop: ShopId) => Promise<number>;
};

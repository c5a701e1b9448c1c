import type { Fault } from '../../../shared/domain/fault.ts';
import type { InboxId, Instant, ShopId } from '../../../shared/domain/ids.ts';

/** `filed` waits · `leased` is worked on · `done` · `skipped`: see why · `refused` by our schema · `failed` gave up. */
export type InboxState = 'filed' | 'leased' | 'done' | 'skipped' | 'refused' | 'failed';

export type InboxItem = {
  readonly id: InboxId;
  readonly shop: ShopId;
  /** Shopify's id of the delivery; for what we fetched ourselves, `reconciled:` and a key of the content. */
  readonly webhookId: string;
  readonly topic: string;
  readonly apiVersion: string;
  readonly triggeredAt: Instant | null;
  readonly receivedAt: Instant;
  readonly state: InboxState;
  readonly tries: number;
  readonly notBeforeAt: Instant;
  readonly outcome: string | null;
  readonly faults: readonly Fault[];
  /** Raw body; null once forgotten. */
  readonly body: string | null;
};

export type FileDelivery = Pick<
  InboxItem,
  'webhookId' | 'topic' | 'apiVersion' | 'triggeredAt' | 'receivedAt' | 'body'
> & {
  /** Not to be acted on before; without it `receivedAt`. An import spreads itself: live deliveries come between. */
  readonly notBeforeAt?: Instant;
};

export type InboxOutcome =
  | { readonly state: 'done'; readonly outcome: string }
  | { readonly state: 'skipped'; readonly outcome: string }
  | { readonly state: 'refused'; readonly faults: readonly Fault[] }
  | { readonly state: 'failed'; readonly outcome: string }
  | { readonly state: 'filed'; readonly outcome: string; readonly notBeforeAt: Instant };

export type InboxStore = {
  /** Durable on a majority when it returns. Unique by shop and webhook id: the second time is `repeated`. */
  readonly file: (
    shop: ShopId,
    delivery: FileDelivery,
  ) => Promise<{ readonly outcome: 'filed' | 'repeated'; readonly id: InboxId }>;
  /** Leases up to `max` items that are due, oldest first, of any shop; a lease that ran out is due again. */
  readonly claim: (now: Instant, leaseUntil: Instant, max: number) => Promise<readonly InboxItem[]>;
  /**
   * Ends a lease with what came of it, unless it was lost meanwhile: `tries`, which each claim raises, tells. The same
   * said again is `settled` or `lost`.
   */
  readonly settle: (
    shop: ShopId,
    item: Pick<InboxItem, 'id' | 'tries'>,
    outcome: InboxOutcome,
  ) => Promise<'settled' | 'lost'>;
  readonly find: (shop: ShopId, id: InboxId) => Promise<InboxItem | null>;
  /** Newest first, without bodies; `before` is the last id of the page before. No states named: all. */
  readonly list: (
    shop: ShopId,
    query: { readonly states: readonly InboxState[]; readonly before: InboxId | null; readonly max: number },
  ) => Promise<readonly InboxItem[]>;
  /** Each state is counted up to 100,000. */
  readonly counts: (shop: ShopId) => Promise<Readonly<Record<InboxState, number>>>;
  /** Puts a settled item back to `filed`, with its tries at none; one that still waits stays as it is. */
  readonly replay: (shop: ShopId, id: InboxId, now: Instant) => Promise<'filed' | 'unknown' | 'body_forgotten'>;
  /** Forgets bodies received before `before`, of settled items only. */
  readonly forgetBodies: (before: Instant) => Promise<number>;
  /**
   * Privacy: forgets every body of the shop that speaks of this Shopify customer: at once, and what still waits is
   * skipped; what is being acted on (the request itself, perhaps) keeps its body until it is settled.
   */
  readonly forgetCustomer: (shop: ShopId, shopifyCustomerId: string) => Promise<number>;
};

import type { Instant, ShopId } from '../../../shared/domain/ids.ts';

export type ImportState = 'running' | 'reading' | 'done' | 'failed';

/** `customers` and `orders` are filed as deliveries, `costs` go straight into Shopify's metafields. */
export type ImportKind = 'customers' | 'orders' | 'costs';
export type FiledKind = Exclude<ImportKind, 'costs'>;

/** The first import of a shop's past. `done` and `total` are objects; total is null while Shopify still counts. */
export type Import = {
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly bulkOperationId: string | null;
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly why: string | null;
  /** Only of costs: the text of the goods that checkout is told of with them (`checkoutScope`); absent: all. */
  readonly scope?: string;
};

export type ImportStore = {
  readonly put: (shop: ShopId, item: Import) => Promise<void>;
  /**
   * One worker at a time per import: true when it was free, its lease had run out, or `holder` has it already; then it
   * is the holder's until `until`. Makes no import: false where there is none. `put` leaves the lease as it is.
   */
  readonly lease: (
    shop: ShopId,
    kind: Import['kind'],
    holder: string,
    now: Instant,
    until: Instant,
  ) => Promise<boolean>;
  readonly all: (shop: ShopId) => Promise<readonly Import[]>;
};

import type {
  CardNumber,
  CustomerId,
  Instant,
  OrderId,
  ProgramId,
  SeriesId,
  ShopId,
} from '../../../shared/domain/ids.ts';
import type { Card, CardState, Series } from '../../../shared/domain/instrument/card.ts';
import type { CustomerRange } from './customer-store.ts';

export type CardPage = { readonly cards: readonly Card[]; readonly nextAfter: CardNumber | null };

export type CardStore = {
  readonly createSeries: (shop: ShopId, series: Series) => Promise<void>;
  readonly listSeries: (shop: ShopId) => Promise<readonly Series[]>;
  readonly findSeries: (shop: ShopId, id: SeriesId) => Promise<Series | null>;
  /** Inserts those numbers the shop does not have yet; answers how many were new. Raises the series' `emitted`. */
  readonly emit: (shop: ShopId, cards: readonly Card[]) => Promise<number>;
  readonly find: (shop: ShopId, number: CardNumber) => Promise<Card | null>;
  readonly ofCustomer: (shop: ShopId, customerId: CustomerId) => Promise<readonly Card[]>;
  /** Cards of everybody in the range, by customer; who has none may be absent. */
  readonly ofCustomers: (shop: ShopId, range: CustomerRange) => Promise<ReadonlyMap<CustomerId, readonly Card[]>>;
  /** The card that an order gave, by `issuedBy`; of several the first by number. */
  readonly givenBy: (shop: ShopId, orderId: OrderId) => Promise<Card | null>;
  readonly list: (
    shop: ShopId,
    query: {
      readonly seriesId: SeriesId | null;
      readonly programId: ProgramId | null;
      readonly states: readonly CardState[];
      readonly after: CardNumber | null;
      readonly max: number;
    },
  ) => Promise<CardPage>;
  /** Compare and set on `revision`; the store raises it and appends the event to the history. */
  readonly change: (
    shop: ShopId,
    seen: Card,
    fields: Partial<Omit<Card, 'number' | 'history' | 'revision'>>,
    event: Card['history'][number],
  ) => Promise<'changed' | 'stale'>;
  /**
   * Privacy: every card of the customer becomes nobody's. Issued ones are blocked; `issuedAt` and `issuedBy` go, the
   * history loses its notes and customers and ends with `event`; revisions rise. Answers how many cards it changed.
   */
  readonly forgetHolder: (shop: ShopId, customerId: CustomerId, event: Card['history'][number]) => Promise<number>;
  /** How many cards of each series are issued now; a series without any may be absent. */
  readonly issuedBySeries: (shop: ShopId) => Promise<ReadonlyMap<SeriesId, number>>;
  /** Cards that end by time: emitted or issued ones with `expiresAt` at or before now. */
  readonly due: (shop: ShopId, now: Instant, max: number) => Promise<readonly Card[]>;
};

import type { Customer, CustomerState } from '../../../shared/domain/customer/customer.ts';
import type { CustomerId, ShopId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';

export type CustomerKey = Pick<Customer, 'id' | 'state'>;

/** Customers by their ids as texts, both ends included. Rebuilds go through a shop in such pieces. */
export type CustomerRange = { readonly from: CustomerId; readonly to: CustomerId };

export type CustomerStore = {
  /** A Shopify customer id belongs to one customer; `taken` when another has it. */
  readonly create: (shop: ShopId, customer: Customer) => Promise<'created' | 'taken'>;
  readonly find: (shop: ShopId, id: CustomerId) => Promise<Customer | null>;
  readonly findByShopifyId: (shop: ShopId, id: ShopifyCustomerId) => Promise<Customer | null>;
  /** Those of the ids that are known, any order. */
  readonly findMany: (shop: ShopId, ids: readonly CustomerId[]) => Promise<readonly Customer[]>;
  /** Everybody of every state in the order of the ids, from behind `after`, a page at a time; for rebuilds. */
  readonly ids: (shop: ShopId, after: CustomerId | null, max: number) => Promise<readonly CustomerKey[]>;
  /** Compare and set on `revision`; the store raises it. */
  readonly change: (
    shop: ShopId,
    seen: Customer,
    fields: Partial<Omit<Customer, 'id' | 'revision'>>,
  ) => Promise<'changed' | 'stale' | 'taken'>;
  readonly count: (shop: ShopId, states: readonly CustomerState[]) => Promise<number>;
};

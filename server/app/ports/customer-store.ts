import type { Customer, CustomerState } from '../../../shared/domain/customer/customer.ts';
import type { CustomerId, ShopId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';

export type CustomerStore = {
  /** A Shopify customer id belongs to one customer; `taken` when another has it. */
  readonly create: (shop: ShopId, customer: Customer) => Promise<'created' | 'taken'>;
  readonly find: (shop: ShopId, id: CustomerId) => Promise<Customer | null>;
  readonly findByShopifyId: (shop: ShopId, id: ShopifyCustomerId) => Promise<Customer | null>;
  /** Compare and set on `revision`; the store raises it. */
  readonly change: (
    shop: ShopId,
    seen: Customer,
    fields: Partial<Omit<Customer, 'id' | 'revision'>>,
  ) => Promise<'changed' | 'stale' | 'taken'>;
  readonly count: (shop: ShopId, states: readonly CustomerState[]) => Promise<number>;
};

import type { Customer, Instant, Refund } from './things.ts';

/** What a webhook tells about. What is gone by then travels along; the rest is read from the world when it is told. */
export type Subject =
  | { readonly kind: 'order'; readonly orderId: number }
  | { readonly kind: 'order_deleted'; readonly orderId: number }
  | {
      readonly kind: 'order_edited';
      readonly orderId: number;
      readonly editId: number;
      readonly note: string | null;
      readonly additions: readonly { readonly id: number; readonly delta: number }[];
      readonly removals: readonly { readonly id: number; readonly delta: number }[];
    }
  | { readonly kind: 'refund'; readonly refund: Refund }
  | { readonly kind: 'customer'; readonly customerId: number }
  | { readonly kind: 'customer_deleted'; readonly customerId: number }
  | { readonly kind: 'customers_merged'; readonly keptId: number; readonly deletedId: number; readonly jobId: number }
  | { readonly kind: 'consent'; readonly customer: Customer }
  | { readonly kind: 'product'; readonly productId: number }
  | { readonly kind: 'product_deleted'; readonly productId: number }
  | { readonly kind: 'inventory_item'; readonly variantId: number }
  | { readonly kind: 'shop' }
  | { readonly kind: 'scopes'; readonly previous: readonly string[]; readonly current: readonly string[] }
  | { readonly kind: 'bulk_operation'; readonly id: number }
  | {
      readonly kind: 'data_request';
      readonly requestId: number;
      readonly customer: Customer;
      readonly orders: number[];
    }
  | { readonly kind: 'customer_redact'; readonly customer: Customer; readonly orders: number[] }
  | { readonly kind: 'shop_redact' };

/** Something happened in a shop. `topic` as Shopify writes it in the header, e.g. `orders/paid`. */
export type WorldEvent = {
  readonly shop: string;
  readonly topic: string;
  readonly at: Instant;
  /** One for all that one action of the merchant brought about. */
  readonly eventId: string;
  /** Whether our app had the shop at that moment; otherwise nobody is told. */
  readonly installed: boolean;
  readonly subject: Subject;
};

import type { CustomerId, Instant, ShopId } from '../../../shared/domain/ids.ts';

/** What is told of a customer when Shopify asks for it; the merchant hands it on. */
export type PrivacyFile = {
  readonly requestId: string;
  /** Null: nobody we know. */
  readonly customerId: CustomerId | null;
  readonly madeAt: Instant;
  readonly body: string;
};

/** The answers to data requests; bodies are encrypted at rest by the store. */
export type PrivacyFiles = {
  /** Unique by shop and request; the same request once more replaces its answer. */
  readonly put: (shop: ShopId, file: PrivacyFile) => Promise<void>;
  /** Newest first; `bytes` of the body as UTF-8. */
  readonly list: (
    shop: ShopId,
  ) => Promise<readonly { readonly requestId: string; readonly madeAt: Instant; readonly bytes: number }[]>;
  readonly read: (shop: ShopId, requestId: string) => Promise<string | null>;
  /** Privacy: files about a customer who is erased. */
  readonly forgetCustomer: (shop: ShopId, customerId: CustomerId) => Promise<number>;
  /** Forgets files made before an instant, of any shop. */
  readonly forget: (before: Instant) => Promise<number>;
};

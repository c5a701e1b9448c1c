import type { CustomerId, ForeignCustomerId, Instant, ShopifyCustomerId } from '../ids.ts';

/** C3: complete, to be completed, contact ended. `merged` points on, `erased` holds no personal data any more. */
export type CustomerState = 'entered' | 'check' | 'archived' | 'merged' | 'erased';

export type EmailConsent = {
  readonly state: 'subscribed' | 'unsubscribed' | 'pending' | 'unknown';
  readonly at: Instant | null;
};

/** Somebody the shop knows; an e-mail is not needed. Unknown details are null. */
export type Customer = {
  readonly id: CustomerId;
  readonly state: CustomerState;
  readonly shopifyCustomerIds: readonly ShopifyCustomerId[];
  /** What the system that the shop used before calls them; null: it did not know them. */
  readonly foreignId: ForeignCustomerId | null;
  readonly firstName: string | null;
  readonly patronymic: string | null;
  readonly surname: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** Calendar day `YYYY-MM-DD`, no time zone. */
  readonly birthDate: string | null;
  readonly gender: 'female' | 'male' | 'other' | null;
  readonly address: string | null;
  readonly language: string | null;
  readonly emailConsent: EmailConsent;
  readonly mergedInto: CustomerId | null;
  readonly createdAt: Instant;
  /** `updated_at` of the newest Shopify snapshot taken over; an older one never replaces it. */
  readonly shopifyUpdatedAt: Instant | null;
  readonly revision: number;
};

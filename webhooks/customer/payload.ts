import { z } from 'zod';
import type { ShopifyCustomerId } from '../../shared/domain/ids.ts';
import { instant, shopifyId, shortText } from '../values.ts';

const text = shortText.nullish();

export const consent = z.object({
  state: z.string(),
  consent_updated_at: instant.nullish(),
});

const address = z.object({
  address1: text,
  address2: text,
  zip: text,
  city: text,
  province: text,
  country: text,
});

/** Fields that a shop has not been approved for are null. */
export const customerPayload = z.object({
  id: shopifyId<ShopifyCustomerId>(),
  updated_at: instant,
  first_name: text,
  last_name: text,
  email: text,
  phone: text,
  locale: text,
  default_address: address.nullish(),
  email_marketing_consent: consent.nullish(),
});

export type CustomerPayload = z.output<typeof customerPayload>;

export const deletedCustomerPayload = z.object({ id: shopifyId<ShopifyCustomerId>() });

export const mergePayload = z.object({
  admin_graphql_api_customer_kept_id: shopifyId<ShopifyCustomerId>(),
  admin_graphql_api_customer_deleted_id: shopifyId<ShopifyCustomerId>(),
  /** Told also of merges that failed or are under way. */
  status: z.string(),
});

export const consentPayload = z.object({
  customer_id: shopifyId<ShopifyCustomerId>(),
  email_marketing_consent: consent,
});

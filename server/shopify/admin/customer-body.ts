import type { CustomerLine } from './customer-selection.ts';
import { numericId } from './numeric-id.ts';

/** A customer of the Admin API in the form of its webhook. */
export function customerBody(customer: CustomerLine): string {
  const { defaultEmailAddress: email, defaultAddress: address } = customer;
  return JSON.stringify({
    id: numericId(customer.id),
    created_at: customer.createdAt ?? null,
    updated_at: customer.updatedAt,
    first_name: customer.firstName ?? null,
    last_name: customer.lastName ?? null,
    email: email?.emailAddress ?? null,
    phone: customer.defaultPhoneNumber?.phoneNumber ?? null,
    locale: customer.locale ?? null,
    default_address: address ?? null,
    email_marketing_consent:
      email?.marketingState == null
        ? null
        : { state: email.marketingState.toLowerCase(), consent_updated_at: email.marketingUpdatedAt ?? null },
  });
}

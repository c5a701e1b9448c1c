import type { ShopifyCustomerSnapshot } from '../../server/app/use-cases.ts';
import type { EmailConsent } from '../../shared/domain/customer/customer.ts';
import type { Fault } from '../../shared/domain/fault.ts';
import type { ShopifyCustomerId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import { readPayload } from '../read.ts';
import { type CustomerPayload, consentPayload, customerPayload } from './payload.ts';

type Consent = NonNullable<CustomerPayload['email_marketing_consent']>;

/** Never asked, address invalid or taken out: in each case nobody knows. */
const CONSENTS: ReadonlyMap<string, EmailConsent['state']> = new Map([
  ['subscribed', 'subscribed'],
  ['unsubscribed', 'unsubscribed'],
  ['pending', 'pending'],
]);

const consentOf = (consent: Consent | null | undefined): EmailConsent => ({
  state: CONSENTS.get(consent?.state.toLowerCase() ?? '') ?? 'unknown',
  at: consent?.consent_updated_at ?? null,
});

/** Nothing typed is nothing known. */
const known = (text: string | null | undefined): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

/** A customer as Shopify has it at one `updated_at`. */
export function readCustomer(body: unknown): Result<ShopifyCustomerSnapshot, readonly Fault[]> {
  const read = readPayload(customerPayload, body);
  if (!read.ok) return read;
  const customer = read.value;
  const value = {
    shopifyCustomerId: customer.id,
    updatedAt: customer.updated_at,
    firstName: known(customer.first_name),
    surname: known(customer.last_name),
    email: known(customer.email),
    phone: known(customer.phone),
    address: addressOf(customer.default_address),
    language: known(customer.locale),
    emailConsent: consentOf(customer.email_marketing_consent),
  };
  return { ok: true, value };
}

function addressOf(address: CustomerPayload['default_address']): string | null {
  if (address == null) return null;
  const { address1, address2, zip, city, province, country } = address;
  const place = [zip, city].map(known).filter((part) => part !== null);
  const parts = [address1, address2, place.join(' '), province, country].map(known);
  return known(parts.filter((part) => part !== null).join(', '));
}

export type ConsentTold = { readonly customer: ShopifyCustomerId; readonly consent: EmailConsent };

/** What somebody agreed to, told by itself. */
export function readConsent(body: unknown): Result<ConsentTold, readonly Fault[]> {
  const read = readPayload(consentPayload, body);
  if (!read.ok) return read;
  const { customer_id: customer, email_marketing_consent: consent } = read.value;
  return { ok: true, value: { customer, consent: consentOf(consent) } };
}

import { gid } from '../../world/gid.ts';
import { ordersOf } from '../../world/keep.ts';
import { moneyText } from '../../world/money.ts';
import { sumsOf } from '../../world/order-sums.ts';
import type { ShopState } from '../../world/state.ts';
import type { Address, Customer, ShopFacts } from '../../world/things.ts';
import { restTime, restTimeOrNull } from './rest-values.ts';

/** What a customer bought so far: orders that were not called off, and the money kept for them. */
export function boughtBy(state: ShopState, customerId: number) {
  const orders = ordersOf(state, customerId).filter(({ cancelledAt, isTest }) => cancelledAt === null && !isTest);
  const paid = orders.map((order) => sumsOf(order));
  const spentMinor = paid.reduce((sum, each) => sum + each.paid.shopMinor - each.refunded.shopMinor, 0);
  return { count: orders.length, spentMinor, last: orders.at(-1) ?? null };
}

/** The REST customer, as in webhooks of customers. */
export function customerBody(state: ShopState, customer: Customer): Record<string, unknown> {
  const { facts } = state;
  const { count, spentMinor, last } = boughtBy(state, customer.id);
  return {
    ...customerInOrder(facts, customer),
    orders_count: count,
    total_spent: moneyText(Math.max(0, spentMinor), facts.currency),
    last_order_id: last?.id ?? null,
    last_order_name: last?.name ?? null,
    addresses: customer.address === null ? [] : [addressBody(customer.address, customer.id)],
    email_marketing_consent: consentBody(facts, customer),
    sms_marketing_consent: null,
    accepts_marketing: customer.consent.state === 'subscribed',
  };
}

/** The REST customer inside an order, which says less. */
export function customerInOrder(facts: ShopFacts, customer: Customer): Record<string, unknown> {
  return {
    id: customer.id,
    created_at: restTime(customer.createdAt, facts),
    updated_at: restTime(customer.updatedAt, facts),
    first_name: customer.firstName,
    last_name: customer.lastName,
    state: customer.hasAccount ? 'enabled' : 'disabled',
    note: customer.note,
    verified_email: customer.email !== null,
    multipass_identifier: null,
    tax_exempt: false,
    email: customer.email,
    phone: customer.phone,
    currency: facts.currency,
    tax_exemptions: [],
    tags: customer.tags.join(', '),
    admin_graphql_api_id: gid('Customer', customer.id),
    ...(customer.address === null
      ? {}
      : { default_address: { ...addressBody(customer.address, customer.id), default: true } }),
  };
}

export const addressBody = (address: Address, customerId: number) => ({
  id: address.id,
  customer_id: customerId,
  first_name: address.firstName,
  last_name: address.lastName,
  company: null,
  address1: address.address1,
  address2: null,
  city: address.city,
  province: null,
  country: address.country,
  zip: address.zip,
  phone: address.phone,
  name: `${address.firstName} ${address.lastName}`,
  country_code: address.country,
});

export const consentBody = (facts: ShopFacts, { email, consent }: Customer) =>
  email === null
    ? null
    : {
        state: consent.state,
        opt_in_level: consent.optInLevel,
        consent_updated_at: restTimeOrNull(consent.updatedAt, facts),
      };

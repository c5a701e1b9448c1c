import { describe, expect, it } from '@jest/globals';
import { readConsent, readCustomer } from '../../webhooks/customer/read-customer.ts';
import { changed, fixture } from './fixture.ts';

const customer = fixture('customers-update');

describe('a customer of Shopify', () => {
  it('is read with address and consent', () => {
    const told = readCustomer({ ...customer, locale: 'cs' });
    expect(told.ok && told.value).toEqual({
      shopifyCustomerId: '6001',
      updatedAt: Date.UTC(2026, 2, 1, 9),
      firstName: 'Jana',
      surname: 'Testová',
      email: 'jana@example.test',
      phone: '+420700000001',
      address: 'Vzorová 12, 110 00 Zkušebnice, Czech Republic',
      language: 'cs',
      emailConsent: { state: 'subscribed', at: Date.UTC(2026, 1, 1, 7) },
    });
  });

  it('may be nothing but a number, where the shop was not approved for more', () => {
    const told = readCustomer({ id: 6001, updated_at: '2026-03-01T10:00:00+01:00', first_name: '', email: null });
    expect(told.ok && told.value).toMatchObject({
      firstName: null,
      email: null,
      address: null,
      emailConsent: { state: 'unknown', at: null },
    });
  });

  it.each([
    ['not_subscribed', 'unknown'],
    ['SUBSCRIBED', 'subscribed'],
    ['pending', 'pending'],
    ['redacted', 'unknown'],
  ])('who is %s is %s to us', (state, ours) => {
    const told = readCustomer(changed(customer, 'email_marketing_consent.state', state));
    expect(told.ok && told.value.emailConsent.state).toBe(ours);
  });

  it('is refused without a number or an instant', () => {
    const told = readCustomer({ first_name: 7 });
    expect(told.ok ? [] : told.error.map(({ path }) => path)).toEqual(['id', 'updated_at', 'first_name']);
  });

  it('may speak of consent alone', () => {
    const told = readConsent(fixture('customers_email_marketing_consent-update'));
    expect(told.ok && told.value).toEqual({
      customer: '6001',
      consent: { state: 'unsubscribed', at: Date.UTC(2026, 3, 1, 6) },
    });
  });
});

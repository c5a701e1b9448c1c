import type { CustomerDetails, ShopifyCustomerSnapshot } from '../../../server/app/use-cases.ts';
import { DAY_MS, shopper } from '../builders.ts';
import { NOW } from '../set-up.ts';

/** What was typed of somebody; invented. */
export const aPerson = (change: Partial<CustomerDetails> = {}): CustomerDetails => ({
  firstName: 'Ada',
  patronymic: null,
  surname: 'Testperson',
  email: 'ada@example.test',
  phone: null,
  birthDate: null,
  gender: null,
  address: null,
  language: 'en',
  ...change,
});

/** Somebody as Shopify has them, a day ago; invented. */
export const aShopper = (id: number, change: Partial<ShopifyCustomerSnapshot> = {}): ShopifyCustomerSnapshot => ({
  shopifyCustomerId: shopper(id),
  updatedAt: NOW - DAY_MS,
  firstName: 'Ada',
  surname: 'Testperson',
  email: 'ada@example.test',
  phone: null,
  address: null,
  language: 'en',
  emailConsent: { state: 'unknown', at: null },
  ...change,
});

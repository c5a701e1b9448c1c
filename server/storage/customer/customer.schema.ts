import { asIs, defineStored, number, text, wholeNumber, wholeText } from '../define-stored.ts';
import type { CustomerDoc } from './customer.codec.ts';

const words = [text];

export const storedCustomers = defineStored<CustomerDoc>(
  'customers',
  {
    customerId: wholeText,
    state: wholeText,
    shopifyCustomerIds: { type: [String], default: undefined },
    foreignId: text,
    firstName: text,
    patronymic: text,
    surname: text,
    email: text,
    phone: text,
    birthDate: text,
    gender: text,
    address: text,
    language: text,
    emailConsent: asIs,
    mergedInto: text,
    createdAt: wholeNumber,
    shopifyUpdatedAt: number,
    revision: wholeNumber,
    cards: words,
    spentMinor: wholeNumber,
    purchases: wholeNumber,
    discountBp: wholeNumber,
    firstPurchaseAt: number,
    lastPurchaseAt: wholeNumber,
    dueCard: words,
    conflicts: words,
    sequence: wholeNumber,
    asOf: wholeNumber,
    surnameKey: wholeText,
    ownWords: words,
    cardWords: words,
    words,
    lists: words,
  },
  [
    { fields: { shop: 1, customerId: 1 }, options: { unique: true } },
    // Everybody in the order of the ids, from the index alone.
    { fields: { shop: 1, customerId: 1, state: 1 } },
    // A Shopify customer is one customer of ours; those without are not in the index.
    {
      fields: { shop: 1, shopifyCustomerIds: 1 },
      options: { unique: true, partialFilterExpression: { shopifyCustomerIds: { $exists: true } } },
    },
    // Search: one stretch per beginning of a word.
    { fields: { shop: 1, words: 1 } },
    // The directory in its four orders, each list (a state, a state and a filter) one stretch.
    { fields: { shop: 1, lists: 1, createdAt: 1, customerId: 1 } },
    { fields: { shop: 1, lists: 1, surnameKey: 1, customerId: 1 } },
    { fields: { shop: 1, lists: 1, spentMinor: 1, customerId: 1 } },
    { fields: { shop: 1, lists: 1, lastPurchaseAt: 1, customerId: 1 } },
  ],
);

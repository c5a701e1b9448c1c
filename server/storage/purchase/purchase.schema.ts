import { asIs, defineStored, flag, text, wholeText } from '../define-stored.ts';
import type { PurchaseDoc } from './purchase.codec.ts';

export const storedPurchases = defineStored<PurchaseDoc>(
  'purchases',
  {
    orderId: wholeText,
    customerId: text,
    contested: flag,
    formerCustomerIds: { type: [String], default: undefined },
    giverId: text,
    snapshot: asIs,
    refunds: [asIs],
    isTouched: flag,
  },
  [
    { fields: { shop: 1, orderId: 1 }, options: { unique: true } },
    // A customer's purchases, newest first; and all of them, customer by customer, for rebuilds.
    { fields: { shop: 1, customerId: 1, 'snapshot.processedAt': 1, orderId: 1 } },
    {
      fields: { shop: 1, 'snapshot.cardNumber': 1 },
      options: { partialFilterExpression: { 'snapshot.cardNumber': { $exists: true } } },
    },
    {
      fields: { shop: 1, 'snapshot.shopifyCustomerId': 1 },
      options: { partialFilterExpression: { 'snapshot.shopifyCustomerId': { $exists: true } } },
    },
    {
      fields: { shop: 1, 'snapshot.referredBy': 1 },
      options: { partialFilterExpression: { 'snapshot.referredBy': { $exists: true } } },
    },
    // Orders of friends, by whoever handed the card on.
    { fields: { shop: 1, giverId: 1 }, options: { partialFilterExpression: { giverId: { $exists: true } } } },
    // Days and channels of the home page, added up from the index alone; those with returns are read one by one.
    {
      fields: {
        shop: 1,
        'snapshot.sale': 1,
        'snapshot.channel': 1,
        'snapshot.processedAt': 1,
        isTouched: 1,
        'snapshot.sum.purchases': 1,
        'snapshot.sum.revenueMinor': 1,
        'snapshot.sum.discountMinor': 1,
      },
      options: { name: 'home', partialFilterExpression: { 'snapshot.sale': { $exists: true } } },
    },
  ],
);

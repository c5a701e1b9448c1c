import type { Fields } from './played-shopify.ts';

export const money = (amount: string, currencyCode = 'EUR') => ({
  shopMoney: { amount, currencyCode },
  presentmentMoney: { amount: '1.0', currencyCode: 'USD' },
});

export const page = (nodes: readonly unknown[], endCursor: string | null = null) => ({
  nodes,
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});

export const aLine = (id: number, change: Fields = {}): Fields => ({
  id: `gid://shopify/LineItem/${id}`,
  title: 'Bread flour, 5 kg',
  quantity: 2,
  currentQuantity: 2,
  isGiftCard: false,
  product: { id: 'gid://shopify/Product/4001' },
  variant: { id: 'gid://shopify/ProductVariant/4101' },
  originalUnitPriceSet: money('50.0'),
  discountAllocations: [
    {
      allocatedAmountSet: money('3.0'),
      discountApplication: { __typename: 'AutomaticDiscountApplication', index: 0, title: 'Regulars' },
    },
    {
      allocatedAmountSet: money('2.5'),
      discountApplication: { __typename: 'DiscountCodeApplication', index: 1, code: 'SPRING' },
    },
  ],
  ...change,
});

export const anOrder = (change: Fields = {}): Fields => ({
  id: 'gid://shopify/Order/5001',
  name: '#1001',
  createdAt: '2026-03-02T09:15:00Z',
  processedAt: '2026-03-02T09:14:58Z',
  updatedAt: '2026-03-05T15:00:02Z',
  cancelledAt: null,
  test: false,
  displayFinancialStatus: 'PARTIALLY_REFUNDED',
  currencyCode: 'EUR',
  sourceName: 'web',
  customer: { id: 'gid://shopify/Customer/6001' },
  retailLocation: null,
  customAttributes: [{ key: '_regulars', value: 'a-signed-statement' }],
  metafield: null,
  refunds: [{ id: 'gid://shopify/Refund/5301' }],
  lineItems: page([aLine(5101, { currentQuantity: 1 })]),
  ...change,
});

export const aRefund = (change: Fields = {}): Fields => ({
  id: 'gid://shopify/Refund/5301',
  createdAt: '2026-03-05T15:00:00Z',
  processedAt: '2026-03-05T15:00:00Z',
  refundLineItems: page([{ quantity: 1, lineItem: { id: 'gid://shopify/LineItem/5101' } }]),
  orderAdjustments: { nodes: [{ amountSet: money('-4.0') }] },
  ...change,
});

export const aCustomer = (id: number, change: Fields = {}): Fields => ({
  id: `gid://shopify/Customer/${id}`,
  updatedAt: '2026-03-01T09:00:00Z',
  createdAt: '2026-01-04T08:12:00Z',
  firstName: 'Jana',
  lastName: 'Testová',
  locale: 'cs',
  defaultEmailAddress: {
    emailAddress: 'jana@example.test',
    marketingState: 'SUBSCRIBED',
    marketingUpdatedAt: '2026-02-01T07:00:00Z',
  },
  defaultPhoneNumber: { phoneNumber: '+420700000001' },
  defaultAddress: { address1: 'Vzorová 12', zip: '110 00', city: 'Zkušebnice', country: 'Czech Republic' },
  ...change,
});

import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { Person, ReferredOrder } from '../../app/ports/fact-store.ts';
import type { CustomerDoc } from '../customer/customer.codec.ts';
import { storedCustomers } from '../customer/customer.schema.ts';
import { decodePurchase, type PurchaseDoc } from '../purchase/purchase.codec.ts';
import { storedPurchases } from '../purchase/purchase.schema.ts';

type PersonDoc = Pick<CustomerDoc, 'customerId' | 'email' | 'phone' | 'shopifyCustomerIds'>;

/** A friend's order with who is who, each by index. */
export type ReferredDoc = PurchaseDoc & {
  readonly giverId: CustomerId;
  readonly giver: readonly PersonDoc[];
  readonly friend: readonly PersonDoc[];
  readonly others: readonly PurchaseDoc[];
};

const person = (shop: ShopId, localField: 'giverId' | 'customerId', as: 'giver' | 'friend') => ({
  $lookup: {
    from: storedCustomers.name,
    localField,
    foreignField: 'customerId',
    pipeline: [
      { $match: { shop } },
      { $project: { _id: 0, customerId: 1, email: 1, phone: 1, shopifyCustomerIds: 1 } },
    ],
    as,
  },
});

/**
 * From friends' orders to all that decides what they are worth to the giver (rules 2.7). An order that is nobody's has
 * no friend: `customerId` null would find everybody's nobody.
 */
export const withPeople = (shop: ShopId): readonly object[] => [
  person(shop, 'giverId', 'giver'),
  person(shop, 'customerId', 'friend'),
  {
    $lookup: {
      from: storedPurchases.name,
      localField: 'friend.customerId',
      foreignField: 'customerId',
      pipeline: [{ $match: { shop, customerId: { $gt: '' } } }],
      as: 'others',
    },
  },
];

const personOf = ({ customerId: id, email, phone, shopifyCustomerIds = [] }: PersonDoc): Person => ({
  id,
  email,
  phone,
  shopifyCustomerIds,
});

/** Nothing where the giver, or the order's snapshot, is gone. */
export function decodeReferred(doc: ReferredDoc): readonly ReferredOrder[] {
  const [giver] = doc.giver;
  const [friend] = doc.friend;
  const cardNumber = doc.snapshot?.referredBy;
  if (giver === undefined || cardNumber === undefined) return [];
  const others = doc.others.filter(({ orderId }) => orderId !== doc.orderId).map(decodePurchase);
  const known = friend === undefined ? null : { ...personOf(friend), others };
  return [{ giver: personOf(giver), cardNumber, purchase: decodePurchase(doc), friend: known }];
}

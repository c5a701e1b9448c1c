import type { PastPurchase } from '../../../shared/domain/purchase/past-purchase.ts';
import type { History } from '../../../shared/domain/simulation/history.ts';
import { pastId } from '../../../shared/domain/simulation/past-ids.ts';

const NOWHERE = { locationId: null, channel: null };

/** Every order of a history: customer by customer in their time, then nobody's. */
export function* pastPurchases({ places, eachCustomer, eachOfNobodys }: History): Generator<PastPurchase> {
  const placeAt = (place: number) => places[place] ?? NOWHERE;
  for (const customer of eachCustomer()) {
    const customerId = pastId(customer.customerId);
    for (let i = 0; i < customer.orders; i += 1) {
      yield { customerId, order: customer.orderAt(i), place: placeAt(customer.placeAt(i)) };
    }
  }
  for (const { order, place } of eachOfNobodys()) yield { customerId: null, order, place: placeAt(place) };
}

import type { Stores } from '../../server/app/ports/stores.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import { customer, order } from '../app/builders.ts';
import { code } from '../battery/code-store.battery.ts';
import { NOW } from '../battery/samples.ts';

/** Calls of a store by what they are for. */
export type Calls = Readonly<Record<string, () => Promise<unknown>>>;

export const codeReads = (stores: () => Stores, shop: ShopId): Calls => ({
  'the codes that an order names': () => stores().codes.findMany(shop, [code(7), code(8)]),
  'the codes of customers': () => stores().codes.ofCustomers(shop, [customer(1), customer(2)]),
  'the uses of codes of some': () => stores().codes.usesOf(shop, { from: customer(500), to: customer(599) }),
});

export const codeWrites = (stores: () => Stores, shop: ShopId): Calls => ({
  'a use of a code': () => stores().codes.use(shop, code(9), order(9)),
  'an unwanted code': () => stores().codes.unwant(shop, [code(11)], NOW),
  'codes of a merged customer': () => stores().codes.move(shop, customer(11), customer(12)),
  'codes of one forgotten': () => stores().codes.forgetHolder(shop, customer(13), NOW),
  'a code that could not be made': () => stores().codes.failed(shop, [code(30)], NOW, 'shopify_throttled'),
});

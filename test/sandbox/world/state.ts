import type { CodeCreation, CodeDiscount } from './codes.ts';
import type {
  BulkOperation,
  Customer,
  DiscountNode,
  Installation,
  Metafield,
  Order,
  Product,
  ShopFacts,
} from './things.ts';

/** Everything one shop holds, by id; records are never changed, only replaced. */
export type ShopState = {
  facts: ShopFacts;
  readonly products: Map<number, Product>;
  readonly customers: Map<number, Customer>;
  /** In the order in which they were placed. */
  readonly orders: Map<number, Order>;
  /** By `owner namespace key`. */
  readonly metafields: Map<string, Metafield>;
  readonly discounts: Map<number, DiscountNode>;
  readonly codeDiscounts: Map<number, CodeDiscount>;
  readonly codeCreations: Map<number, CodeCreation>;
  readonly bulkOperations: Map<number, BulkOperation>;
  installation: Installation | null;
  nextOrderNumber: number;
};

export type WorldState = { readonly shops: Map<string, ShopState>; nextId: number };

const FIRST_ID = 7_200_000_000_001;

export const emptyWorld = (): WorldState => ({ shops: new Map(), nextId: FIRST_ID });

export const emptyShop = (facts: ShopFacts): ShopState => ({
  facts,
  products: new Map(),
  customers: new Map(),
  orders: new Map(),
  metafields: new Map(),
  discounts: new Map(),
  codeDiscounts: new Map(),
  codeCreations: new Map(),
  bulkOperations: new Map(),
  installation: null,
  nextOrderNumber: 1001,
});

const COLLECTIONS = [
  'products',
  'customers',
  'orders',
  'discounts',
  'codeDiscounts',
  'codeCreations',
  'bulkOperations',
] as const;

/** The world as one JSON text. */
export function writeWorld(state: WorldState): string {
  const shops = [...state.shops.values()].map((shop) => ({
    ...shop,
    ...Object.fromEntries(COLLECTIONS.map((name) => [name, [...shop[name].values()]])),
    metafields: [...shop.metafields.values()],
  }));
  return JSON.stringify({ nextId: state.nextId, shops });
}

type Written<T> = { readonly [K in keyof T]: T[K] extends Map<unknown, infer V> ? readonly V[] : T[K] };

/** Reads what `writeWorld` wrote. */
export function readWorld(text: string): WorldState {
  const { nextId, shops } = JSON.parse(text) as { nextId: number; shops: readonly Written<ShopState>[] };
  return { nextId, shops: new Map(shops.map((shop) => [shop.facts.domain, readShop(shop)])) };
}

const byId = <T extends { readonly id: number }>(list: readonly T[]): Map<number, T> =>
  new Map(list.map((each) => [each.id, each]));

const readShop = (shop: Written<ShopState>): ShopState => ({
  ...shop,
  products: byId(shop.products),
  customers: byId(shop.customers),
  orders: byId(shop.orders),
  discounts: byId(shop.discounts),
  // A world that was kept before there were codes has none.
  codeDiscounts: byId(shop.codeDiscounts ?? []),
  codeCreations: byId(shop.codeCreations ?? []),
  bulkOperations: byId(shop.bulkOperations),
  metafields: new Map(shop.metafields.map((each) => [metafieldKey(each.owner, each.namespace, each.key), each])),
});

export const metafieldKey = (owner: string, namespace: string, key: string): string => `${owner} ${namespace} ${key}`;

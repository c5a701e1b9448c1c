import type { ShopContext } from '../../world/context.ts';
import type { BulkOperation, Customer, DiscountNode, Order, Product, Variant } from '../../world/things.ts';
import { type AdminContext, AdminRefusal, type Resolver } from '../admin-context.ts';
import { connection, type PageArgs, type SortOf } from '../connection.ts';
import { allows } from '../scopes.ts';
import { type SearchFields, searchFor } from '../search.ts';

type ListArgs = PageArgs & { readonly query?: string | null; readonly sortKey?: string };
type Sorts<T> = Readonly<Record<string, SortOf<T>>>;

const SIXTY_DAYS_MS = 60 * 86_400_000;

/** Without `read_all_orders` an app sees the orders of the last 60 days alone. */
export function ordersInSight({ state, now }: ShopContext, orders: readonly Order[]): readonly Order[] {
  if (allows(state.installation?.scopes ?? [], 'read_all_orders')) return orders;
  const since = now() - SIXTY_DAYS_MS;
  return orders.filter(({ createdAt }) => createdAt >= since);
}

const orderFields: SearchFields<Order> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  email: ({ email }) => email,
  customer_id: ({ customerId }) => customerId,
  created_at: ({ createdAt }) => createdAt,
  processed_at: ({ processedAt }) => processedAt,
  updated_at: ({ updatedAt }) => updatedAt,
  financial_status: ({ financialStatus }) => financialStatus,
  test: ({ isTest }) => String(isTest),
  tag: ({ tags }) => tags,
  source_name: ({ sourceName }) => sourceName,
  status: ({ closedAt, cancelledAt }) => [
    'any',
    cancelledAt !== null ? 'cancelled' : closedAt !== null ? 'closed' : 'open',
  ],
};
const orderSorts: Sorts<Order> = {
  ID: ({ id }) => id,
  CREATED_AT: ({ createdAt }) => createdAt,
  PROCESSED_AT: ({ processedAt }) => processedAt,
  UPDATED_AT: ({ updatedAt }) => updatedAt,
  ORDER_NUMBER: ({ number }) => number,
};

const customerFields: SearchFields<Customer> = {
  id: ({ id }) => id,
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  first_name: ({ firstName }) => firstName,
  last_name: ({ lastName }) => lastName,
  tag: ({ tags }) => tags,
  customer_date: ({ createdAt }) => createdAt,
  updated_at: ({ updatedAt }) => updatedAt,
};
const customerSorts: Sorts<Customer> = {
  ID: ({ id }) => id,
  CREATED_AT: ({ createdAt }) => createdAt,
  UPDATED_AT: ({ updatedAt }) => updatedAt,
  NAME: ({ lastName, firstName }) => `${lastName ?? ''} ${firstName ?? ''}`,
};

const discountFields: SearchFields<DiscountNode> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  type: () => ['app', 'all'],
  method: () => 'automatic',
  status: ({ endsAt }) => (endsAt === null ? 'active' : 'expired'),
};

const bulkFields: SearchFields<BulkOperation> = {
  id: ({ id }) => id,
  status: ({ status }) => status,
  created_at: ({ createdAt }) => createdAt,
  operation_type: () => 'query',
};

const byId: Sorts<{ readonly id: number }> = { ID: ({ id }) => id };

/** A root list that may be searched, sorted and paged. */
function list<T extends { readonly id: number }>(
  all: (shop: ShopContext) => readonly T[],
  fields: SearchFields<T>,
  sorts: Sorts<T>,
): Resolver {
  return (_root: unknown, args: ListArgs, context: AdminContext) => {
    const sortOf = sorts[args.sortKey ?? 'ID'];
    if (sortOf === undefined) throw new AdminRefusal('BAD_REQUEST', `the sandbox cannot sort by ${args.sortKey}`);
    const found = all(context.shop).filter(searchFor(args.query, fields));
    return connection(context, found, args, sortOf, true);
  };
}

const count =
  <T>(all: (shop: ShopContext) => readonly T[], fields: SearchFields<T>): Resolver =>
  (_root: unknown, { query, limit }: { query?: string | null; limit?: number | null }, { shop }: AdminContext) => {
    const found = all(shop).filter(searchFor(query, fields)).length;
    const most = limit ?? Number.POSITIVE_INFINITY;
    return { count: Math.min(found, most), precision: found > most ? 'AT_LEAST' : 'EXACT' };
  };

const orders = (shop: ShopContext) => ordersInSight(shop, [...shop.state.orders.values()]);
const customers = ({ state }: ShopContext) => [...state.customers.values()];
const products = ({ state }: ShopContext) => [...state.products.values()];
const variants = (shop: ShopContext) => products(shop).flatMap((product: Product) => product.variants);
const discounts = ({ state }: ShopContext) => [...state.discounts.values()];
const bulkOperations = ({ state }: ShopContext) => [...state.bulkOperations.values()];
const productFields: SearchFields<Product> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  tag: ({ tags }) => tags,
  updated_at: ({ updatedAt }) => updatedAt,
};
const productSorts: Sorts<Product> = {
  ...byId,
  UPDATED_AT: ({ updatedAt }) => updatedAt,
  TITLE: ({ title }) => title.toLowerCase(),
};
const variantFields: SearchFields<Variant> = {
  id: ({ id }) => id,
  sku: ({ sku }) => sku,
  product_id: ({ productId }) => productId,
};

export const listResolvers: Readonly<Record<string, Resolver>> = {
  orders: list(orders, orderFields, orderSorts),
  ordersCount: count(orders, orderFields),
  customers: list(customers, customerFields, customerSorts),
  customersCount: count(customers, customerFields),
  products: list(products, productFields, productSorts),
  productVariants: list(variants, variantFields, byId),
  inventoryItems: list(variants, { id: ({ inventoryItemId }) => inventoryItemId, sku: ({ sku }) => sku }, byId),
  discountNodes: list(discounts, discountFields, { ...byId, CREATED_AT: ({ createdAt }) => createdAt }),
  bulkOperations: list(bulkOperations, bulkFields, { ...byId, CREATED_AT: ({ createdAt }) => createdAt }),
  locations: list(({ state }) => state.facts.locations, { id: ({ id }) => id }, { NAME: ({ name }) => name }),
  shopifyFunctions: (_root: unknown, args: PageArgs, context: AdminContext) => {
    const all = context.functions.map((handle, index) => ({ id: index + 1, handle }));
    return connection(context, all, args, ({ id }) => id, true);
  },
};

import type { ShopState } from './state.ts';
import type { Customer, Order, Product, Variant } from './things.ts';

/** Ways to find things fast, made again after a start; kept right by being the only way to write. */
type Indexes = {
  readonly variants: Map<number, Variant>;
  readonly emails: Map<string, number>;
  readonly ordersByCustomer: Map<number, Set<number>>;
};

const known = new WeakMap<ShopState, Indexes>();

function indexesOf(state: ShopState): Indexes {
  const made = known.get(state);
  if (made !== undefined) return made;
  const indexes: Indexes = { variants: new Map(), emails: new Map(), ordersByCustomer: new Map() };
  known.set(state, indexes);
  for (const product of state.products.values()) enterProduct(indexes, product);
  for (const customer of state.customers.values()) enterCustomer(indexes, customer);
  for (const order of state.orders.values()) enterOrder(indexes, order);
  return indexes;
}

function enterProduct({ variants }: Indexes, product: Product): void {
  for (const variant of product.variants) variants.set(variant.id, variant);
}

function enterCustomer({ emails }: Indexes, { id, email }: Customer): void {
  if (email !== null) emails.set(email, id);
}

function enterOrder({ ordersByCustomer }: Indexes, { id, customerId }: Order): void {
  if (customerId === null) return;
  const orders = ordersByCustomer.get(customerId) ?? new Set();
  ordersByCustomer.set(customerId, orders.add(id));
}

export function keepProduct(state: ShopState, product: Product): void {
  state.products.set(product.id, product);
  enterProduct(indexesOf(state), product);
}

export function dropProduct(state: ShopState, product: Product): void {
  state.products.delete(product.id);
  for (const { id } of product.variants) indexesOf(state).variants.delete(id);
}

export function keepCustomer(state: ShopState, customer: Customer): void {
  dropCustomer(state, customer.id);
  state.customers.set(customer.id, customer);
  enterCustomer(indexesOf(state), customer);
}

export function dropCustomer(state: ShopState, id: number): void {
  const email = state.customers.get(id)?.email ?? null;
  if (email !== null) indexesOf(state).emails.delete(email);
  state.customers.delete(id);
}

export function keepOrder(state: ShopState, order: Order): void {
  const { ordersByCustomer } = indexesOf(state);
  const before = state.orders.get(order.id)?.customerId ?? null;
  if (before !== null && before !== order.customerId) ordersByCustomer.get(before)?.delete(order.id);
  state.orders.set(order.id, order);
  enterOrder(indexesOf(state), order);
}

export function dropOrder(state: ShopState, order: Order): void {
  state.orders.delete(order.id);
  if (order.customerId !== null) indexesOf(state).ordersByCustomer.get(order.customerId)?.delete(order.id);
}

export const findVariant = (state: ShopState, id: number): Variant | null => indexesOf(state).variants.get(id) ?? null;

export function customerByEmail(state: ShopState, email: string): Customer | null {
  const id = indexesOf(state).emails.get(email.toLowerCase());
  return id === undefined ? null : (state.customers.get(id) ?? null);
}

/** A customer's orders, oldest first. */
export const ordersOf = (state: ShopState, customerId: number): readonly Order[] =>
  [...(indexesOf(state).ordersByCustomer.get(customerId) ?? [])].flatMap((id) => state.orders.get(id) ?? []);

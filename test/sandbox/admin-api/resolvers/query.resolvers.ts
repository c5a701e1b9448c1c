import { readGid } from '../../world/gid.ts';
import { customerByEmail, findVariant } from '../../world/keep.ts';
import { findCode } from '../../world/operations/redeem-codes.ts';
import type { ShopState } from '../../world/state.ts';
import type { Order, Variant } from '../../world/things.ts';
import { type AdminContext, AdminRefusal, type Resolvers } from '../admin-context.ts';
import { inOrder } from './in-order.ts';
import { listResolvers, ordersInSight } from './list.resolvers.ts';

type ById = { readonly id: string };

/** The number in an id of that type; null when it is of another or none. */
const idOf = (id: string, ...types: readonly string[]): number | null => {
  const read = readGid(id);
  if (read === null) throw new AdminRefusal('BAD_REQUEST', `Invalid global id '${id}'`);
  return types.includes(read.type) ? read.id : null;
};

const pick = <T>(things: ReadonlyMap<number, T>, id: number | null): T | null =>
  id === null ? null : (things.get(id) ?? null);

const refundIn = (orders: Iterable<Order>, id: number | null) => {
  for (const order of orders) {
    const refund = order.refunds.find((each) => each.id === id);
    if (refund !== undefined) return inOrder(order, [refund])[0] ?? null;
  }
  return null;
};

function itemIn(state: ShopState, id: number | null): Variant | null {
  for (const { variants } of state.products.values()) {
    const variant = variants.find(({ inventoryItemId }) => inventoryItemId === id);
    if (variant !== undefined) return variant;
  }
  return null;
}

function orderById({ shop }: AdminContext, id: string): Order | null {
  const order = pick(shop.state.orders, idOf(id, 'Order'));
  return order !== null && ordersInSight(shop, [order]).length > 0 ? order : null;
}

type Identifier = { readonly id?: string; readonly emailAddress?: string; readonly phoneNumber?: string };

function customerBy({ shop }: AdminContext, { id, emailAddress, phoneNumber }: Identifier) {
  const { state } = shop;
  if (id !== undefined) return pick(state.customers, idOf(id, 'Customer'));
  if (emailAddress !== undefined) return customerByEmail(state, emailAddress);
  if (phoneNumber === undefined) throw new AdminRefusal('BAD_REQUEST', 'the sandbox finds by id, e-mail or phone');
  return [...state.customers.values()].find(({ phone }) => phone === phoneNumber) ?? null;
}

/** Whatever an id names, with its type for `node`. */
function anything(context: AdminContext, id: string) {
  const { state } = context.shop;
  const read = readGid(id);
  const typed = (__typename: string, thing: object | null) => (thing === null ? null : { ...thing, __typename });
  switch (read?.type) {
    case 'Customer':
      return typed('Customer', pick(state.customers, read.id));
    case 'Order':
      return typed('Order', orderById(context, id));
    case 'Product':
      return typed('Product', pick(state.products, read.id));
    case 'ProductVariant':
      return typed('ProductVariant', findVariant(state, read.id));
    case 'DiscountAutomaticNode':
      return typed('DiscountAutomaticNode', pick(state.discounts, read.id));
    case 'DiscountCodeNode':
      return typed('DiscountCodeNode', pick(state.codeDiscounts, read.id));
    case 'BulkOperation':
      return typed('BulkOperation', pick(state.bulkOperations, read.id));
    default:
      throw new AdminRefusal('BAD_REQUEST', `the sandbox has no node for ${id}`);
  }
}

export const queryResolvers: Resolvers = {
  QueryRoot: {
    ...listResolvers,
    shop: (_root: unknown, _args: never, { shop }: AdminContext) => shop.state.facts,
    currentAppInstallation: (_root: unknown, _args: never, { shop }: AdminContext) => shop.state.installation,
    appInstallation: (_root: unknown, _args: never, { shop }: AdminContext) => shop.state.installation,
    customer: (_root: unknown, { id }: ById, { shop }) => pick(shop.state.customers, idOf(id, 'Customer')),
    customerByIdentifier: (_root: unknown, { identifier }: { readonly identifier: Identifier }, context) =>
      customerBy(context, identifier),
    order: (_root: unknown, { id }: ById, context) => orderById(context, id),
    refund: (_root: unknown, { id }: ById, { shop }) => refundIn(shop.state.orders.values(), idOf(id, 'Refund')),
    product: (_root: unknown, { id }: ById, { shop }) => pick(shop.state.products, idOf(id, 'Product')),
    productVariant: (_root: unknown, { id }: ById, { shop }) => {
      const number = idOf(id, 'ProductVariant');
      return number === null ? null : findVariant(shop.state, number);
    },
    inventoryItem: (_root: unknown, { id }: ById, { shop }) => itemIn(shop.state, idOf(id, 'InventoryItem')),
    discountNode: (_root: unknown, { id }: ById, { shop }) =>
      pick(shop.state.discounts, idOf(id, 'DiscountAutomaticNode', 'DiscountNode')),
    codeDiscountNodeByCode: (_root: unknown, { code }: { readonly code: string }, { shop }) =>
      findCode(shop.state, code)?.discount ?? null,
    discountRedeemCodeBulkCreation: (_root: unknown, { id }: ById, { shop }) =>
      pick(shop.state.codeCreations, idOf(id, 'DiscountRedeemCodeBulkCreation')),
    bulkOperation: (_root: unknown, { id }: ById, { shop }) =>
      pick(shop.state.bulkOperations, idOf(id, 'BulkOperation')),
    location: (_root: unknown, { id }: ById, { shop }) =>
      shop.state.facts.locations.find((each) => each.id === idOf(id, 'Location')) ?? null,
    node: (_root: unknown, { id }: ById, context) => anything(context, id),
    nodes: (_root: unknown, { ids }: { readonly ids: readonly string[] }, context) =>
      ids.map((id) => anything(context, id)),
  },
};

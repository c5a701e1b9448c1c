import type { ShopContext } from './context.ts';
import { customerByEmail, findVariant, ordersOf } from './keep.ts';
import { findMetafield, metafieldsOf } from './metafields.ts';
import { cancelOrder, deleteOrder, editOrder, orderOf, payOrder, touchOrder } from './operations/change-order.ts';
import { createCustomer, deleteCustomer, mergeCustomers, setConsent, updateCustomer } from './operations/customers.ts';
import {
  changeScopes,
  install,
  requestData,
  requestRedactCustomer,
  requestRedactShop,
  uninstall,
} from './operations/installation.ts';
import { placeOrder } from './operations/place-order.ts';
import { addProduct, deleteProduct, setPrice, setUnitCost } from './operations/products.ts';
import { refundOrder } from './operations/refund-order.ts';
import { removeMetafield, setMetafield } from './operations/set-metafield.ts';
import { type OrderSums, sumsOf } from './order-sums.ts';
import type { Order } from './things.ts';

/** One shop: what stands in its books, and what can happen in it. */
export type ShopWorld = ReturnType<typeof createShopWorld>;

type Rest<F> = F extends (context: ShopContext, ...rest: infer R) => infer A ? (...rest: R) => A : never;

/** Ties the operations to one shop. */
export function createShopWorld(context: ShopContext) {
  const { state } = context;
  const bound = <F extends (context: ShopContext, ...rest: never[]) => unknown>(operation: F): Rest<F> =>
    ((...rest: never[]) => operation(context, ...rest)) as Rest<F>;
  return {
    state,
    context,
    domain: state.facts.domain,
    facts: () => state.facts,
    now: context.now,

    products: () => [...state.products.values()],
    product: (id: number) => state.products.get(id) ?? null,
    variant: (id: number) => findVariant(state, id),
    customers: () => [...state.customers.values()],
    customer: (id: number) => state.customers.get(id) ?? null,
    customerByEmail: (email: string) => customerByEmail(state, email),
    ordersOf: (customerId: number) => ordersOf(state, customerId),
    orders: () => [...state.orders.values()],
    order: (id: number) => state.orders.get(id) ?? null,
    orderOf: bound(orderOf),
    sumsOf: (order: Order): OrderSums => sumsOf(order),
    /** `owner` is a gid; `$app` as namespace is our app's own. */
    metafield: (owner: string, namespace: string, key: string) => findMetafield(state, owner, namespace, key),
    metafields: (owner: string) => metafieldsOf(state, owner),
    discounts: () => [...state.discounts.values()],
    codeDiscounts: () => [...state.codeDiscounts.values()],
    installation: () => state.installation,

    addProduct: bound(addProduct),
    deleteProduct: bound(deleteProduct),
    setPrice: bound(setPrice),
    setUnitCost: bound(setUnitCost),
    createCustomer: bound(createCustomer),
    updateCustomer: bound(updateCustomer),
    setConsent: bound(setConsent),
    deleteCustomer: bound(deleteCustomer),
    mergeCustomers: bound(mergeCustomers),
    placeOrder: bound(placeOrder),
    payOrder: bound(payOrder),
    refund: bound(refundOrder),
    cancelOrder: bound(cancelOrder),
    editOrder: bound(editOrder),
    touchOrder: bound(touchOrder),
    deleteOrder: bound(deleteOrder),
    setMetafield: bound(setMetafield),
    removeMetafield: bound(removeMetafield),
    install: bound(install),
    uninstall: bound(uninstall),
    changeScopes: bound(changeScopes),
    requestData: bound(requestData),
    requestRedactCustomer: bound(requestRedactCustomer),
    requestRedactShop: bound(requestRedactShop),
  };
}

import type { ShopContext } from '../world/context.ts';
import { customerByEmail } from '../world/keep.ts';
import { createCustomer } from '../world/operations/customers.ts';
import { type PlaceLine, placeOrder } from '../world/operations/place-order.ts';
import type { DiscountApplication, Order } from '../world/things.ts';
import type { Application } from './apply-output.ts';
import type { Cart } from './cart.ts';
import type { CheckoutForm } from './checkout-page.ts';
import type { CartPrice } from './price-cart.ts';

export type WebOrder = {
  readonly cart: Cart;
  readonly price: CartPrice;
  readonly form: CheckoutForm;
  readonly shippingMinor: number;
  readonly keepsDetails: boolean;
  readonly wantsNews: boolean;
};

/** A Function's discount as the order tells of it. */
export const orderApplication = (application: Application): DiscountApplication => ({
  type: application.code === null ? 'automatic' : 'discount_code',
  targetType: 'line_item',
  ...application,
});

/** The lines of a priced cart as an order takes them. */
export const orderLines = ({ lines }: CartPrice): readonly PlaceLine[] =>
  lines.map(({ line, variant, unitMinor, discounts }) => ({
    variantId: variant.id,
    quantity: line.quantity,
    unitMinor,
    discounts: discounts.map(({ application, amountMinor }) => ({ application, amountMinor })),
    properties: line.properties,
  }));

/** Pays for a cart: the order stands in the shop's books, and its webhooks go out. */
export function placeWebOrder(context: ShopContext, order: WebOrder): Order {
  const { cart, price, form } = order;
  return placeOrder(context, {
    lines: orderLines(price),
    applications: price.applications.map(orderApplication),
    customerId: buyerOf(context, order),
    email: form.email,
    presentmentCurrency: price.currencies.presentment,
    noteAttributes: cart.attributes,
    note: cart.note,
    sourceName: 'web',
    isPaid: form.payment === 'card',
    gateway: form.payment === 'card' ? 'bogus' : 'Bank transfer',
    shippingMinor: order.shippingMinor,
    cartToken: cart.token,
    customerLocale: 'en',
  });
}

/**
 * Whose order it is: whoever logged in, else the customer with that e-mail, as in Shopify. Somebody new is entered
 * only when asked to keep the details; otherwise the order has no customer.
 */
function buyerOf(context: ShopContext, { cart, form, keepsDetails, wantsNews }: WebOrder): number | null {
  if (cart.customerId !== null && context.state.customers.has(cart.customerId)) return cart.customerId;
  const known = customerByEmail(context.state, form.email);
  if (known !== null) return known.id;
  if (!keepsDetails && !wantsNews) return null;
  const { firstName, lastName, email, address, zip, city } = form;
  const country = context.state.facts.country;
  return createCustomer(context, {
    firstName: firstName || null,
    lastName: lastName || null,
    email,
    marketing: wantsNews ? 'subscribed' : 'not_subscribed',
    hasAccount: keepsDetails,
    address: address === '' ? null : { firstName, lastName, address1: address, zip, city, country, phone: null },
  }).id;
}

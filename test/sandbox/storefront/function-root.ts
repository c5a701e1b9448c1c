import { gid } from '../world/gid.ts';
import { ordersOf } from '../world/keep.ts';
import type { Currencies } from '../world/money.ts';
import type { ShopState } from '../world/state.ts';
import type { Attribute, Customer, DiscountNode, Location } from '../world/things.ts';
import type { Cart } from './cart.ts';
import { currenciesOf, type StockedLine } from './cart-lines.ts';
import { functionDecimal } from './exact.ts';
import { collectionFields, metafieldField, tagFields } from './function-root-fields.ts';
import { localTimeFields } from './local-time.ts';

/** The discount that the Function runs for, its id as Shopify names its kind, and the code that brought it. */
export type RunFor = { readonly node: DiscountNode; readonly owner: string; readonly code: string | null };

export type FunctionCart = {
  readonly cart: Cart;
  readonly lines: readonly StockedLine[];
  /** Where a till runs the Function; null on the web. */
  readonly location: Location | null;
};

/** Shopify's id of a cart line, as the Function reads it and names it in its answer. */
export const cartLineGid = ({ key }: StockedLine['line']): string =>
  gid('CartLine', key.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));

/**
 * Answers every field of a Function's input that our sandbox knows, from the shop as it is now. What it does not
 * have (addresses, deliveries, companies) is empty, as it is for most carts.
 */
export function functionRoot(
  state: ShopState,
  { cart, lines, location }: FunctionCart,
  { node, owner, code }: RunFor,
  now: number,
) {
  const currencies = currenciesOf(state.facts, cart.currency);
  return {
    cart: cartFields(state, cart, lines, location, currencies),
    discount: {
      discountClasses: node.classes,
      metafield: metafieldField(state, owner),
    },
    enteredDiscountCodes: cart.codes.map((each) => ({ code: each, rejectable: true })),
    fetchResult: null,
    localization: { country: { isoCode: state.facts.country }, language: { isoCode: 'EN' } },
    presentmentCurrencyRate: currencies.rate,
    shop: {
      localTime: localTimeFields(now, state.facts.timeZone),
      metafield: metafieldField(state, gid('Shop', state.facts.id)),
      metaobject: null,
    },
    triggeringDiscountCode: code,
  };
}

function cartFields(
  state: ShopState,
  cart: Cart,
  lines: readonly StockedLine[],
  location: Location | null,
  currencies: Currencies,
): object {
  const money = (minor: number) => moneyFields(minor, currencies.presentment);
  const subtotal = lines.reduce((sum, { line, unitMinor }) => sum + line.quantity * unitMinor, 0);
  const fields = lines.map((line) => lineFields(state, line, currencies));
  return {
    attribute: attributeField(cart.attributes),
    metafield: metafieldField(state, gid('Cart', cart.token)),
    billingAddress: null,
    buyerIdentity: buyerFields(state, cart),
    cost: {
      subtotalAmount: money(subtotal),
      totalAmount: money(subtotal),
      totalDutyAmount: null,
      totalTaxAmount: null,
    },
    deliverableLines: fields,
    deliveryGroups: [],
    discountApplications: [],
    lines: fields,
    localizedFields: [],
    poNumber: null,
    retailLocation: location === null ? null : locationFields(state, location),
  };
}

const moneyFields = (minor: number, currency: string): object => ({
  amount: functionDecimal(minor, currency),
  currencyCode: currency,
});

const attributeField =
  (attributes: readonly Attribute[]) =>
  ({ key }: { readonly key?: string | null }): object | null => {
    const found = attributes.find(({ name }) => name === key);
    return found === undefined ? null : { key: found.name, value: found.value };
  };

function lineFields(state: ShopState, stocked: StockedLine, { presentment }: Currencies): object {
  const { line, unitMinor, compareAtMinor } = stocked;
  const money = (minor: number) => moneyFields(minor, presentment);
  return {
    id: cartLineGid(line),
    quantity: line.quantity,
    attribute: attributeField(line.properties),
    cost: {
      amountPerQuantity: money(unitMinor),
      compareAtAmountPerQuantity: compareAtMinor === null ? null : money(compareAtMinor),
      subtotalAmount: money(line.quantity * unitMinor),
      totalAmount: money(line.quantity * unitMinor),
    },
    discountAllocations: [],
    parentRelationship: null,
    sellingPlanAllocation: null,
    merchandise: variantFields(state, stocked),
  };
}

function variantFields(state: ShopState, { product, variant }: StockedLine): object {
  return {
    __typename: 'ProductVariant',
    id: gid('ProductVariant', variant.id),
    sku: variant.sku,
    title: variant.title,
    requiresShipping: variant.requiresShipping,
    weight: null,
    weightUnit: 'GRAMS',
    metafield: metafieldField(state, gid('ProductVariant', variant.id)),
    ...collectionFields(product),
    product: {
      id: gid('Product', product.id),
      handle: product.handle,
      title: product.title,
      vendor: product.vendor,
      productType: product.productType,
      isGiftCard: product.isGiftCard,
      metafield: metafieldField(state, gid('Product', product.id)),
      ...tagFields(product.tags),
      ...collectionFields(product),
    },
  };
}

/** Who buys: nobody known unless the shopper logged in (or the till has a customer). */
function buyerFields(state: ShopState, { customerId }: Cart): object | null {
  const customer = customerId === null ? undefined : state.customers.get(customerId);
  if (customer === undefined) return { isAuthenticated: false, customer: null, email: null, phone: null };
  const { email, phone } = customer;
  return { isAuthenticated: true, email, phone, shopUser: null, customer: customerFields(state, customer) };
}

function customerFields(state: ShopState, customer: Customer): object {
  const orders = ordersOf(state, customer.id);
  const spent = orders.flatMap(({ transactions }) => transactions).filter(({ kind }) => kind === 'sale');
  const spentMinor = spent.reduce((sum, { amount }) => sum + amount.shopMinor, 0);
  return {
    id: gid('Customer', customer.id),
    displayName: [customer.firstName, customer.lastName].filter(Boolean).join(' '),
    firstName: customer.firstName,
    lastName: customer.lastName,
    email: customer.email,
    amountSpent: moneyFields(spentMinor, state.facts.currency),
    numberOfOrders: orders.length,
    createdAt: new Date(customer.createdAt).toISOString(),
    metafield: metafieldField(state, gid('Customer', customer.id)),
    ...tagFields(customer.tags),
  };
}

const locationFields = (state: ShopState, { id, name, city }: Location): object => ({
  id: gid('Location', id),
  name,
  handle: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  address: { city, formatted: [city] },
  metafield: metafieldField(state, gid('Location', id)),
});

import { found, rateOf, type ShopContext, toSecond } from '../context.ts';
import { gid } from '../gid.ts';
import { findVariant, keepOrder } from '../keep.ts';
import { type Both, bothOf, type Currencies, nothing, toPresentment } from '../money.ts';
import { sumsOf } from '../order-sums.ts';
import type { Attribute, DiscountApplication, Instant, Order, OrderLine, Transaction } from '../things.ts';
import type { Subject } from '../world-event.ts';
import { countUses } from './redeem-codes.ts';
import { type SetMetafield, setMetafield } from './set-metafield.ts';

/** Amounts in minor units of the buyer's currency. */
export type PlaceLine = {
  /** Null: something the cashier typed. */
  readonly variantId: number | null;
  readonly quantity: number;
  readonly title?: string;
  /** Without it the variant's own price. */
  readonly unitMinor?: number;
  readonly discounts?: readonly { readonly application: number; readonly amountMinor: number }[];
  readonly properties?: readonly Attribute[];
};

export type PlaceOrder = {
  readonly lines: readonly PlaceLine[];
  readonly customerId?: number | null;
  /** Of a guest; without it the customer's. */
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly applications?: readonly DiscountApplication[];
  readonly presentmentCurrency?: string;
  readonly noteAttributes?: readonly Attribute[];
  readonly note?: string | null;
  readonly tags?: readonly string[];
  readonly sourceName?: string;
  readonly locationId?: number | null;
  readonly staffId?: number | null;
  readonly isTest?: boolean;
  /** False: paid later, with `payOrder`. */
  readonly isPaid?: boolean;
  readonly gateway?: string;
  readonly shippingMinor?: number;
  readonly tipMinor?: number;
  readonly cartToken?: string | null;
  readonly customerLocale?: string | null;
  /** What the cart's metafields become. */
  readonly metafields?: readonly Omit<SetMetafield, 'owner'>[];
  readonly at?: Instant;
};

/** A purchase, on the web, at the till or elsewhere; the world hears orders/create and, when paid, orders/paid. */
export function placeOrder(context: ShopContext, input: PlaceOrder): Order {
  const { state, now, nextId, emit } = context;
  const at = input.at ?? now();
  const currencies = currenciesOf(context, input);
  const customer = input.customerId == null ? null : found(state.customers.get(input.customerId), 'such customer');
  const number = state.nextOrderNumber++;
  const second = toSecond(at);
  const unpaid: Order = {
    id: nextId(),
    number,
    name: `#${number}`,
    createdAt: second,
    processedAt: second,
    updatedAt: second,
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    isTest: input.isTest ?? false,
    financialStatus: 'pending',
    currency: currencies.shop,
    presentmentCurrency: currencies.presentment,
    rate: currencies.rate,
    taxesIncluded: state.facts.taxesIncluded,
    taxRateBp: state.facts.taxRateBp,
    customerId: customer?.id ?? null,
    email: input.email ?? customer?.email ?? null,
    phone: input.phone ?? null,
    lines: input.lines.map((line) => lineOf(context, line, currencies)),
    applications: input.applications ?? [],
    shipping: bothOf(input.shippingMinor ?? 0, currencies),
    tip: bothOf(input.tipMinor ?? 0, currencies),
    note: input.note ?? null,
    noteAttributes: input.noteAttributes ?? [],
    tags: input.tags ?? [],
    sourceName: input.sourceName ?? 'web',
    locationId: input.locationId ?? null,
    staffId: input.staffId ?? null,
    cartToken: input.cartToken ?? null,
    customerLocale: input.customerLocale ?? null,
    refunds: [],
    transactions: [],
    isEdited: false,
  };
  const isPaid = input.isPaid ?? true;
  const order = isPaid ? paidOrder(context, unpaid, input.gateway ?? 'bogus', second) : unpaid;
  keepOrder(state, order);
  countUses(state, order.applications);
  for (const each of input.metafields ?? []) setMetafield(context, { ...each, owner: gid('Order', order.id) });
  const subject: Subject = { kind: 'order', orderId: order.id };
  emit(at, [
    ['orders/create', subject],
    ...(isPaid ? [['orders/paid', subject] as const] : []),
    ['orders/updated', subject],
  ]);
  return order;
}

function currenciesOf({ state }: ShopContext, { presentmentCurrency }: PlaceOrder): Currencies {
  const shop = state.facts.currency;
  const presentment = presentmentCurrency ?? shop;
  return { shop, presentment, rate: rateOf(state.facts, presentment) };
}

/** One line of goods as an order keeps it. */
export function lineOf({ state, nextId }: ShopContext, input: PlaceLine, currencies: Currencies): OrderLine {
  const variant = input.variantId === null ? null : found(findVariant(state, input.variantId), 'such variant');
  const product = variant === null ? null : found(state.products.get(variant.productId), 'such product');
  const price = (minor: number): Both => ({ shopMinor: minor, presentmentMinor: toPresentment(minor, currencies) });
  const compareAt = variant?.compareAtMinor ?? null;
  const own = variant === null ? nothing : price(variant.priceMinor);
  const isDefault = variant === null || variant.title === 'Default Title';
  return {
    id: nextId(),
    productId: product?.id ?? null,
    variantId: variant?.id ?? null,
    title: input.title ?? product?.title ?? 'Custom sale',
    variantTitle: isDefault ? null : variant.title,
    sku: variant?.sku ?? null,
    vendor: product?.vendor ?? null,
    quantity: input.quantity,
    removedQuantity: 0,
    price: input.unitMinor === undefined ? own : bothOf(input.unitMinor, currencies),
    compareAt: compareAt === null ? null : price(compareAt),
    allocations: (input.discounts ?? []).map(({ application, amountMinor }) => ({
      application,
      amount: bothOf(amountMinor, currencies),
    })),
    isGiftCard: product?.isGiftCard ?? false,
    taxable: variant?.taxable ?? true,
    requiresShipping: variant?.requiresShipping ?? false,
    properties: input.properties ?? [],
  };
}

/** The order with all that is owed paid. */
export function paidOrder({ nextId }: ShopContext, order: Order, gateway: string, at: Instant): Order {
  const amount = sumsOf(order).outstanding;
  if (amount.presentmentMinor === 0) return { ...order, financialStatus: 'paid' };
  const sale: Transaction = { id: nextId(), kind: 'sale', status: 'success', gateway, amount, createdAt: at };
  return { ...order, financialStatus: 'paid', transactions: [...order.transactions, sale] };
}

import { currencyDigits } from '../../../shared/domain/money/currency.ts';
import type { Cart } from './cart.ts';
import type { CartLinePrice, CartPrice } from './price-cart.ts';

const HUNDREDTHS = 2;

/** Minor units as Shopify's AJAX API tells money: always in hundredths, whatever the currency. */
export function hundredths(minor: number, currency: string): number {
  return Math.round(minor * 10 ** (HUNDREDTHS - currencyDigits(currency)));
}

/** The cart as `/cart.js` tells it to a theme's scripts. */
export function cartJson(cart: Cart, price: CartPrice): object {
  const cents = (minor: number) => hundredths(minor, cart.currency);
  return {
    token: cart.token,
    note: cart.note ?? '',
    attributes: Object.fromEntries(cart.attributes.map(({ name, value }) => [name, value])),
    original_total_price: cents(price.fullMinor),
    total_price: cents(price.totalMinor),
    total_discount: cents(price.discountMinor),
    total_weight: 0,
    item_count: price.lines.reduce((sum, { line }) => sum + line.quantity, 0),
    items: price.lines.map((line) => lineJson(line, price, cents)),
    requires_shipping: price.lines.some(({ variant }) => variant.requiresShipping),
    currency: cart.currency,
    items_subtotal_price: cents(price.totalMinor),
    cart_level_discount_applications: [],
    discount_codes: price.codes.map(({ code, isApplicable }) => ({ code, applicable: isApplicable })),
  };
}

function lineJson(priced: CartLinePrice, { applications }: CartPrice, cents: (minor: number) => number): object {
  const { line, product, variant, unitMinor, fullMinor, totalMinor, discountMinor, discounts } = priced;
  return {
    id: variant.id,
    key: `${variant.id}:${line.key}`,
    properties: Object.fromEntries(line.properties.map(({ name, value }) => [name, value])),
    quantity: line.quantity,
    variant_id: variant.id,
    product_id: product.id,
    title: product.variants.length > 1 ? `${product.title} - ${variant.title}` : product.title,
    product_title: product.title,
    variant_title: product.variants.length > 1 ? variant.title : null,
    product_type: product.productType,
    vendor: product.vendor,
    sku: variant.sku,
    handle: product.handle,
    gift_card: product.isGiftCard,
    taxable: variant.taxable,
    requires_shipping: variant.requiresShipping,
    price: cents(unitMinor),
    original_price: cents(unitMinor),
    original_line_price: cents(fullMinor),
    total_discount: cents(discountMinor),
    line_price: cents(totalMinor),
    final_line_price: cents(totalMinor),
    final_price: Math.floor(cents(totalMinor) / line.quantity),
    line_level_discount_allocations: discounts.map(({ amountMinor, application }) => ({
      amount: cents(amountMinor),
      discount_application: applicationJson(applications[application], cents(amountMinor)),
    })),
  };
}

const applicationJson = (application: CartPrice['applications'][number] | undefined, amount: number): object => ({
  type: application?.code == null ? 'automatic' : 'discount_code',
  title: application?.title ?? '',
  value: application?.value ?? '0',
  value_type: application?.valueType ?? 'fixed_amount',
  allocation_method: application?.allocationMethod ?? 'each',
  target_selection: application?.targetSelection ?? 'entitled',
  target_type: 'line_item',
  total_allocated_amount: amount,
});

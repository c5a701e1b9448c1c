import { createHash } from 'node:crypto';
import type { Attribute } from '../world/things.ts';

/** One kind of goods in a cart. Lines with the same variant and the same properties are one. */
export type CartLine = {
  readonly key: string;
  readonly variantId: number;
  readonly quantity: number;
  readonly properties: readonly Attribute[];
};

/** A shopper's cart in one shop, kept by a cookie. */
export type Cart = {
  readonly token: string;
  readonly lines: readonly CartLine[];
  readonly attributes: readonly Attribute[];
  readonly note: string | null;
  /** Codes the shopper or a script of the theme put in, as typed. */
  readonly codes: readonly string[];
  /** Whom the shopper logged in as. */
  readonly customerId: number | null;
  /** The currency the shopper pays in. */
  readonly currency: string;
};

const LINES_MAX = 500;
const QUANTITY_MAX = 1_000_000;
const CODES_MAX = 5;

export const emptyCart = (token: string, currency: string): Cart => ({
  token,
  lines: [],
  attributes: [],
  note: null,
  codes: [],
  customerId: null,
  currency,
});

/** The same for the same goods: 32 hexadecimal digits. */
const keyOf = (variantId: number, properties: readonly Attribute[]): string =>
  createHash('md5')
    .update(JSON.stringify([variantId, properties]))
    .digest('hex');

const whole = (quantity: number): number => Math.max(0, Math.min(QUANTITY_MAX, Math.trunc(quantity) || 0));

/** Puts goods in; the same goods with the same properties join their line. */
export function addToCart(
  cart: Cart,
  variantId: number,
  quantity: number,
  properties: readonly Attribute[] = [],
): Cart {
  const key = keyOf(variantId, properties);
  const known = cart.lines.find((line) => line.key === key);
  if (known !== undefined) return changeLine(cart, key, known.quantity + whole(quantity));
  if (whole(quantity) === 0 || cart.lines.length >= LINES_MAX) return cart;
  return { ...cart, lines: [...cart.lines, { key, variantId, quantity: whole(quantity), properties }] };
}

/** Sets how many of a line; 0 takes it out. */
export function changeLine(cart: Cart, key: string, quantity: number): Cart {
  const lines = cart.lines.map((line) => (line.key === key ? { ...line, quantity: whole(quantity) } : line));
  return { ...cart, lines: lines.filter((line) => line.quantity > 0) };
}

/** Sets attributes by name; one that is empty or null is taken away, as Shopify's carts do. */
export function changeAttributes(cart: Cart, change: Readonly<Record<string, string | null>>): Cart {
  const kept = cart.attributes.filter(({ name }) => !(name in change));
  const set = Object.entries(change).flatMap(([name, value]) => (value ? [{ name, value }] : []));
  return { ...cart, attributes: [...kept, ...set] };
}

/** Sets the codes, all that there are to be, separated by commas as the AJAX API takes them; each once. */
export function changeCodes(cart: Cart, text: string): Cart {
  const codes = new Map<string, string>();
  for (const code of text.split(',').map((each) => each.trim())) if (code !== '') codes.set(code.toUpperCase(), code);
  return { ...cart, codes: [...codes.values()].slice(0, CODES_MAX) };
}

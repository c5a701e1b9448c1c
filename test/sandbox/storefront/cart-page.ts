import { type Html, html } from '../pages/html.ts';
import { moneyText } from '../pages/words.ts';
import type { ShopState } from '../world/state.ts';
import type { CartLinePrice, CartPrice } from './price-cart.ts';
import { picture } from './product-pages.ts';
import { shopRoot } from './shop-page.ts';

export type CartView = {
  readonly state: ShopState;
  readonly price: CartPrice;
  /** The theme block of the card number. */
  readonly cardBlock: Html;
};

/** The whole cart. The part that changes when a card number is accepted is `cartParts`. */
export const cartPage = ({ state, price, cardBlock }: CartView): Html => html`<h1>Your cart</h1>
<div data-cart-parts aria-live="polite">${cartParts(state, price)}</div>
${price.lines.length === 0 ? '' : html`<div class="card card-block">${cardBlock}</div>`}`;

/** Lines and totals as they are now; a script of the theme puts it anew into the page after each change. */
export function cartParts(state: ShopState, price: CartPrice): Html {
  const root = shopRoot(state);
  if (price.lines.length === 0) {
    return html`<div class="card empty"><p>There is nothing in it yet.</p><a class="button main"
href="${root}">Look around</a></div>`;
  }
  return html`<div class="sides"><section class="card flush" aria-label="Goods"><ul class="lines">
${price.lines.map((line) => cartLine(state, price, line))}</ul></section>
<section class="card" aria-label="Sum">${totals(price)}
<a class="button main wide" href="${root}checkout">Check out</a></section></div>`;
}

function cartLine(state: ShopState, price: CartPrice, line: CartLinePrice): Html {
  const { product, variant, unitMinor } = line;
  const root = shopRoot(state);
  return html`<li class="line">${picture(state, product, 88)}<div class="what">
<a href="${root}products/${product.handle}"><strong>${product.title}</strong></a>
<p class="soft small">${variantWords(line)}${moneyText(unitMinor, price.currencies.presentment)} each</p>
${reasons(line, price)}
<form method="post" action="${root}cart/change" class="row quantity"><button class="hidden"
tabindex="-1">Change</button><input type="hidden" name="id" value="${line.line.key}">
<label><span class="hidden">How many of ${product.title}, ${variant.title}</span>
<input type="number" name="quantity" value="${line.line.quantity}" min="0" max="999"
inputmode="numeric" data-submit></label>
<button class="plain" name="remove" value="1">Remove<span class="hidden"> ${product.title}</span></button>
<noscript><button>Change</button></noscript></form></div>
<p class="num">${lineMoney(line, price)}</p></li>`;
}

export const variantWords = ({ product, variant }: CartLinePrice): string =>
  product.variants.length > 1 ? `${variant.title} · ` : '';

/** Why the line costs less, in the words of the discount. */
export const reasons = ({ discounts }: CartLinePrice, { currencies }: CartPrice): Html[] =>
  discounts.map(
    ({ title, amountMinor }) =>
      html`<p class="reason"><span class="tag good">${title}</span> <span
class="num">−${moneyText(amountMinor, currencies.presentment)}</span></p>`,
  );

/** What the line costs, and before that what it would cost without a discount. */
export function lineMoney({ fullMinor, totalMinor, discountMinor }: CartLinePrice, { currencies }: CartPrice): Html {
  const now = html`<strong>${moneyText(totalMinor, currencies.presentment)}</strong>`;
  if (discountMinor === 0) return now;
  return html`<s><span class="hidden">before</span> ${moneyText(fullMinor, currencies.presentment)}</s> ${now}`;
}

/** Goods, what the discounts took, and the sum; further rows come in between. */
export function totals(price: CartPrice, more: readonly { label: string; minor: number }[] = []): Html {
  const money = (minor: number) => moneyText(minor, price.currencies.presentment);
  const sum = price.totalMinor + more.reduce((total, { minor }) => total + minor, 0);
  return html`<table class="totals"><caption class="hidden">Sum</caption><tbody>
<tr><th scope="row">Goods</th><td class="num">${money(price.fullMinor)}</td></tr>
${discountTotals(price).map(
  ({ title, minor }) => html`<tr class="gain"><th scope="row">${title}</th>
<td class="num">−${money(minor)}</td></tr>`,
)}
${more.map(
  ({ label, minor }) => html`<tr><th scope="row">${label}</th><td
class="num">${minor === 0 ? 'free' : money(minor)}</td></tr>`,
)}
<tr class="sum"><th scope="row">Total</th><td class="num" data-total>${money(sum)}</td></tr></tbody></table>`;
}

/** What each reason took from the whole cart. */
function discountTotals({ lines }: CartPrice): { readonly title: string; readonly minor: number }[] {
  const sums = new Map<string, number>();
  for (const { title, amountMinor } of lines.flatMap(({ discounts }) => discounts)) {
    sums.set(title, (sums.get(title) ?? 0) + amountMinor);
  }
  return [...sums].map(([title, minor]) => ({ title, minor }));
}

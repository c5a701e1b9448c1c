import { type Html, html } from '../pages/html.ts';
import { moneyText } from '../pages/words.ts';
import { toPresentment } from '../world/money.ts';
import type { ShopState } from '../world/state.ts';
import type { Product, Variant } from '../world/things.ts';
import type { Cart } from './cart.ts';
import { currenciesOf } from './cart-lines.ts';
import { shopRoot } from './shop-page.ts';

/** The picture of a product, where it stands in a page. */
export const picture = (state: ShopState, product: Product, size: number): Html =>
  html`<img src="${shopRoot(state)}images/${String(product.id)}.svg" alt="" width="${size}" height="${size}"
loading="lazy">`;

const priced = (state: ShopState, cart: Cart, minor: number): string => {
  const currencies = currenciesOf(state.facts, cart.currency);
  return moneyText(toPresentment(minor, currencies), currencies.presentment);
};

function priceOf(state: ShopState, cart: Cart, { priceMinor, compareAtMinor }: Variant): Html {
  const isSale = compareAtMinor !== null && compareAtMinor > priceMinor;
  return html`<span class="price${isSale ? ' sale' : ''}">${priced(state, cart, priceMinor)}${
    isSale ? html` <s><span class="hidden">before</span>${priced(state, cart, compareAtMinor)}</s>` : ''
  }</span>`;
}

/** Everything on the shelves. */
export function productList(state: ShopState, cart: Cart): Html {
  const products = [...state.products.values()];
  return html`<div class="hero"><h1>${state.facts.name}</h1>
<p>Everything on our shelves, and a card that remembers you.</p></div>
${
  products.length === 0
    ? html`<p class="empty">The shelves are empty.</p>`
    : html`<ul class="shelf">${products.map((product) => productTile(state, cart, product))}</ul>`
}`;
}

function productTile(state: ShopState, cart: Cart, product: Product): Html {
  const [variant] = product.variants;
  const isSale = product.variants.some(({ compareAtMinor, priceMinor }) => (compareAtMinor ?? 0) > priceMinor);
  return html`<li class="tile"><a href="${shopRoot(state)}products/${product.handle}">
<span class="picture">${picture(state, product, 400)}${isSale ? html`<span class="tag gold">Sale</span>` : ''}</span>
<span class="name">${product.title}</span></a>
${variant === undefined ? '' : priceOf(state, cart, variant)}</li>`;
}

/** One product, with its variants to choose from. */
export function productPage(state: ShopState, cart: Cart, product: Product): Html {
  return html`<p class="crumbs"><a href="${shopRoot(state)}">← All products</a></p>
<div class="product"><div class="picture">${picture(state, product, 640)}</div>
<div class="stack"><div><p class="soft small">${product.vendor}</p><h1>${product.title}</h1></div>
<form method="post" action="${shopRoot(state)}cart/add" class="stack">
${variantChoice(state, cart, product)}
<label class="quantity">Quantity <input type="number" name="quantity" value="1" min="1" max="999"
inputmode="numeric"></label>
<button class="main wide">Add to cart</button></form>
${product.description === '' ? '' : html`<p>${product.description}</p>`}
${product.tags.length === 0 ? '' : html`<p>${product.tags.map((tag) => html`<span class="tag">${tag}</span> `)}</p>`}
</div></div>`;
}

function variantChoice(state: ShopState, cart: Cart, { variants }: Product): Html {
  const [first] = variants;
  if (first === undefined) return html`<p>Sold out.</p>`;
  if (variants.length === 1) {
    return html`<p class="big">${priceOf(state, cart, first)}</p><input type="hidden" name="id"
value="${String(first.id)}">`;
  }
  return html`<fieldset class="variants"><legend>Choose</legend>${variants.map(
    (variant) =>
      html`<label class="choice"><input type="radio" name="id" value="${String(variant.id)}"${
        variant === first ? html` checked` : ''
      }> <span>${variant.title}</span> ${priceOf(state, cart, variant)}</label>`,
  )}</fieldset>`;
}

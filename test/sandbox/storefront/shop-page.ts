import { type Html, html, scriptJson } from '../pages/html.ts';
import { document } from '../pages/layout.ts';
import type { ShopState } from '../world/state.ts';
import type { Cart } from './cart.ts';

export type ShopPage = {
  readonly state: ShopState;
  readonly cart: Cart;
  readonly title: string;
  readonly path: string;
  readonly body: Html;
  readonly scripts?: readonly string[];
};

export const shopRoot = ({ facts }: ShopState): string => `/shops/${facts.domain}/`;

export const customerName = (state: ShopState, customerId: number | null): string | null => {
  const customer = customerId === null ? undefined : state.customers.get(customerId);
  if (customer === undefined) return null;
  return [customer.firstName, customer.lastName].filter(Boolean).join(' ') || (customer.email ?? 'Customer');
};

/** A page of the shop: its own header and footer around the body, as a theme brings them. */
export function shopPage({ state, cart, title, path, body, scripts = [] }: ShopPage): string {
  const { facts } = state;
  const root = shopRoot(state);
  const theme = { routes: { root }, shop: facts.domain, currency: { active: cart.currency, rate: '1.0' } };
  return document({
    title: `${title} · ${facts.name}`,
    path,
    shop: { id: facts.domain, name: facts.name },
    look: 'shop',
    head: html`<script>window.Shopify = ${scriptJson(theme)};</script>`,
    scripts: ['/assets/storefront.js', ...scripts],
    body: html`${header(state, cart)}
<main class="wrap" id="content">${body}</main>
<footer class="shop-foot"><div class="wrap"><p>${facts.name} · ${facts.locations
      .map(({ city }) => city)
      .join(' · ')}</p>
<p class="small">Prices ${facts.taxesIncluded ? 'include' : 'exclude'} tax. This is a sandbox: nothing is
charged.</p></div></footer>`,
  });
}

function header(state: ShopState, cart: Cart): Html {
  const root = shopRoot(state);
  const count = cart.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const name = customerName(state, cart.customerId);
  return html`<header class="shop-head"><div class="wrap row between">
<a class="brand" href="${root}">${state.facts.name}</a>
<nav class="row" aria-label="Shop">${currencyChoice(state, cart)}
<a class="go" href="${root}account">${name ?? 'Log in'}</a>
<a class="go" href="${root}cart">Cart <span class="count" data-cart-count aria-label="items">${count}</span></a></nav>
</div></header>`;
}

function currencyChoice({ facts }: ShopState, cart: Cart): Html | null {
  if (facts.presentmentCurrencies.length === 0) return null;
  const codes = [facts.currency, ...facts.presentmentCurrencies.map(({ code }) => code)];
  return html`<form method="post" action="/shops/${facts.domain}/currency" class="currency">
<label><span class="hidden">Currency</span><select name="currency" data-submit>${codes.map(
    (code) => html`<option${code === cart.currency ? html` selected` : ''}>${code}</option>`,
  )}</select></label><noscript><button>Change</button></noscript></form>`;
}

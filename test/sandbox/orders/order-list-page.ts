import { type Html, html } from '../pages/html.ts';
import { moneyText, timeText } from '../pages/words.ts';
import { customerName } from '../storefront/shop-page.ts';
import { sumsOf } from '../world/order-sums.ts';
import type { ShopState } from '../world/state.ts';
import type { Order } from '../world/things.ts';

const SHOWN = 50;

const channelNames: Readonly<Record<string, string>> = { web: 'Storefront', pos: 'Till', shopify_draft_order: 'Draft' };

export const channelOf = ({ sourceName }: Order): string => channelNames[sourceName] ?? sourceName;

/** An order's state as a person says it, with its colour. */
export function stateTag(order: Order): Html {
  if (order.cancelledAt !== null) return html`<span class="tag bad">cancelled</span>`;
  const look: Readonly<Record<string, string>> = { paid: 'good', pending: 'gold', partially_refunded: 'gold' };
  return html`<span
class="tag ${look[order.financialStatus] ?? ''}">${order.financialStatus.replaceAll('_', ' ')}</span>`;
}

/** The shop's orders, newest first, some on each page; a search looks at names and people. */
export function orderListPage(state: ShopState, search: string, page: number): Html {
  const root = `/shops/${state.facts.domain}/orders`;
  const found = [...state.orders.values()].reverse().filter((order) => isFound(state, order, search));
  const shown = found.slice(page * SHOWN, (page + 1) * SHOWN);
  return html`<main class="wrap stack" id="content"><div><h1>Orders</h1>
<p class="lead">The books of ${state.facts.name}. What you do here, Shopify would tell Regulars; so does the
sandbox.</p></div>
<form method="get" class="row search" role="search"><label>Order, name or e-mail
<input type="search" name="q" value="${search}" autocomplete="off"></label><button>Search</button></form>
<section class="card flush" aria-label="Orders">${
    shown.length === 0
      ? html`<p class="empty">No orders${search === '' ? ' yet' : ' like that'}.</p>`
      : table(state, root, shown)
  }</section>${pager(root, search, page, found.length)}</main>`;
}

function isFound(state: ShopState, order: Order, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return true;
  const text = [order.name, order.email, customerName(state, order.customerId), String(order.id)].join(' ');
  return text.toLowerCase().includes(wanted);
}

const table = (state: ShopState, root: string, orders: readonly Order[]): Html => html`<table class="fold">
<thead><tr><th>Order</th><th>When</th><th>Customer</th><th>Where</th><th>State</th><th
class="num">Total</th></tr></thead>
<tbody>${orders.map(
  (order) => html`<tr><td><a href="${root}/${String(order.id)}"><strong>${order.name}</strong></a></td>
<td data-label="When">${timeText(order.processedAt, state.facts.timeZone)}</td>
<td data-label="Customer">${customerName(state, order.customerId) ?? order.email ?? 'nobody known'}</td>
<td data-label="Where">${channelOf(order)}</td><td data-label="State">${stateTag(order)}</td>
<td data-label="Total"
class="num">${moneyText(sumsOf(order).currentTotal.presentmentMinor, order.presentmentCurrency)}</td></tr>`,
)}</tbody></table>`;

function pager(root: string, search: string, page: number, all: number): Html | null {
  const last = Math.max(0, Math.ceil(all / SHOWN) - 1);
  if (last === 0) return null;
  const to = (target: number) => `${root}?${new URLSearchParams({ q: search, page: String(target) })}`;
  return html`<nav class="row" aria-label="Pages">${
    page > 0 ? html`<a class="button" href="${to(page - 1)}">Newer</a>` : ''
  }
<span class="soft">Page ${page + 1} of ${last + 1}, ${all} orders</span>
${page < last ? html`<a class="button" href="${to(page + 1)}">Older</a>` : ''}</nav>`;
}

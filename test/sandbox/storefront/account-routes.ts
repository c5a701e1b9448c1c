import { Router } from 'express';
import { type Html, html } from '../pages/html.ts';
import { moneyText, timeText } from '../pages/words.ts';
import { customerByEmail, ordersOf } from '../world/keep.ts';
import { sumsOf } from '../world/order-sums.ts';
import type { ShopState } from '../world/state.ts';
import type { Customer } from '../world/things.ts';
import { count, field } from './form.ts';
import { customerName, shopPage, shopRoot } from './shop-page.ts';
import { type StorefrontDeps, visitOf } from './storefront-deps.ts';

const SHOWN_MAX = 24;

/** Shopify's log-in, reduced to choosing who one is; and the orders of whoever did. */
export function createAccountRoutes(deps: StorefrontDeps): Router {
  const router = Router({ mergeParams: true });
  router.get('/account', (request, response) => {
    const visit = visitOf(deps, request, response);
    if (visit === null) return;
    const { state } = visit.context;
    const customer = visit.cart.customerId === null ? undefined : state.customers.get(visit.cart.customerId);
    const search = typeof request.query.q === 'string' ? request.query.q : '';
    const body = customer === undefined ? logInBody(state, search) : accountBody(state, customer);
    response.send(shopPage({ state, cart: visit.cart, title: 'Your account', path: request.originalUrl, body }));
  });
  router.post('/account', (request, response) => {
    const visit = visitOf(deps, request, response);
    if (visit === null) return;
    const { state } = visit.context;
    const id = count(field(request, 'customer'));
    const customer = state.customers.get(id) ?? customerByEmail(state, field(request, 'email'));
    deps.carts.keep(visit.domain, { ...visit.cart, customerId: customer?.hasAccount ? customer.id : null });
    response.redirect(303, `${shopRoot(state)}account`);
  });
  return router;
}

function logInBody(state: ShopState, search: string): Html {
  const wanted = search.trim().toLowerCase();
  const matches = (customer: Customer) =>
    customer.hasAccount &&
    `${customer.firstName} ${customer.lastName} ${customer.email} ${customer.phone}`.toLowerCase().includes(wanted);
  const found = [...state.customers.values()].filter(matches);
  return html`<div class="stack"><div><h1>Who are you?</h1>
<p class="lead">In a real shop Shopify asks for your e-mail and a code. Here you simply choose.</p></div>
<form method="get" class="row search" role="search"><label>Name or e-mail
<input type="search" name="q" value="${search}" autocomplete="off"></label><button>Search</button></form>
${found.length === 0 ? html`<p class="card empty">Nobody of that name has an account.</p>` : ''}
<ul class="people">${found.slice(0, SHOWN_MAX).map(
    (customer) => html`<li><form method="post" action="${shopRoot(state)}account">
<button name="customer" value="${String(customer.id)}" class="wide"><span>${customerName(state, customer.id)}
<span class="soft small">${customer.email}</span></span></button></form></li>`,
  )}</ul>
${found.length > SHOWN_MAX ? html`<p class="soft">${found.length - SHOWN_MAX} more; search for them.</p>` : ''}</div>`;
}

function accountBody(state: ShopState, customer: Customer): Html {
  const orders = [...ordersOf(state, customer.id)].reverse();
  return html`<div class="stack"><div class="row between"><div><h1>${customerName(state, customer.id)}</h1>
<p class="soft">${customer.email}</p></div>
<form method="post" action="${shopRoot(state)}account"><button name="customer" value="0">Log out</button></form></div>
<section class="card flush" aria-label="Orders">${
    orders.length === 0
      ? html`<p class="empty">No orders yet.</p>`
      : html`<table class="fold"><thead><tr><th>Order</th><th>When</th><th>State</th><th
class="num">Total</th></tr></thead>
<tbody>${orders.slice(0, SHOWN_MAX).map(
          (order) => html`<tr><td><strong>${order.name}</strong></td>
<td data-label="When">${timeText(order.processedAt, state.facts.timeZone)}</td>
<td data-label="State">${order.cancelledAt === null ? order.financialStatus.replaceAll('_', ' ') : 'cancelled'}</td>
<td data-label="Total"
class="num">${moneyText(sumsOf(order).currentTotal.presentmentMinor, order.presentmentCurrency)}</td></tr>`,
        )}</tbody></table>`
  }</section></div>`;
}

import { type Html, html } from '../pages/html.ts';
import { moneyText } from '../pages/words.ts';
import { discountedOf, sumsOf } from '../world/order-sums.ts';
import type { ShopState } from '../world/state.ts';
import type { Order, OrderLine } from '../world/things.ts';
import { shopRoot } from './shop-page.ts';

const check = html`<svg width="56" height="56" viewBox="0 0 56 56" aria-hidden="true"><circle cx="28" cy="28"
r="28" fill="#0b6353"/><path d="M17 29l8 8 15-17" fill="none" stroke="#fff" stroke-width="5"
stroke-linecap="round" stroke-linejoin="round"/></svg>`;

const firstNameOf = (state: ShopState, { customerId }: Order): string | null =>
  (customerId === null ? undefined : state.customers.get(customerId))?.firstName ?? null;

/** What the shopper sees after paying, and later by the same address. */
export function orderStatusPage(state: ShopState, order: Order): Html {
  const money = (minor: number) => moneyText(minor, order.presentmentCurrency);
  const sums = sumsOf(order);
  const name = firstNameOf(state, order);
  const rows = [
    { label: 'Goods', minor: sums.lineItems.presentmentMinor },
    { label: 'Discounts', minor: -sums.discounts.presentmentMinor },
    { label: 'Delivery', minor: order.shipping.presentmentMinor },
    ...(order.taxesIncluded ? [] : [{ label: 'Tax', minor: sums.tax.presentmentMinor }]),
    ...(sums.refunded.presentmentMinor === 0 ? [] : [{ label: 'Given back', minor: -sums.refunded.presentmentMinor }]),
  ].filter(({ minor, label }) => minor !== 0 || label === 'Goods');
  return html`<div class="stack"><div class="thanks">${check}<div><p class="soft">Order ${order.name}</p>
<h1>Thank you${name === null ? '' : `, ${name}`}!</h1></div></div>
<p class="lead">${sentenceOf(order)}</p>
<div class="sides"><section class="card flush" aria-label="Goods"><ul class="lines">${order.lines.map((line) =>
    orderLine(order, line),
  )}</ul></section>
<section class="card" aria-label="Sum"><table class="totals"><tbody>${rows.map(
    ({ label, minor }) => html`<tr${minor < 0 ? html` class="gain"` : ''}><th scope="row">${label}</th>
<td class="num">${minor < 0 ? '−' : ''}${money(Math.abs(minor))}</td></tr>`,
  )}<tr class="sum"><th scope="row">Total</th><td class="num" data-total>${money(
    sums.total.presentmentMinor - sums.refunded.presentmentMinor,
  )}</td></tr></tbody></table></section></div>
<p class="row"><a class="button" href="${shopRoot(state)}">Keep shopping</a>
<a href="${shopRoot(state)}orders/${String(order.id)}">Behind the scenes: this order in the shop's books</a></p></div>`;
}

function sentenceOf(order: Order): string {
  if (order.cancelledAt !== null) return 'This order was cancelled.';
  if (order.financialStatus === 'pending') return 'We have it, and wait for your transfer.';
  return `It is paid. A confirmation is on its way to ${order.email ?? 'you'}.`;
}

function orderLine(order: Order, line: OrderLine): Html {
  const money = (minor: number) => moneyText(minor, order.presentmentCurrency);
  const full = line.price.presentmentMinor * line.quantity;
  const now = discountedOf(line).presentmentMinor;
  const which = line.variantTitle === null ? '' : `${line.variantTitle} · `;
  return html`<li class="line plain"><div class="what"><strong>${line.title}</strong>
<p class="soft small">${which}${line.quantity} × ${money(line.price.presentmentMinor)}</p>
${line.allocations.map(
  ({ application, amount }) =>
    html`<p class="reason"><span class="tag good">${order.applications[application]?.title ?? ''}</span> <span
class="num">−${money(amount.presentmentMinor)}</span></p>`,
)}</div><p class="num">${full === now ? '' : html`<s>${money(full)}</s> `}<strong>${money(now)}</strong></p></li>`;
}

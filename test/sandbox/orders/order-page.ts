import { type Html, html } from '../pages/html.ts';
import { moneyText, timeText } from '../pages/words.ts';
import { customerName } from '../storefront/shop-page.ts';
import type { SentWebhook } from '../webhooks/sent-webhook.ts';
import { discountedOf, refundedUnits, sumsOf } from '../world/order-sums.ts';
import type { ShopState } from '../world/state.ts';
import type { Order, OrderLine } from '../world/things.ts';
import { editForm, endForms, refundForm } from './order-forms.ts';
import { channelOf, stateTag } from './order-list-page.ts';
import { sentTable } from './told-about.ts';

export type OrderView = {
  readonly state: ShopState;
  readonly order: Order;
  readonly sent: readonly SentWebhook[];
  /** Why the last wish was not done; null when it was. */
  readonly refusal: string | null;
};

export const orderPath = ({ facts }: ShopState, { id }: Order): string => `/shops/${facts.domain}/orders/${id}`;

/** One order in the books, what can be done with it, and what the app was told of it. */
export function orderPage(view: OrderView): Html {
  const { state, order, sent, refusal } = view;
  const path = orderPath(state, order);
  return html`<main class="wrap stack" id="content">
<p><a href="/shops/${state.facts.domain}/orders">← Orders</a></p>
<div class="row"><h1>Order ${order.name}</h1> ${stateTag(order)}${
    order.isTest ? html`<span class="tag">test</span>` : ''
  }</div>
${refusal === null ? '' : html`<p class="note bad" role="alert">${refusal}</p>`}
<div class="sides"><div class="stack"><section class="card flush" aria-label="Goods">${goods(order)}</section>
${refundForm(order, path)}${editForm(state, order, path)}</div>
<div class="stack">${factsCard(view)}${refundsCard(view)}${endForms(order, path)}</div></div>
<section
class="card"><h2>What Regulars was told</h2>${sentTable(sent, `${path}/again`, state.facts.timeZone)}</section></main>`;
}

const goods = (order: Order): Html => html`<table class="fold"><thead><tr><th>Goods</th><th class="num">Price</th>
<th class="num">Ordered</th><th class="num">Removed</th><th class="num">Refunded</th><th
class="num">Charged</th></tr></thead>
<tbody>${order.lines.map((line) => goodsRow(order, line))}</tbody></table>`;

function goodsRow(order: Order, line: OrderLine): Html {
  const money = (minor: number) => moneyText(minor, order.presentmentCurrency);
  const refunded = refundedUnits(order, line.id);
  return html`<tr><td><span><strong>${line.title}</strong>${
    line.variantTitle === null ? '' : html` <span class="soft">${line.variantTitle}</span>`
  }
${line.allocations.map(
  ({
    application,
    amount,
  }) => html`<br><span class="tag good">${order.applications[application]?.title ?? 'discount'}</span>
<span class="small">−${money(amount.presentmentMinor)}</span>`,
)}</span></td>
<td data-label="Price" class="num">${money(line.price.presentmentMinor)}</td>
<td data-label="Ordered" class="num">${line.quantity}</td>
<td data-label="Removed" class="num">${line.removedQuantity === 0 ? '–' : line.removedQuantity}</td>
<td data-label="Refunded" class="num">${refunded === 0 ? '–' : refunded}</td>
<td data-label="Charged" class="num">${money(discountedOf(line).presentmentMinor)}</td></tr>`;
}

function factsCard({ state, order }: OrderView): Html {
  const money = (minor: number) => moneyText(minor, order.presentmentCurrency);
  const sums = sumsOf(order);
  const location = state.facts.locations.find(({ id }) => id === order.locationId);
  const facts: readonly (readonly [string, string | Html])[] = [
    ['Customer', customerName(state, order.customerId) ?? 'nobody known'],
    ['E-mail', order.email ?? '–'],
    ['Where', [channelOf(order), location?.name].filter(Boolean).join(', ')],
    ['When', timeText(order.processedAt, state.facts.timeZone)],
    ['Goods', money(sums.lineItems.presentmentMinor)],
    ['Discounts', sums.discounts.presentmentMinor === 0 ? '–' : `−${money(sums.discounts.presentmentMinor)}`],
    ['Delivery', money(order.shipping.presentmentMinor)],
    ['Charged', html`<strong>${money(sums.total.presentmentMinor)}</strong>`],
    ['Given back', money(sums.refunded.presentmentMinor)],
    ['Still stands at', html`<strong>${money(sums.currentTotal.presentmentMinor)}</strong>`],
  ];
  return html`<section class="card"><h2>Facts</h2><dl class="facts">${facts.map(
    ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`,
  )}</dl>${
    order.noteAttributes.length === 0
      ? ''
      : html`<h3 class="above">Attributes</h3><dl class="facts">${order.noteAttributes.map(
          ({ name, value }) => html`<dt class="mono">${name}</dt><dd class="mono">${value}</dd>`,
        )}</dl>`
  }</section>`;
}

function refundsCard({ state, order }: OrderView): Html | null {
  if (order.refunds.length === 0) return null;
  const money = (minor: number) => moneyText(minor, order.presentmentCurrency);
  return html`<section class="card"><h2>Refunds</h2><ul class="plain-list">${order.refunds.map((refund) => {
    const back = refund.transactions.reduce((sum, { amount }) => sum + amount.presentmentMinor, 0);
    const units = refund.lines.map(({ lineId, quantity }) => {
      const title = order.lines.find(({ id }) => id === lineId)?.title ?? 'goods';
      return `${quantity} × ${title}`;
    });
    const goodwill =
      refund.goodwill.presentmentMinor > 0 ? [`${money(refund.goodwill.presentmentMinor)} without goods`] : [];
    return html`<li><strong>${money(back)}</strong> <span
class="soft small">${timeText(refund.createdAt, state.facts.timeZone)}</span>
<br>${[...units, ...goodwill].join(', ')}</li>`;
  })}</ul></section>`;
}

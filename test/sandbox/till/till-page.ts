import { formatPercent } from '../../../shared/domain/money/percent.ts';
import { en } from '../../../shared/text/en.ts';
import { type Html, html } from '../pages/html.ts';
import { moneyText } from '../pages/words.ts';
import { picture } from '../storefront/product-pages.ts';
import { customerName } from '../storefront/shop-page.ts';
import { sumsOf } from '../world/order-sums.ts';
import type { ShopState } from '../world/state.ts';
import type { Order } from '../world/things.ts';
import type { EarnedCard } from './due-card.ts';
import { cardPanel, questionnairePanel, scanPanel } from './holder-panels.ts';
import type { QuotedSale, SaleLine } from './quote-sale.ts';
import { rewardPanel } from './reward-panel.ts';
import { tillPath } from './till-path.ts';
import type { Sale } from './till-sale.ts';
import { type WhySale, whyPanel } from './why-panel.ts';

const BUTTONS_MAX = 60;

export type TillView = {
  readonly state: ShopState;
  readonly sale: Sale;
  readonly quoted: QuotedSale;
  readonly earned: readonly EarnedCard[];
  /** Why each line costs what it does, where the cashier asked. */
  readonly why: WhySale | null;
};

/** Goods to press on one side; card, customer, cart and the drawer on the other. */
export function tillPage(view: TillView): Html {
  const { state, sale, quoted, earned } = view;
  return html`<main class="till" id="content"><h1 class="hidden">Till of ${state.facts.name}</h1>
<section class="till-goods" aria-label="Goods"><form method="post" action="${tillPath(state)}/add"
class="keys">${goods(state)}</form></section>
<section class="till-sale" aria-label="Sale"><div class="stack tight">
${sale.says === null ? '' : html`<p class="note ${sale.says.look}" role="status">${sale.says.text}</p>`}
${sale.blank === null ? holderPanels(view) : questionnairePanel(state, sale.blank)}
${customerPanel(state, sale)}${earned.map((each) => earnedNote(state, each))}
${welcomeNote(quoted)}${quoted.refusal === null ? '' : html`<p class="note bad" role="alert">${quoted.refusal}</p>`}
</div>${saleLines(view)}${whyPanel(view)}${drawer(view)}</section></main>`;
}

const holderPanels = ({ state, sale, quoted }: TillView): Html =>
  html`${scanPanel(state)}${cardPanel(state, sale)}${rewardPanel(state, quoted)}`;

const goods = (state: ShopState): readonly Html[] =>
  [...state.products.values()]
    .flatMap((product) => product.variants.map((variant) => ({ product, variant })))
    .slice(0, BUTTONS_MAX)
    .map(
      ({
        product,
        variant,
      }) => html`<button name="variant" value="${String(variant.id)}" class="key">${picture(state, product, 72)}
<span class="name">${product.title}${
        product.variants.length > 1 ? html` <span class="soft">${variant.title}</span>` : ''
      }</span>
<span class="soft">${moneyText(variant.priceMinor, state.facts.currency)}</span></button>`,
    );

function customerPanel(state: ShopState, { customerId, found }: Sale): Html {
  const path = tillPath(state);
  const name = customerName(state, customerId);
  if (name !== null) {
    return html`<form method="post" action="${path}/no-customer"
class="row between holder"><span>Customer <strong>${name}</strong></span>
<button class="plain">Take off<span class="hidden"> the customer</span></button></form>`;
  }
  return html`<details class="find"${found.length > 0 ? html` open` : ''}><summary>Customer</summary>
<form method="post" action="${path}/find-customer" class="row end"><label>Name, e-mail or phone<input
name="q" autocomplete="off"></label>
<button>Find</button></form>
<form method="post" action="${path}/customer" class="people">${found.map(
    (id) => html`<button name="customer" value="${String(id)}">${customerName(state, id)}
<span class="soft small">${state.customers.get(id)?.email}</span></button>`,
  )}</form></details>`;
}

const earnedNote = (
  state: ShopState,
  { programName, fromMinor }: EarnedCard,
): Html => html`<p class="note gold" role="status">
This purchase earns the card of <strong>${programName}</strong>${
  fromMinor > 0 ? ` (from ${moneyText(fromMinor, state.facts.currency)})` : ''
}. Scan a blank one to hand it over.</p>`;

/** A friend's card in front of a new customer, or one's own after all. */
function welcomeNote({ quote }: QuotedSale): Html | string {
  if (quote === null || quote.welcome === null) return '';
  const given = `A friend’s card: welcome, ${formatPercent(quote.discountBp)} off this first purchase.`;
  const text = quote.welcome === 'given' ? given : 'This card is already yours.';
  return html`<p class="note good" role="status" data-welcome>${text}</p>`;
}

function saleLines({ state, quoted }: TillView): Html {
  if (quoted.lines.length === 0) return html`<p class="empty">Press goods to begin.</p>`;
  return html`<ul class="lines till-lines">${quoted.lines.map((line) => saleLine(state, line))}</ul>`;
}

function saleLine(state: ShopState, line: SaleLine): Html {
  const { product, variant, quantity, fullMinor, discountMinor, title } = line;
  const money = (minor: number) => moneyText(minor, state.facts.currency);
  const path = tillPath(state);
  const id = String(variant.id);
  const name = product.variants.length > 1 ? `${product.title}, ${variant.title}` : product.title;
  return html`<li class="line plain"><div class="what"><strong>${name}</strong>
${
  discountMinor === 0
    ? ''
    : html`<p class="reason"><span class="tag good">${title}</span> <span
class="num">−${money(discountMinor)}</span></p>`
}
<div class="row stepper"><form method="post" action="${path}/less"><button name="variant" value="${id}"
aria-label="One less of ${name}">−</button></form>
<span class="num">${quantity}</span>
<form method="post" action="${path}/add"><button name="variant" value="${id}"
aria-label="One more of ${name}">+</button></form></div></div>
<p class="num">${discountMinor === 0 ? '' : html`<s>${money(fullMinor)}</s> `}
<strong>${money(fullMinor - discountMinor)}</strong></p></li>`;
}

/** What the card and what a code took from the whole sale. */
function discountTotals({ lines, title }: TillView['quoted']): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const line of lines) {
    const name = line.isByCode ? line.title : title;
    sums.set(name, (sums.get(name) ?? 0) + line.discountMinor);
  }
  return [...sums].filter(([, minor]) => minor > 0);
}

function drawer({ state, quoted }: TillView): Html {
  const money = (minor: number) => moneyText(minor, state.facts.currency);
  const isEmpty = quoted.lines.length === 0;
  return html`<div class="drawer"><table class="totals"><tbody>
${discountTotals(quoted).map(
  ([title, minor]) => html`<tr class="gain"><th scope="row">${title}</th><td class="num">−${money(minor)}</td></tr>`,
)}
${
  (quoted.quote?.capSavedMinor ?? 0) === 0
    ? ''
    : html`<tr><th scope="row">The cap is reached: the rest is at full price</th><td></td></tr>`
}
<tr class="sum"><th scope="row">To pay</th><td
class="num" data-total>${money(quoted.fullMinor - quoted.discountMinor)}</td></tr></tbody></table>
<form method="post" action="${tillPath(state)}/pay"><input type="hidden" name="shown"
value="${String(quoted.fullMinor - quoted.discountMinor)}"><button
class="main wide pay"${isEmpty ? html` disabled` : ''}>Paid in cash</button></form></div>`;
}

/** The sale is done: what was paid, and whether a card is due. */
export function receiptPage(state: ShopState, order: Order, sale: Sale): Html {
  const sums = sumsOf(order);
  const money = (minor: number) => moneyText(minor, order.presentmentCurrency);
  const path = tillPath(state);
  const name = customerName(state, order.customerId);
  return html`<main class="wrap stack receipt" id="content"><div class="card stack">
<h1>Paid: <span data-total>${money(sums.total.presentmentMinor)}</span></h1>
<p class="lead">${[`Order ${order.name}`, name, sale.card === null ? null : `card ${sale.card.number}`]
    .filter((part) => part !== null)
    .join(', ')}.
${sums.discounts.presentmentMinor === 0 ? '' : `Saved ${money(sums.discounts.presentmentMinor)}.`}</p>
${sale.quoteReference === null ? '' : html`<p class="soft small">${en.quoteWhy.ofReference(sale.quoteReference)}</p>`}
${sale.says === null ? '' : html`<p class="note ${sale.says.look}" role="status">${sale.says.text}</p>`}
${order.customerId === null || sale.card !== null || sale.says?.look === 'good' ? '' : dueNote(path, name)}
<div class="row"><form method="post" action="${path}/new"><button class="main" autofocus>Next customer</button></form>
<a class="button" href="/shops/${state.facts.domain}/orders/${String(order.id)}">This order in the
books</a></div></div></main>`;
}

/** Shown once the app has heard of the sale and says that a card is due. */
const dueNote = (
  path: string,
  name: string | null,
): Html => html`<div class="note gold" data-due="${path}/due" hidden role="status">
<p><strong>${name ?? 'This customer'} has earned a card.</strong> Scan a blank one to hand it over.</p>
<form method="post" action="${path}/link" class="row end"><label>Card number
<input name="number" data-scan inputmode="numeric" autocomplete="off" maxlength="40" required></label><button
class="main">Hand it over</button></form></div>`;

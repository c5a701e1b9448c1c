import { type Html, html } from '../pages/html.ts';
import { moneyText } from '../pages/words.ts';
import { currentUnits } from '../world/order-sums.ts';
import type { ShopState } from '../world/state.ts';
import type { Order, OrderLine } from '../world/things.ts';

const VARIANTS_MAX = 300;

const whole = ({ variantTitle, title }: OrderLine): string =>
  variantTitle === null ? title : `${title}, ${variantTitle}`;

/** Goods back, money back, or both. */
export function refundForm(order: Order, path: string): Html | null {
  const left = order.lines.map((line) => ({ line, units: currentUnits(order, line) })).filter(({ units }) => units > 0);
  const isPaid = order.transactions.some(({ kind, status }) => kind === 'sale' && status === 'success');
  if (!isPaid || order.financialStatus === 'refunded') return null;
  return html`<section class="card"><h2>Refund</h2><form method="post" action="${path}/refund" class="stack">
<div class="units">${left.map(
    ({ line, units }) => html`<label>${whole(line)} <span class="soft small">of ${units}</span>
<input type="number" name="line-${String(line.id)}" value="0" min="0" max="${units}" inputmode="numeric"></label>`,
  )}</div>
<div class="fields"><label>Money without goods, ${order.presentmentCurrency}<input name="goodwill"
inputmode="decimal" placeholder="0.00"></label>
<label>Note<input name="note" maxlength="200"></label></div>
<label class="choice"><input type="checkbox" name="keepMoney"
value="yes"> Take goods back without paying (an exchange)</label>
<button class="main">Refund</button></form></section>`;
}

/** Units taken off, or goods added, after the order was placed. */
export function editForm(state: ShopState, order: Order, path: string): Html | null {
  if (order.cancelledAt !== null) return null;
  const left = order.lines.filter((line) => currentUnits(order, line) > 0);
  return html`<section class="card"><h2>Edit</h2><div class="stack">
<form method="post" action="${path}/edit" class="row end"><label>Take one unit off
<select name="remove">${left.map(
    (line) => html`<option value="${String(line.id)}">${whole(line)}</option>`,
  )}</select></label>
<button${left.length === 0 ? html` disabled` : ''}>Take off</button></form>
<form method="post" action="${path}/edit" class="row end"><label>Add goods<select
name="add">${variantOptions(state)}</select></label>
<label>How many<input type="number" name="quantity" value="1" min="1" max="99"
inputmode="numeric"></label><button>Add</button></form>
</div></section>`;
}

const variantOptions = ({ products, facts }: ShopState): readonly Html[] =>
  [...products.values()]
    .flatMap((product) => product.variants.map((variant) => ({ product, variant })))
    .slice(0, VARIANTS_MAX)
    .map(
      ({ product, variant }) =>
        html`<option value="${String(variant.id)}">${product.title}${
          product.variants.length > 1 ? `, ${variant.title}` : ''
        } – ${moneyText(variant.priceMinor, facts.currency)}</option>`,
    );

/** What ends or changes the order as a whole. */
export const endForms = (
  order: Order,
  path: string,
): Html => html`<section class="card"><h2>The whole order</h2><div class="row">
${order.financialStatus === 'pending' && order.cancelledAt === null ? button(path, 'pay', 'Mark as paid', 'main') : ''}
${order.cancelledAt === null ? button(path, 'cancel', 'Cancel order', 'danger') : ''}
${button(path, 'delete', 'Delete order', 'danger')}
${button(path, 'touch', 'Tell it again as it is', '')}</div></section>`;

const button = (path: string, action: string, label: string, look: string): Html =>
  html`<form method="post" action="${path}/${action}"><button class="${look}">${label}</button></form>`;

import { type Html, html } from '../pages/html.ts';
import { moneyText } from '../pages/words.ts';
import type { ShopState } from '../world/state.ts';
import type { Cart } from './cart.ts';
import { lineMoney, reasons, totals, variantWords } from './cart-page.ts';
import { type CheckoutSums, checkoutSums, type DeliveryWay } from './checkout-sums.ts';
import type { CartPrice } from './price-cart.ts';
import { picture } from './product-pages.ts';
import { shopRoot } from './shop-page.ts';

/** What the shopper typed so far, or what the shop knows. */
export type CheckoutForm = {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  readonly zip: string;
  readonly city: string;
  readonly way: DeliveryWay;
  readonly payment: 'card' | 'later';
};

export type CheckoutView = {
  readonly state: ShopState;
  readonly cart: Cart;
  readonly price: CartPrice;
  readonly form: CheckoutForm;
  /** Something the shopper should know before paying. */
  readonly note: string | null;
};

/** A form filled with what the shop knows of a customer who logged in. */
export function knownForm(state: ShopState, { customerId }: Cart): CheckoutForm {
  const customer = customerId === null ? undefined : state.customers.get(customerId);
  const address = customer?.address;
  return {
    email: customer?.email ?? '',
    firstName: customer?.firstName ?? '',
    lastName: customer?.lastName ?? '',
    address: address?.address1 ?? '',
    zip: address?.zip ?? '',
    city: address?.city ?? '',
    way: 'standard',
    payment: 'card',
  };
}

/** Who, where to, how to pay; and beside it what it costs. */
export function checkoutPage(view: CheckoutView): Html {
  const { state, price, form, note } = view;
  const ways = (['standard', 'pickup'] as const).map((way) => ({ way, sums: checkoutSums(state, price, way) }));
  return html`<h1>Checkout</h1>
${note === null ? '' : html`<p class="note gold" role="alert">${note}</p>`}
<form method="post" class="sides checkout">
<div class="stack">${contact(view)}${delivery(view, ways)}${payment(form)}</div>
<section class="card stack" aria-label="What you buy"><ul class="lines small">${price.lines.map((line) =>
    boughtLine(state, price, line),
  )}</ul>
${ways.map(
  ({ way, sums }) => html`<div
data-way="${way}"${way === form.way ? '' : html` hidden`}>${sumsTable(price, sums)}</div>`,
)}
<input type="hidden" name="shown" value="${String(price.totalMinor)}">
<button class="main wide pay">Pay</button></section></form>`;
}

function contact({ state, cart, form }: CheckoutView): Html {
  const isKnown = cart.customerId !== null;
  return html`<section class="card stack"><h2>Contact</h2>
<label>E-mail<input type="email" name="email" value="${form.email}" required autocomplete="email"></label>
<div class="fields">${textField('First name', 'firstName', form.firstName, 'given-name')}
${textField('Last name', 'lastName', form.lastName, 'family-name')}</div>
${
  isKnown
    ? html`<p class="soft small">Logged in. <a href="${shopRoot(state)}account">Not you?</a></p>`
    : html`<label class="choice"><input type="checkbox" name="keep" value="yes"> Keep my details for next time</label>
<label class="choice"><input type="checkbox" name="news" value="yes"> Write to me with news and offers</label>`
}</section>`;
}

const textField = (label: string, name: string, value: string, autocomplete: string): Html =>
  html`<label>${label}<input name="${name}" value="${value}" autocomplete="${autocomplete}" maxlength="100"></label>`;

type Way = { readonly way: DeliveryWay; readonly sums: CheckoutSums };

function delivery({ state, price, form }: CheckoutView, ways: readonly Way[]): Html {
  const label = {
    standard: 'Standard delivery',
    pickup: `Fetch it at ${state.facts.locations[0]?.name ?? 'the shop'}`,
  };
  return html`<section class="card stack"><h2>Delivery</h2>
<fieldset class="tight"><legend class="hidden">How</legend>${ways.map(
    ({ way, sums }) =>
      html`<label class="choice"><input type="radio" name="way" value="${way}"${
        way === form.way ? html` checked` : ''
      }> <span>${label[way]}</span> <span class="soft">${
        sums.shippingMinor === 0 ? 'free' : moneyText(sums.shippingMinor, price.currencies.presentment)
      }</span></label>`,
  )}</fieldset>
${textField('Street and number', 'address', form.address, 'street-address')}
<div class="fields">${textField('Postcode', 'zip', form.zip, 'postal-code')}
${textField('Town', 'city', form.city, 'address-level2')}</div></section>`;
}

const payment = (form: CheckoutForm): Html => html`<section class="card stack"><h2>Payment</h2>
<fieldset class="tight"><legend class="hidden">How</legend>
${(['card', 'later'] as const).map(
  (way) =>
    html`<label class="choice"><input type="radio" name="payment" value="${way}"${
      way === form.payment ? html` checked` : ''
    }> ${way === 'card' ? 'Test card ending 4242 – paid at once' : 'Bank transfer – paid later'}</label>`,
)}</fieldset></section>`;

function boughtLine(state: ShopState, price: CartPrice, line: CartPrice['lines'][number]): Html {
  const each = moneyText(line.unitMinor, price.currencies.presentment);
  return html`<li class="line">
${picture(state, line.product, 56)}<div class="what"><strong>${line.product.title}</strong>
<p class="soft small">${variantWords(line)}${line.line.quantity} × ${each}</p>
${reasons(line, price)}</div><p class="num">${lineMoney(line, price)}</p></li>`;
}

const sumsTable = (price: CartPrice, { shippingMinor, taxMinor }: CheckoutSums): Html =>
  totals(price, [
    { label: 'Delivery', minor: shippingMinor },
    ...(taxMinor === 0 ? [] : [{ label: 'Tax', minor: taxMinor }]),
  ]);

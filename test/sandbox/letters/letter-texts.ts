import { type Html, html } from '../pages/html.ts';
import { moneyText } from '../pages/words.ts';
import { discountedOf, sumsOf } from '../world/order-sums.ts';
import type { ShopState } from '../world/state.ts';
import type { Order, Refund } from '../world/things.ts';

export type Letter = { readonly subject: string; readonly text: string; readonly html: string };

type Row = { readonly what: string; readonly amount: string };

const nameOf = (state: ShopState, { customerId }: Order): string =>
  (customerId === null ? undefined : state.customers.get(customerId))?.firstName ?? 'there';

/** The order came, with what each line costs and why. */
export function confirmedLetter(state: ShopState, order: Order): Letter {
  const money = (minor: number) => moneyText(minor, order.presentmentCurrency);
  const sums = sumsOf(order);
  const goods = order.lines.flatMap((line) => [
    { what: `${line.quantity} × ${line.title}`, amount: money(discountedOf(line).presentmentMinor) },
    ...line.allocations.map(({ application, amount }) => ({
      what: `   ${order.applications[application]?.title ?? 'Discount'}`,
      amount: `included: −${money(amount.presentmentMinor)}`,
    })),
  ]);
  const rows = [
    ...goods,
    ...(order.shipping.presentmentMinor === 0
      ? []
      : [{ what: 'Delivery', amount: money(order.shipping.presentmentMinor) }]),
    { what: 'Total', amount: money(sums.total.presentmentMinor) },
  ];
  const isPaid = order.financialStatus === 'paid';
  const sentence = isPaid ? 'Thank you, your order is paid.' : 'Thank you. We wait for your transfer.';
  return letter(state, order, `Order ${order.name} confirmed`, sentence, rows);
}

/** Goods or money went back. */
export function refundedLetter(state: ShopState, order: Order, refund: Refund): Letter {
  const money = (minor: number) => moneyText(minor, order.presentmentCurrency);
  const back = refund.transactions.reduce((sum, { amount }) => sum + amount.presentmentMinor, 0);
  const rows = [
    ...refund.lines.map(({ lineId, quantity, subtotal }) => ({
      what: `${quantity} × ${order.lines.find(({ id }) => id === lineId)?.title ?? 'goods'}`,
      amount: money(subtotal.presentmentMinor),
    })),
    { what: 'Given back', amount: money(back) },
  ];
  return letter(state, order, `Refund for order ${order.name}`, 'We have given you back what follows.', rows);
}

/** The order was called off. */
export const cancelledLetter = (state: ShopState, order: Order): Letter =>
  letter(
    state,
    order,
    `Order ${order.name} cancelled`,
    'Your order was cancelled. What you paid comes back to you.',
    [],
  );

function letter(state: ShopState, order: Order, subject: string, sentence: string, rows: readonly Row[]): Letter {
  const greeting = `Hello ${nameOf(state, order)},`;
  const width = Math.max(0, ...rows.map(({ what }) => what.length)) + 2;
  const lines = rows.map(({ what, amount }) => `${what.padEnd(width)}${amount}`);
  const text = [greeting, '', sentence, '', ...lines, '', state.facts.name].join('\n');
  return { subject, text, html: letterPage(state, subject, greeting, sentence, rows).markup };
}

const letterPage = (
  { facts }: ShopState,
  subject: string,
  greeting: string,
  sentence: string,
  rows: readonly Row[],
): Html => html`<!doctype html><html lang="en"><body
style="margin:0;background:#f7f5f0;font:16px/1.5 Arial,sans-serif;color:#1d2421">
<div style="max-width:560px;margin:24px auto;padding:28px;background:#fff;border-radius:14px">
<p style="margin:0 0 20px;font:600 22px Georgia,serif">${facts.name}</p>
<h1 style="font-size:22px;margin:0 0 12px">${subject}</h1><p>${greeting}</p><p>${sentence}</p>
<table style="width:100%;border-collapse:collapse">${rows.map(
  ({ what, amount }) => html`<tr><td style="padding:8px 0;border-top:1px solid #e3ded3">${what}</td>
<td style="padding:8px 0;border-top:1px solid #e3ded3;text-align:right">${amount}</td></tr>`,
)}</table></div></body></html>`;

import { dayOf } from '../../shared/domain/calendar/day.ts';
import { simulate } from '../../shared/domain/simulation/simulate.ts';
import { historyOf } from '../domain/simulation/past.ts';
import { applied } from '../function/applied.ts';
import type { CheckoutCart } from '../function/checkout-cart.ts';
import { cappedQuery, inputOf, inputQuery } from '../function/function-input.ts';
import type { TestApp } from '../support/app.ts';
import type { Runner } from '../support/run-carts.ts';
import { asTold, type Place, productAt } from './places.ts';

type Lines = CheckoutCart['lines'];

/** Minor units for each line of the cart, in its order. */
export type Discounts = readonly number[];

/** The server's use case, asked by the number of the card; null: by nobody's. */
export async function serverSays(
  { useCases }: TestApp,
  { shop }: Place,
  lines: Lines,
  card: string,
): Promise<Discounts> {
  const { quote } = await useCases.quoteCart(shop, {
    holder: { kind: 'card', number: card },
    lines: lines.map(({ id, quantity, unitMinor, costMinor, kind }, i) => ({
      id,
      quantity,
      amountMinor: quantity * unitMinor,
      unitCostMinor: kind === 'goods' ? costMinor : null,
      isGiftCard: kind === 'giftCard',
      productId: productAt(lines, i),
    })),
  });
  const given = new Map(quote.lines.map((line) => [line.id, line.discountMinor]));
  return lines.map(({ id }) => given.get(id) ?? 0);
}

/** The bundles of both automatic discounts. */
export type Runners = { readonly plain: Runner; readonly capped: Runner };

/** The Function's built bundle, for a shopper who is logged in; `holder` false: for one whom nobody knows. */
export function functionSays(runners: Runners, place: Place, cart: CheckoutCart, isHolder: boolean): Discounts {
  const { entitlement, marginBp, now, timeZone } = place;
  const isAll = place.program.scope === undefined;
  const asked: CheckoutCart = {
    ...cart,
    // Only what some program is not about has its mark.
    lines: cart.lines.map((line) => (isAll && line.kind === 'outside' ? { ...line, kind: 'goods' } : line)),
    day: dayOf(now, timeZone),
    rules: { ...cart.rules, marginBp: marginBp ?? 0, floorOn: marginBp !== null },
    loggedIn: isHolder ? entitlement : null,
    statement: { storefront: null, checkout: null },
  };
  const isCapped = place.program.caps !== undefined;
  const runner = isCapped ? runners.capped : runners.plain;
  return applied(asked, runner.run(inputOf(asked, {}, isCapped ? cappedQuery : inputQuery))).discounts;
}

/** What the cart gets in a simulation of the same past; a simulation knows purchases as a whole. */
export function simulationSays(place: Place, lines: Lines, mode: 'with_program' | 'as_happened'): number {
  const { program, past, marginBp, now, pastDiscountMinor } = place;
  const history = historyOf([...past, asTold('99', now, lines)]);
  const { customers } = simulate(program, history, { mode, marginBp, tell: () => undefined });
  const all = customers[0]?.discountMinor ?? 0;
  return mode === 'with_program' ? all - pastDiscountMinor : all;
}

import type { Currencies } from '../world/money.ts';
import type { ShopState } from '../world/state.ts';
import { type Allocation, type Application, applyOutput } from './apply-output.ts';
import { currenciesOf, type StockedLine } from './cart-lines.ts';
import { cartLineGid, type FunctionCart } from './function-root.ts';
import { type DeployedFunction, type FunctionFailure, runDiscounts } from './run-discounts.ts';

/** A line with what it costs, in minor units of the shopper's currency. */
export type CartLinePrice = StockedLine & {
  readonly fullMinor: number;
  readonly discountMinor: number;
  readonly totalMinor: number;
  /** What the shopper reads beside each discount. */
  readonly discounts: readonly { readonly title: string; readonly amountMinor: number; readonly application: number }[];
};

export type CartPrice = {
  readonly currencies: Currencies;
  readonly lines: readonly CartLinePrice[];
  readonly fullMinor: number;
  readonly discountMinor: number;
  readonly totalMinor: number;
  readonly applications: readonly Application[];
  readonly failures: readonly FunctionFailure[];
  /** Those that were put in; one that is unknown, used up or gives nothing here does not apply. */
  readonly codes: readonly { readonly code: string; readonly isApplicable: boolean }[];
};

const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);

/** What a cart costs now: prices of the shop, then what the Function of its active discounts gives. */
export async function priceCart(
  deployed: readonly DeployedFunction[],
  state: ShopState,
  cart: FunctionCart,
  now: number,
): Promise<CartPrice> {
  const currencies = currenciesOf(state.facts, cart.cart.currency);
  const { runs, failures } = await runDiscounts(deployed, state, cart, now);
  const bare = cart.lines.map(({ line, unitMinor }) => ({ id: cartLineGid(line), quantity: line.quantity, unitMinor }));
  const { allocations, applications, notes } = applyOutput(bare, currencies, runs);
  const lines = cart.lines.map((line) => linePrice(line, allocations, applications));
  return {
    currencies,
    lines,
    fullMinor: sum(lines.map(({ fullMinor }) => fullMinor)),
    discountMinor: sum(lines.map(({ discountMinor }) => discountMinor)),
    totalMinor: sum(lines.map(({ totalMinor }) => totalMinor)),
    applications,
    failures: [...failures, ...notes],
    codes: cart.cart.codes.map((code) => ({ code, isApplicable: applications.some((each) => each.code === code) })),
  };
}

function linePrice(
  stocked: StockedLine,
  allocations: readonly Allocation[],
  applications: readonly Application[],
): CartLinePrice {
  const mine = allocations.filter(({ lineId }) => lineId === cartLineGid(stocked.line));
  const fullMinor = stocked.line.quantity * stocked.unitMinor;
  const discountMinor = sum(mine.map(({ amountMinor }) => amountMinor));
  const discounts = mine.map(({ amountMinor, application }) => ({
    title: applications[application]?.title ?? '',
    amountMinor,
    application,
  }));
  return { ...stocked, fullMinor, discountMinor, totalMinor: fullMinor - discountMinor, discounts };
}

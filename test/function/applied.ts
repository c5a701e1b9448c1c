import { applyOutput } from '../sandbox/storefront/apply-output.ts';
import { readFunctionOutput } from '../sandbox/storefront/function-output.ts';
import { loadFunctionSchema } from '../sandbox/storefront/function-schema.ts';
import { runInNode, runInQuickJs } from '../support/run-function.ts';
import type { CheckoutCart } from './checkout-cart.ts';
import { inputOf } from './function-input.ts';

/** What a run came to. `discounts`: minor units for each line of the cart, in its order. */
export type Applied = {
  readonly output: unknown;
  readonly discounts: readonly number[];
  readonly totalMinor: number;
  readonly messages: readonly string[];
};

/** Lets Shopify's stand-in give a cart what the Function answered; throws where Shopify would refuse the answer. */
export function applied(cart: CheckoutCart, output: unknown): Applied {
  const read = readFunctionOutput(loadFunctionSchema(), output);
  if (!read.ok) throw new Error(`Shopify refuses the output: ${read.error}`);
  const currencies = { shop: cart.rules.currency, presentment: cart.currency, rate: cart.rate };
  const run = { nodeId: 1, code: null, title: 'Regulars', classes: ['PRODUCT'], operations: read.value };
  const { allocations, applications } = applyOutput(cart.lines, currencies, [run]);
  const given = new Map(allocations.map(({ lineId, amountMinor }) => [lineId, amountMinor]));
  const discounts = cart.lines.map(({ id }) => given.get(id) ?? 0);
  const totalMinor = discounts.reduce((sum, minor) => sum + minor, 0);
  return { output, discounts, totalMinor, messages: [...new Set(applications.map(({ title }) => title))] };
}

/** Runs a bundle over a cart in both engines; throws unless they answer the same. */
export async function runBoth(bundle: string, cart: CheckoutCart): Promise<Applied> {
  const input = inputOf(cart);
  const [quickJs, node] = [await runInQuickJs(bundle, input), runInNode(bundle, input)];
  if (JSON.stringify(quickJs) !== JSON.stringify(node))
    throw new Error(`two engines, two answers: ${JSON.stringify(quickJs)} and ${JSON.stringify(node)}`);
  return applied(cart, quickJs);
}

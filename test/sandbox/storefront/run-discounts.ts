import { gid } from '../world/gid.ts';
import { findCode, isUsable } from '../world/operations/redeem-codes.ts';
import type { ShopState } from '../world/state.ts';
import type { DiscountNode } from '../world/things.ts';
import type { DiscountRun } from './apply-output.ts';
import { buildFunctionInput } from './function-input.ts';
import { readFunctionOutput } from './function-output.ts';
import { type FunctionCart, functionRoot, type RunFor } from './function-root.ts';
import { loadFunctionSchema } from './function-schema.ts';

const OUTPUT_BYTES_MAX = 20_000;
const LINES_BEFORE_SCALING = 200;

/** The extension as a shop would have it deployed. */
export type DeployedFunction = {
  readonly handle: string;
  readonly inputQuery: () => Promise<string>;
  /** The built bundle's text. */
  readonly bundle: () => Promise<string>;
  /** Runs a bundle over an input in the engine of Shopify's; throws what the engine threw. */
  readonly run: (bundle: string, input: unknown) => Promise<unknown>;
};

/** A run that gave nothing, and why; Shopify keeps such in the discount's error history. */
export type FunctionFailure = { readonly nodeId: number; readonly why: string };

export type DiscountRuns = { readonly runs: readonly DiscountRun[]; readonly failures: readonly FunctionFailure[] };

/**
 * Runs a Function once for each active automatic discount of the shop, then once for each code of the cart that may be
 * used. A Function that fails, or whose output is too long or not what the schema says, gives no discount: the shopper
 * pays the full price and is told nothing.
 */
export async function runDiscounts(
  deployed: readonly DeployedFunction[],
  state: ShopState,
  cart: FunctionCart,
  now: number,
): Promise<DiscountRuns> {
  const runs: DiscountRun[] = [];
  const failures: FunctionFailure[] = [];
  if (cart.lines.length === 0 || state.installation === null) return { runs, failures };
  for (const asked of [...automaticOnes(state), ...codeOnes(state, cart.cart.codes)]) {
    const { node, code } = asked;
    const theFunction = deployed.find(({ handle }) => handle === node.functionHandle);
    if (theFunction === undefined || !isItsTime(node, now)) continue;
    try {
      const operations = await runOne(theFunction, state, cart, asked, now);
      runs.push({ nodeId: node.id, code, title: node.title, classes: node.classes, operations });
    } catch (cause) {
      failures.push({ nodeId: node.id, why: cause instanceof Error ? cause.message : String(cause) });
    }
  }
  return { runs, failures };
}

const isItsTime = ({ startsAt, endsAt }: DiscountNode, now: number): boolean =>
  startsAt <= now && (endsAt === null || now < endsAt);

const automaticOnes = ({ discounts }: ShopState): RunFor[] =>
  [...discounts.values()].map((node) => ({ node, owner: gid('DiscountAutomaticNode', node.id), code: null }));

/** A code that was used as often as it may is no code any more. */
const codeOnes = (state: ShopState, codes: readonly string[]): RunFor[] =>
  codes.flatMap((typed) => {
    const found = findCode(state, typed);
    if (found === null || !isUsable(found.discount, found.code)) return [];
    return [{ node: found.discount, owner: gid('DiscountCodeNode', found.discount.id), code: typed }];
  });

async function runOne(
  deployed: DeployedFunction,
  state: ShopState,
  cart: FunctionCart,
  asked: RunFor,
  now: number,
): Promise<DiscountRun['operations']> {
  const [query, bundle] = await Promise.all([deployed.inputQuery(), deployed.bundle()]);
  const count = cart.lines.length;
  const input = buildFunctionInput(loadFunctionSchema(), query, functionRoot(state, cart, asked, now), count);
  const output = await deployed.run(bundle, input);
  const bytes = Buffer.byteLength(JSON.stringify(output ?? null));
  const max = OUTPUT_BYTES_MAX * Math.max(1, count / LINES_BEFORE_SCALING);
  if (bytes > max) throw new Error(`OutputTooLarge: the output has ${bytes} bytes, at most ${max}`);
  const read = readFunctionOutput(loadFunctionSchema(), output);
  if (!read.ok) throw new Error(`InvalidOutput: ${read.error}`);
  return read.value;
}

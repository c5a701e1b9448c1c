import { getQuickJS } from 'quickjs-emscripten';

const MEMORY_MAX = 10_000_000;
const STACK_MAX = 512_000;
const TIMES = 100;

/** `ticks`: how often the engine looks up while a bundle runs a hundred times; one is some 10,000 of its steps. */
export type Workshop = { readonly ticks: (input: unknown) => number; readonly close: () => void };

/**
 * Counts the work of a bundle in Shopify's engine family, under its limits. The same bundle and input always take the
 * same; good for seeing that something became dearer, not for comparing with Shopify's own limit.
 */
export async function createWorkshop(bundle: string): Promise<Workshop> {
  const runtime = (await getQuickJS()).newRuntime();
  runtime.setMemoryLimit(MEMORY_MAX);
  runtime.setMaxStackSize(STACK_MAX);
  let seen = 0;
  runtime.setInterruptHandler(() => {
    seen += 1;
    return false;
  });
  return {
    ticks: (input) => {
      const context = runtime.newContext();
      try {
        const text = JSON.stringify(JSON.stringify(input));
        const shim = `globalThis.ShopifyFunction = { readInput: () => JSON.parse(${text}), writeOutput: () => {} };`;
        context.unwrapResult(context.evalCode(shim)).dispose();
        seen = 0;
        for (let i = 0; i < TIMES; i += 1) context.unwrapResult(context.evalCode(bundle)).dispose();
        return seen;
      } finally {
        context.dispose();
      }
    },
    close: () => runtime.dispose(),
  };
}

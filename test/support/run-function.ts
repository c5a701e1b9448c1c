import vm from 'node:vm';
import { getQuickJS } from 'quickjs-emscripten';

/** Shopify's limits for a Function (facts 3.4); an endless loop ends after so many ticks. */
const MEMORY_MAX = 10_000_000;
const STACK_MAX = 512_000;
const TICKS_MAX = 5000;

/** Runs a built bundle in the engine family that Shopify uses; throws what the bundle throws. */
export async function runInQuickJs(bundle: string, input: unknown): Promise<unknown> {
  const runtime = (await getQuickJS()).newRuntime();
  runtime.setMemoryLimit(MEMORY_MAX);
  runtime.setMaxStackSize(STACK_MAX);
  let ticks = 0;
  runtime.setInterruptHandler(() => {
    ticks += 1;
    return ticks > TICKS_MAX;
  });
  const context = runtime.newContext();
  const shim = `var __out = 'null'; globalThis.ShopifyFunction = {
    readInput: () => JSON.parse(${JSON.stringify(JSON.stringify(input))}),
    writeOutput: (value) => { __out = JSON.stringify(value); } };`;
  try {
    const handle = context.unwrapResult(context.evalCode(`${shim}\n${bundle}\n__out;`));
    const json = context.getString(handle);
    handle.dispose();
    return JSON.parse(json);
  } finally {
    context.dispose();
    runtime.dispose();
  }
}

/** Runs a built bundle in an empty context of this engine. */
export function runInNode(bundle: string, input: unknown): unknown {
  let out = 'null';
  const context = vm.createContext({
    ShopifyFunction: {
      readInput: () => JSON.parse(JSON.stringify(input)),
      writeOutput: (value: unknown) => {
        out = JSON.stringify(value);
      },
    },
  });
  vm.runInContext(bundle, context, { timeout: 1000 });
  return JSON.parse(out);
}

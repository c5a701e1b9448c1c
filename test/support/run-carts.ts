import { getQuickJS } from 'quickjs-emscripten';

/** A bundle that is read once and run over one input after the other; what it leaves behind stays for the next one. */
export type Runner = { readonly run: (input: unknown) => unknown; readonly close: () => void };

const CARTS_PER_ENGINE = 50;
const MEMORY_MAX = 10_000_000;
const STACK_MAX = 512_000;

/** Runs it in the engine family that Shopify uses, under its limits, so many carts in each engine before a new one. */
export async function createQuickJsRunner(bundle: string): Promise<Runner> {
  const engine = await getQuickJS();
  const start = () => {
    const runtime = engine.newRuntime();
    runtime.setMemoryLimit(MEMORY_MAX);
    runtime.setMaxStackSize(STACK_MAX);
    return { runtime, context: runtime.newContext() };
  };
  let [at, runs] = [start(), 0];
  const close = (): void => {
    at.context.dispose();
    at.runtime.dispose();
  };
  return {
    run: (input) => {
      if (runs === CARTS_PER_ENGINE) {
        close();
        [at, runs] = [start(), 0];
      }
      runs += 1;
      const shim = `var __out = 'null'; globalThis.ShopifyFunction = {
        readInput: () => JSON.parse(${JSON.stringify(JSON.stringify(input))}),
        writeOutput: (value) => { __out = JSON.stringify(value); } };`;
      const handle = at.context.unwrapResult(at.context.evalCode(`${shim}\n${bundle}\n__out;`));
      const json = at.context.getString(handle);
      handle.dispose();
      return JSON.parse(json) as unknown;
    },
    close,
  };
}

import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { transform } from '@swc/core';
import { build } from 'esbuild';

/**
 * What ties a Function to Shopify's engine, with the contract of `@shopify/shopify_function/run`. Input and output
 * are kept to the end: giving hundreds of lines back one by one costs as much as working out their discounts.
 */
const shim = `import { cartLinesDiscountsGenerateRun } from './src/index.ts';
const input = ShopifyFunction.readInput();
const output = cartLinesDiscountsGenerateRun(input);
ShopifyFunction.writeOutput(output);
globalThis.kept = [input, output];`;

/**
 * Makes it cheap to read: checkout pays some 5,000 instructions for every function of the bundle and more for every
 * `let` than for a `var`. So functions that are used once go where they are used, and blocks keep no names.
 */
async function shrink(script: string): Promise<string> {
  const flat = await transform(script, {
    isModule: true,
    env: { targets: { chrome: '120' }, include: ['transform-block-scoping'] },
  });
  const compress = { passes: 4, toplevel: true, module: true, unsafe: true, pure_getters: true, keep_fargs: false };
  const small = await transform(flat.code, {
    isModule: true,
    minify: true,
    jsc: { target: 'es2022', minify: { compress, mangle: { toplevel: true } } },
  });
  return small.code;
}

/**
 * Bundles the Function of a folder, and the part of the core it carries, into one script, and answers the script.
 * `neutral` makes anything of Node's fail here rather than in Shopify's engine.
 */
export async function bundleFunction(folder: string, output: string): Promise<string> {
  const result = await build({
    stdin: { contents: shim, resolveDir: folder, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    legalComments: 'none',
  });
  const script = await shrink(result.outputFiles[0]?.text ?? '');
  await mkdir(dirname(output), { recursive: true });
  // Whole or not at all: a sandbox in another process may read it at this moment.
  const unfinished = `${output}.${process.pid}`;
  await writeFile(unfinished, script);
  await rename(unfinished, output);
  return script;
}

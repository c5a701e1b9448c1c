import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInQuickJs } from '../../support/run-function.ts';
import type { DeployedFunction } from './run-discounts.ts';

const top = join(import.meta.dirname, '..', '..', '..');
const folder = join(top, 'extension', 'discount-function');

/**
 * The Function as the last build left it, with the input query of its source, run in QuickJS with Shopify's limits.
 * Read anew for each run, so that a rebuilt one is used at once; while there is none, no discount is given.
 */
export const builtFunction: DeployedFunction = {
  handle: 'regulars-discount',
  inputQuery: () => readFile(join(folder, 'src', 'cart_lines_discounts_generate_run.graphql'), 'utf8'),
  bundle: () => readFile(join(top, 'dist', 'function', 'function.js'), 'utf8'),
  run: runInQuickJs,
};

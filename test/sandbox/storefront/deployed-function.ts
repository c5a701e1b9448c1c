import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInQuickJs } from '../../support/run-function.ts';
import type { DeployedFunction } from './run-discounts.ts';

const top = join(import.meta.dirname, '..', '..', '..');

/**
 * A Function as the last build left it, with the input query of its source, run in QuickJS with Shopify's limits.
 * Read anew for each run, so that a rebuilt one is used at once; while there is none, no discount is given.
 */
const built = (handle: string, folder: string, script: string): DeployedFunction => ({
  handle,
  inputQuery: () =>
    readFile(join(top, 'extension', folder, 'src', 'cart_lines_discounts_generate_run.graphql'), 'utf8'),
  bundle: () => readFile(join(top, 'dist', 'function', script), 'utf8'),
  run: runInQuickJs,
});

/** The shop's one automatic discount. */
export const builtFunction = built('regulars-discount', 'discount-function', 'function.js');

/** What codes stand for: a percentage once, or a gift. */
const builtRewardFunction = built('regulars-reward', 'reward-function', 'reward-function.js');

const builtGiftFunction = built('regulars-gift', 'gift-function', 'gift-function.js');

/** Percentages under a cap. */
const builtCappedFunction = built('regulars-capped', 'capped-function', 'capped-function.js');

export const builtFunctions: readonly DeployedFunction[] = [
  builtFunction,
  builtCappedFunction,
  builtRewardFunction,
  builtGiftFunction,
];

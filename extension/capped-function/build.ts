import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFunction } from '../bundle-function.ts';

const output = join('dist', 'function', 'capped-function.js');

/** Bundles the Function of discounts under a cap into `dist/function/capped-function.js`, and answers the script. */
export const buildCappedFunction = (): Promise<string> =>
  bundleFunction(import.meta.dirname, resolve(import.meta.dirname, '..', '..', output));

const isCalled = process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url);
if (isCalled) console.log(`${output}: ${(await buildCappedFunction()).length} bytes`);

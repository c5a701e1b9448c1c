import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFunction } from '../bundle-function.ts';

const output = join('dist', 'function', 'gift-function.js');

/** Bundles the Function of the codes that give a product away, `dist/function/gift-function.js`; answers the script. */
export const buildGiftFunction = (): Promise<string> =>
  bundleFunction(import.meta.dirname, resolve(import.meta.dirname, '..', '..', output));

const isCalled = process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url);
if (isCalled) console.log(`${output}: ${(await buildGiftFunction()).length} bytes`);

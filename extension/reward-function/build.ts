import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFunction } from '../bundle-function.ts';

const output = join('dist', 'function', 'reward-function.js');

/** Bundles the Function that codes run into `dist/function/reward-function.js`, and answers the script. */
export const buildRewardFunction = (): Promise<string> =>
  bundleFunction(import.meta.dirname, resolve(import.meta.dirname, '..', '..', output));

const isCalled = process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url);
if (isCalled) console.log(`${output}: ${(await buildRewardFunction()).length} bytes`);

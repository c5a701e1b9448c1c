import { buildCappedFunction } from './capped-function/build.ts';
import { buildFunction } from './discount-function/build.ts';
import { buildGiftFunction } from './gift-function/build.ts';
import { buildRewardFunction } from './reward-function/build.ts';

/** Bundles every Function, as a shop has them deployed together. */
export async function buildFunctions(): Promise<void> {
  await Promise.all([buildFunction(), buildRewardFunction(), buildGiftFunction(), buildCappedFunction()]);
}

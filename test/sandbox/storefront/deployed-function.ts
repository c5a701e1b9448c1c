import type { DeployedFunction } from './run-discounts.ts';

export const builtFunction: DeployedFunction = {
  handle: 'loyalty-discount',
  inputQuery: async () => '',
  bundle: async () => '',
  run: async () => {
    throw new Error('not built');
  },
};

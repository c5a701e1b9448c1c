import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { createEraseCustomer } from './erase-customer.ts';
import { createEraseShop } from './erase-shop.ts';
import { createExportCustomer } from './export-customer.ts';

type PrivacyUseCases = Pick<UseCases, 'exportCustomer' | 'eraseCustomer' | 'eraseShop'>;

/** Shopify's three privacy requests, done for real. */
export function createPrivacyUseCases(deps: UseCaseDeps & Pick<UseCases, 'refreshStanding'>): PrivacyUseCases {
  return {
    exportCustomer: createExportCustomer(deps),
    eraseCustomer: createEraseCustomer(deps),
    eraseShop: createEraseShop(deps),
  };
}

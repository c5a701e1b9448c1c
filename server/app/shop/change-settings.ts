import { ok } from '../../../shared/domain/result.ts';
import { AppError } from '../ports/app-error.ts';
import { sweepAt } from '../program/sweep-at.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import type { PrepareCheckout } from './prepare-checkout.ts';
import { readSettings } from './read-settings.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'log' | 'askForSweep'>;

/**
 * The sweep is asked for before the change (decision 0038); checkout is told after it, each time, so that saving once
 * more after a failure of Shopify's makes it good. The failure is thrown: nobody shall believe in a floor that checkout
 * does not know of.
 */
export function createChangeSettings(deps: Deps, prepareCheckout: PrepareCheckout): UseCases['changeSettings'] {
  const { shops } = deps.stores;
  return async (shop, typed) => {
    const read = readSettings(typed);
    if (!read.ok) return read;
    const known = await shops.find(shop);
    if (known === null) throw new AppError('unknown_shop', false);
    const settings = read.value;
    if (settings.owedCounts !== known.settings.owedCounts) await deps.askForSweep(shop, sweepAt(deps.clock.now()));
    await shops.change(shop, { settings });
    deps.log.info('shop.settings_changed', { shop });
    await prepareCheckout(shop);
    return ok(settings);
  };
}

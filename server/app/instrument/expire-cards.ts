import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import { eachOf } from '../each-of.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

const BATCH_MAX = 200;
const AT_ONCE = 8;
/** Longer than a batch takes. */
const SWEEP_AHEAD_MS = 60_000;

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'log' | 'askForSweep'> & Pick<UseCases, 'refreshStanding'>;

/**
 * Cards whose last instant has passed. From that instant on they give nothing anyway; here their state says so and the
 * holders lose what the card gave. A card that has expired is not found again, so before holders are touched a sweep is
 * asked for, which makes good whatever a crash leaves undone (decision 0038). Answers how many cards it ended.
 */
export function createExpireCards(deps: Deps): UseCases['expireCards'] {
  const { stores, clock, askForSweep } = deps;
  return async (shop) => {
    let expired = 0;
    for (;;) {
      const now = clock.now();
      const due = await stores.cards.due(shop, now, BATCH_MAX);
      if (due.some((card) => card.customerId !== null)) await askForSweep(shop, now + SWEEP_AHEAD_MS);
      const before = expired;
      await eachOf(due, AT_ONCE, async (card) => {
        if (await expire(deps, shop, card, now)) expired += 1;
      });
      // A card that somebody else changes at this moment is due again, and the next run's.
      if (expired === before) break;
    }
    if (expired > 0) deps.log.info('card.expired', { shop, count: expired });
    return expired;
  };
}

async function expire({ stores, refreshStanding }: Deps, shop: ShopId, card: Card, at: Instant): Promise<boolean> {
  const { customerId } = card;
  const event = { at, by: null, kind: 'expired', customerId, note: '' } as const;
  if ((await stores.cards.change(shop, card, { state: 'expired' }, event)) === 'stale') return false;
  if (customerId !== null) await refreshStanding(shop, customerId, { kind: 'card_expired', number: card.number }, null);
  return true;
}

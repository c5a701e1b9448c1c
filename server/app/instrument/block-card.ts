import { checkBlockable } from '../../../shared/domain/instrument/card-life.ts';
import { ok } from '../../../shared/domain/result.ts';
import type { By } from '../by.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { changeCard, type DecideCard } from './change-card.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'log'> & Pick<UseCases, 'refreshStanding'>;
type Block = { readonly blocked: boolean; readonly by: By; readonly note: string };

/**
 * A card that gives nothing any more, or does again: to whoever held it, or as the blank it was. Whose purchases were
 * made with it stays as it is.
 */
export function createBlockCard(deps: Deps): UseCases['blockCard'] {
  return async (shop, number, blocked, note, by) => {
    const changed = await changeCard(deps.stores.cards, shop, number, toBlock({ blocked, by, note }, deps));
    if (!changed.ok) return changed;
    const { customerId } = changed.value;
    const kind = blocked ? 'card_blocked' : 'card_unblocked';
    if (customerId !== null) await deps.refreshStanding(shop, customerId, { kind, number }, by);
    deps.log.info(blocked ? 'card.blocked' : 'card.unblocked', { shop, customerId, by });
    return changed;
  };
}

const toBlock =
  ({ blocked, by, note }: Block, { clock }: Deps): DecideCard =>
  (card) => {
    const checked = checkBlockable(card, blocked);
    if (!checked.ok) return checked;
    if (checked.value === 'already') return ok(null);
    const { customerId } = card;
    const free = customerId === null ? 'emitted' : 'issued';
    return ok({
      fields: { state: blocked ? 'blocked' : free },
      event: { at: clock.now(), by, kind: blocked ? 'blocked' : 'unblocked', customerId, note },
    });
  };

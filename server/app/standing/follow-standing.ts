import type { ShopId } from '../../../shared/domain/ids.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts';
import type { CustomerStanding } from '../../../shared/domain/standing/standing.ts';
import type { CustomerFigures } from '../ports/read-models.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { isSame } from './compare-standings.ts';
import { tellsTheSame } from './entitlement-of.ts';
import { figuresOf } from './figures-of.ts';
import type { Known } from './read-facts.ts';

export type Followed = {
  readonly known: Known;
  /** The last entry before this one. */
  readonly last: JournalEntry | null;
  readonly stored: StoredStanding;
};

/**
 * What follows from the journal: checkout is to be told, lists show the figures, the copy moves forward. The copy is
 * written last: that it is up to date says that the other two are. So whoever finds it behind tells checkout again.
 */
export function createFollowStanding(deps: Pick<UseCaseDeps, 'stores' | 'clock' | 'nudgeOutbox'>) {
  const { outbox, readModels, standings } = deps.stores;
  return async (shop: ShopId, { known, last, stored }: Followed): Promise<void> => {
    const { customer, copy, timeZone, figures } = known;
    const isTold = isUpToDate(copy, last) && tellsTheSame(copy?.standing ?? nothing(stored), stored.standing, timeZone);
    const shown = figuresOf({ stored, ...known });
    await Promise.all([
      isSameToSee(figures, shown) ? null : readModels.putFigures(shop, customer.id, shown),
      isTold ? null : outbox.put(shop, customer.id, stored.sequence, deps.clock.now()),
    ]);
    if (copy === null || !isSame(copy, stored)) await standings.put(shop, stored);
    if (!isTold) deps.nudgeOutbox();
  };
}

/** Only `asOf` differs. */
const isSameToSee = (known: CustomerFigures, shown: CustomerFigures): boolean =>
  JSON.stringify({ ...shown, asOf: 0 }) === JSON.stringify({ ...inOrder(shown, known), asOf: 0 });

/** A store may give the fields back in another order. */
const inOrder = (like: CustomerFigures, figures: CustomerFigures) =>
  Object.fromEntries(Object.keys(like).map((name) => [name, figures[name as keyof CustomerFigures]]));

const nothing = ({ standing }: StoredStanding): CustomerStanding => ({ asOf: standing.asOf, standings: [] });

const isUpToDate = (copy: StoredStanding | null, last: JournalEntry | null): boolean =>
  (copy?.sequence ?? 0) >= (last?.sequence ?? 0);

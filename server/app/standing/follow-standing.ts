import type { ShopId } from '../../../shared/domain/ids.ts';
import type { CustomerFigures } from '../ports/read-models.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { isSame } from './compare-standings.ts';
import { tellsTheSame } from './entitlement-of.ts';

export type Followed = {
  readonly stored: StoredStanding;
  /** The copy as it lies. */
  readonly copy: StoredStanding | null;
  /** The journal's last number before this. */
  readonly lastSequence: number;
  /** What lists are to show, and what they show now; null: not looked at. */
  readonly shown: CustomerFigures;
  readonly figures: CustomerFigures | null;
  readonly timeZone: string;
};

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'nudgeOutbox'>;

/**
 * What follows from the journal: checkout is to be told, lists show the figures, the copy moves forward. The copy is
 * written last: that it is up to date says that the other two are. So whoever finds it behind tells checkout again.
 */
export function createFollowStanding(deps: Deps): (shop: ShopId, followed: Followed) => Promise<void> {
  const { outbox, readModels, standings } = deps.stores;
  return async (shop, followed) => {
    const { stored, copy, figures, shown } = followed;
    const isTold = isToldAlready(followed);
    await Promise.all([
      figures !== null && isSameToSee(figures, shown) ? null : readModels.putFigures(shop, stored.customerId, shown),
      isTold ? null : outbox.put(shop, stored.customerId, stored.sequence, deps.clock.now()),
    ]);
    if (copy === null || !isSame(copy, stored)) await standings.put(shop, stored);
    if (!isTold) deps.nudgeOutbox();
  };
}

/** The same for many customers of a shop in three writes. */
export function createFollowMany(deps: Deps): (shop: ShopId, many: readonly Followed[]) => Promise<void> {
  const { outbox, readModels, standings } = deps.stores;
  return async (shop, many) => {
    if (many.length === 0) return;
    const untold = many.filter((one) => !isToldAlready(one)).map(({ stored }) => stored);
    await Promise.all([
      readModels.putFiguresMany(
        shop,
        many.map(({ stored, shown }) => ({ customerId: stored.customerId, figures: shown })),
      ),
      untold.length === 0 ? null : outbox.putMany(shop, untold, deps.clock.now()),
    ]);
    await standings.putMany(
      shop,
      many.map(({ stored }) => stored),
    );
    if (untold.length > 0) deps.nudgeOutbox();
  };
}

function isToldAlready({ copy, lastSequence, stored, timeZone }: Followed): boolean {
  const before = copy?.standing ?? { asOf: stored.standing.asOf, standings: [] };
  return (copy?.sequence ?? 0) >= lastSequence && tellsTheSame(before, stored.standing, timeZone);
}

/** Only `asOf` differs. */
const isSameToSee = (known: CustomerFigures, shown: CustomerFigures): boolean =>
  JSON.stringify({ ...shown, asOf: 0 }) === JSON.stringify({ ...inOrder(shown, known), asOf: 0 });

/** A store may give the fields back in another order. */
const inOrder = (like: CustomerFigures, figures: CustomerFigures) =>
  Object.fromEntries(Object.keys(like).map((name) => [name, figures[name as keyof CustomerFigures]]));

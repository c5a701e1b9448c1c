import type { CustomerId, Instant } from '../../../shared/domain/ids.ts';
import type { CustomerStanding } from '../../../shared/domain/standing/standing.ts';
import { eachOf } from '../each-of.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { createCatchUp, type Different } from './catch-up.ts';
import { isSameForAll } from './compare-standings.ts';
import { isNobody } from './read-facts.ts';
import { createReadPiece, factsIn, hasFacts, type Piece } from './read-piece.ts';
import { emptyStanding, workOut } from './work-out.ts';

const AT_ONCE = 8;

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'ids' | 'nudgeOutbox'> & Pick<UseCases, 'refreshStanding'>;

/**
 * Works everybody's standing out from the facts, a piece of the shop at a time, the next one being read meanwhile.
 * Neither who is up to date nor who is not costs a query of their own. It may run beside anything else, be cut short
 * and begin again: whoever somebody else moves meanwhile is refreshed the usual way.
 */
export function createRebuildStandings(deps: Deps): UseCases['rebuildStandings'] {
  const readPiece = createReadPiece(deps.stores);
  const catchUp = createCatchUp(deps);
  return async (shop) => {
    const total = { customers: 0, purchases: 0, different: 0 };
    let coming = readPiece(shop, null);
    for (;;) {
      const piece = await coming;
      if (piece === null) return total;
      coming = ahead(readPiece(shop, piece.ids.at(-1) ?? null));
      const asOf = deps.clock.now();
      const different = piece.ids.flatMap((id) => compare(piece, id, asOf) ?? []);
      const left = await catchUp(shop, piece, different);
      await eachOf(left, AT_ONCE, async (id) => {
        await deps.refreshStanding(shop, id, { kind: 'rebuilt' }, null);
      });
      total.customers += piece.ids.length;
      total.purchases += [...piece.purchases.values()].reduce((sum, { length }) => sum + length, 0);
      total.different += different.length;
    }
  };
}

/** Read while something else may fail: then nobody waits for it any more. */
function ahead<T>(coming: Promise<T>): Promise<T> {
  coming.catch(() => undefined);
  return coming;
}

/** Null where the copy says what the facts say, and belongs to the journal's last entry. */
function compare(piece: Piece, customerId: CustomerId, now: Instant): Different | null {
  const copy = piece.copies.get(customerId) ?? null;
  const sequence = piece.sequences.get(customerId) ?? 0;
  const standing = standingOf(piece, customerId, Math.max(now, copy?.standing.asOf ?? 0));
  const isBlank = copy === null && sequence === 0 && standing.standings.length === 0;
  if (isBlank && !hasFacts(piece, customerId)) return null;
  if (copy?.sequence === sequence && isSameForAll(copy.standing, standing)) return null;
  return { customerId, standing };
}

function standingOf(piece: Piece, id: CustomerId, asOf: Instant): CustomerStanding {
  const state = piece.states.get(id);
  if (state !== undefined && isNobody({ state })) return emptyStanding(asOf);
  return workOut(piece.versions, factsIn(piece, id), asOf);
}

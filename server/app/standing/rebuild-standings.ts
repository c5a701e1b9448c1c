import type { CustomerId, Instant } from '../../../shared/domain/ids.ts';
import type { Cause } from '../../../shared/domain/journal/journal.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { CustomerStanding } from '../../../shared/domain/standing/standing.ts';
import { eachOf } from '../each-of.ts';
import type { CustomerKey } from '../ports/customer-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { causeOfDifference } from './cause-of-difference.ts';
import { isSameForAll } from './compare-standings.ts';
import { heldCards } from './held-cards.ts';
import { isNobody } from './read-facts.ts';
import { createReadPiece, type Piece } from './read-piece.ts';
import { emptyStanding, workOut } from './work-out.ts';

const AT_ONCE = 8;

type Deps = Pick<UseCaseDeps, 'stores' | 'clock'> & Pick<UseCases, 'refreshStanding'>;

/** What every customer of the shop is judged by; read once. */
type Terms = { readonly versions: readonly ProgramVersion[]; readonly owedCounts: boolean; readonly asOf: Instant };

type Different = { readonly customerId: CustomerId; readonly cause: Cause };

/**
 * Works everybody's standing out from the facts, a piece of the shop at a time, the next one being read meanwhile. Who
 * is up to date costs no query of their own; who is not goes the usual way, so a rebuild may run beside anything else,
 * be cut short and begin again.
 */
export function createRebuildStandings(deps: Deps): UseCases['rebuildStandings'] {
  const { stores, clock } = deps;
  const readPiece = createReadPiece(stores);
  return async (shop) => {
    const [versions, settings] = await Promise.all([stores.programs.allVersions(shop), stores.shops.find(shop)]);
    const total = { customers: 0, purchases: 0, different: 0 };
    let coming = readPiece(shop, null);
    for (;;) {
      const piece = await coming;
      const last = piece.keys.at(-1);
      if (last === undefined) return total;
      coming = ahead(readPiece(shop, last.id));
      const terms = { versions, owedCounts: settings?.settings.owedCounts ?? false, asOf: clock.now() };
      const different = piece.keys.flatMap((key) => compare(piece, key, terms) ?? []);
      await eachOf(different, AT_ONCE, async ({ customerId, cause }) => {
        await deps.refreshStanding(shop, customerId, cause, null);
      });
      total.customers += piece.keys.length;
      total.purchases += piece.purchaseCount;
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
function compare(piece: Piece, key: CustomerKey, terms: Terms): Different | null {
  const copy = piece.copies.get(key.id) ?? null;
  const sequence = piece.sequences.get(key.id) ?? 0;
  const standing = standingOf(piece, key, { ...terms, asOf: Math.max(terms.asOf, copy?.standing.asOf ?? 0) });
  if (copy === null && sequence === 0 && !piece.hasFacts(key.id) && standing.standings.length === 0) return null;
  if (copy?.sequence === sequence && isSameForAll(copy.standing, standing)) return null;
  return { customerId: key.id, cause: causeOfDifference(copy?.standing ?? null, standing) };
}

function standingOf(piece: Piece, key: CustomerKey, { versions, owedCounts, asOf }: Terms): CustomerStanding {
  if (isNobody(key)) return emptyStanding(asOf);
  const facts = {
    purchases: piece.purchases.get(key.id) ?? [],
    cards: heldCards(piece.cards.get(key.id) ?? []),
    manual: piece.manual.get(key.id) ?? [],
    owedCounts,
  };
  return workOut(versions, facts, asOf);
}

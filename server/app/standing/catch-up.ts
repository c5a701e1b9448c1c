import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts';
import type { CustomerStanding } from '../../../shared/domain/standing/standing.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { causeOfDifference } from './cause-of-difference.ts';
import { figuresOf } from './figures-of.ts';
import { createFollowMany, type Followed } from './follow-standing.ts';
import { type Last, nextEntry } from './next-entry.ts';
import { factsIn, type Piece } from './read-piece.ts';

/** Somebody whose copy says something else than the facts, or is behind the journal. */
export type Different = { readonly customerId: CustomerId; readonly standing: CustomerStanding };

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'ids' | 'nudgeOutbox'>;

type Drafted = { readonly entry: JournalEntry | null; readonly followed: Followed };

/**
 * Moves the standings of many customers of a piece at once: one write to the journal, then what follows from it.
 * Answers who could not be moved this way, because somebody else moved them meanwhile; they go one by one.
 */
export function createCatchUp(deps: Deps) {
  const { journal } = deps.stores;
  const followMany = createFollowMany(deps);
  return async (shop: ShopId, piece: Piece, different: readonly Different[]): Promise<readonly CustomerId[]> => {
    const lasts = await readLasts(deps, shop, piece, different);
    const drafted = different.flatMap((one) => draft(deps, piece, one, lasts.get(one.customerId)) ?? []);
    const entries = drafted.flatMap(({ entry }) => entry ?? []);
    const appended = entries.length === 0 ? new Set<CustomerId>() : await journal.appendMany(shop, entries);
    const moved = drafted.filter(({ entry }) => entry === null || appended.has(entry.customerId));
    await followMany(
      shop,
      moved.map(({ followed }) => followed),
    );
    const done = new Set(moved.map(({ followed }) => followed.stored.customerId));
    return different.map(({ customerId }) => customerId).filter((id) => !done.has(id));
  };
}

/**
 * What the journal said last of each: never the copy, which is what may be wrong. Only the entry whose number was read
 * before the facts counts.
 */
async function readLasts(
  { stores }: Deps,
  shop: ShopId,
  { ids, sequences }: Piece,
  different: readonly Different[],
): Promise<ReadonlyMap<CustomerId, Last>> {
  const [from, to] = [ids[0], ids.at(-1)];
  const hasEntries = different.some(({ customerId }) => sequences.has(customerId));
  if (!hasEntries || from === undefined || to === undefined) return lastsOf(different, sequences, new Map());
  return lastsOf(different, sequences, await stores.journal.lastEntries(shop, { from, to }));
}

function lastsOf(
  different: readonly Different[],
  sequences: Piece['sequences'],
  entries: ReadonlyMap<CustomerId, JournalEntry>,
): ReadonlyMap<CustomerId, Last> {
  const lasts = new Map<CustomerId, Last>();
  for (const { customerId } of different) {
    const entry = entries.get(customerId) ?? { sequence: 0, standing: null };
    if (entry.sequence === (sequences.get(customerId) ?? 0)) lasts.set(customerId, entry);
  }
  return lasts;
}

function draft(deps: Deps, piece: Piece, { customerId, standing }: Different, last: Last | undefined): Drafted | null {
  const copy: StoredStanding | null = piece.copies.get(customerId) ?? null;
  if (last === undefined || !piece.states.has(customerId) || (copy?.sequence ?? 0) > last.sequence) return null;
  const cause = causeOfDifference(copy?.standing ?? last.standing, standing);
  const { entry, stored } = nextEntry(deps, { customerId, last, standing, cause, decides: false, by: null });
  const cards = piece.cards.get(customerId) ?? [];
  const shown = figuresOf({ stored, versions: piece.versions, facts: factsIn(piece, customerId), cards });
  const { timeZone } = piece;
  return { entry, followed: { stored, copy, lastSequence: last.sequence, shown, figures: null, timeZone } };
}

import type { CustomerState } from '../../../shared/domain/customer/customer.ts';
import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import type { Redeemed } from '../../../shared/domain/offer/offer.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { Purchase } from '../../../shared/domain/purchase/purchase.ts';
import type { Facts, ManualFact } from '../../../shared/domain/standing/standing.ts';
import type { CustomerRange } from '../ports/customer-store.ts';
import type { ReferredOrder } from '../ports/fact-store.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import type { Stores } from '../ports/stores.ts';
import { readRedeemed } from '../reward/read-redeemed.ts';
import { heldCards } from './held-cards.ts';
import { withReferred } from './referred-facts.ts';

/** Large enough that a query's way does not count, small enough to hold in memory with all its purchases. */
const PIECE_MAX = 500;

/** The facts and the copies of some customers that follow one another. */
export type Piece = {
  readonly ids: readonly CustomerId[];
  /** Absent: somebody has come in between, and the customer is no longer in the piece. */
  readonly states: ReadonlyMap<CustomerId, CustomerState>;
  readonly sequences: ReadonlyMap<CustomerId, number>;
  readonly copies: ReadonlyMap<CustomerId, StoredStanding>;
  readonly purchases: ReadonlyMap<CustomerId, readonly Purchase[]>;
  readonly cards: ReadonlyMap<CustomerId, readonly Card[]>;
  readonly referred: ReadonlyMap<CustomerId, readonly ReferredOrder[]>;
  readonly manual: ReadonlyMap<CustomerId, readonly ManualFact[]>;
  readonly redeemed: ReadonlyMap<CustomerId, readonly Redeemed[]>;
  readonly versions: readonly ProgramVersion[];
  readonly owedCounts: boolean;
  readonly timeZone: string;
};

/**
 * Reads a piece of a shop in a handful of queries; null behind the last customer. The journal's numbers are read before
 * everything that a standing is worked out from, as for a single customer: so who takes the next number with what was
 * read here puts no older view on top of a newer one.
 */
export function createReadPiece(stores: Stores): (shop: ShopId, after: CustomerId | null) => Promise<Piece | null> {
  return async (shop, after) => {
    const ids = (await stores.customers.ids(shop, after, PIECE_MAX)).map(({ id }) => id);
    const [first, last] = [ids[0], ids.at(-1)];
    if (first === undefined || last === undefined) return null;
    const range = { from: first, to: last };
    const [sequences, copies] = await Promise.all([
      stores.journal.lastSequences(shop, range),
      stores.standings.ofCustomers(shop, range),
    ]);
    const [keys, purchases, referred, cards, manual, uses, versions, known] = await Promise.all([
      stores.customers.ids(shop, after, PIECE_MAX),
      readPurchases(stores, shop, range),
      readReferred(stores, shop, range),
      stores.cards.ofCustomers(shop, range),
      stores.journal.manualFactsOf(shop, range),
      stores.codes.usesOf(shop, range),
      stores.programs.allVersions(shop),
      stores.shops.find(shop),
    ]);
    const states = new Map(keys.map(({ id, state }) => [id, state]));
    const redeemed = new Map<CustomerId, readonly Redeemed[]>();
    for (const [id, theirs] of uses)
      redeemed.set(id, await readRedeemed(stores, shop, theirs, purchases.get(id) ?? []));
    const terms = { owedCounts: known?.settings.owedCounts ?? false, timeZone: known?.timeZone ?? 'UTC' };
    return { ids, states, sequences, copies, purchases, referred, cards, manual, redeemed, versions, ...terms };
  };
}

async function readPurchases({ purchases }: Stores, shop: ShopId, range: CustomerRange): Promise<Piece['purchases']> {
  const read = new Map<CustomerId, readonly Purchase[]>();
  for await (const group of purchases.byCustomer(shop, range)) read.set(group.customerId, group.purchases);
  return read;
}

async function readReferred({ facts }: Stores, shop: ShopId, range: CustomerRange): Promise<Piece['referred']> {
  const read = new Map<CustomerId, readonly ReferredOrder[]>();
  for (const order of await facts.referred(shop, range))
    read.set(order.giver.id, [...(read.get(order.giver.id) ?? []), order]);
  return read;
}

/** One customer's facts out of the piece. */
export const factsIn = (piece: Piece, id: CustomerId): Facts => ({
  purchases: piece.purchases.get(id) ?? [],
  cards: heldCards(piece.cards.get(id) ?? []),
  ...withReferred(piece.referred.get(id) ?? [], piece.cards.get(id) ?? []),
  manual: piece.manual.get(id) ?? [],
  redeemed: piece.redeemed.get(id) ?? [],
  owedCounts: piece.owedCounts,
});

export const hasFacts = (piece: Piece, id: CustomerId): boolean =>
  piece.purchases.has(id) ||
  piece.referred.has(id) ||
  piece.cards.has(id) ||
  piece.manual.has(id) ||
  piece.redeemed.has(id);

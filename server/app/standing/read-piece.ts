import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import type { Purchase } from '../../../shared/domain/purchase/purchase.ts';
import type { ManualFact } from '../../../shared/domain/standing/standing.ts';
import type { CustomerKey, CustomerRange } from '../ports/customer-store.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import type { Stores } from '../ports/stores.ts';

/** Large enough that a query's way does not count, small enough to hold in memory with all its purchases. */
const PIECE_MAX = 1000;

/** The facts and the copies of some customers that follow one another. */
export type Piece = {
  readonly keys: readonly CustomerKey[];
  readonly purchases: ReadonlyMap<CustomerId, readonly Purchase[]>;
  readonly purchaseCount: number;
  readonly cards: ReadonlyMap<CustomerId, readonly Card[]>;
  readonly manual: ReadonlyMap<CustomerId, readonly ManualFact[]>;
  readonly sequences: ReadonlyMap<CustomerId, number>;
  readonly copies: ReadonlyMap<CustomerId, StoredStanding>;
  readonly hasFacts: (id: CustomerId) => boolean;
};

/**
 * Reads a piece of a shop in a handful of queries. Sequences and copies are read before the facts: where something
 * changes meanwhile the copy looks behind, and the customer is refreshed once too often, never once too seldom.
 */
export function createReadPiece(stores: Stores): (shop: ShopId, after: CustomerId | null) => Promise<Piece> {
  return async (shop, after) => {
    const keys = await stores.customers.ids(shop, after, PIECE_MAX);
    const [first, last] = [keys[0], keys.at(-1)];
    if (first === undefined || last === undefined)
      return piece([], [new Map(), new Map()], [new Map(), new Map(), new Map()]);
    const range = { from: first.id, to: last.id };
    const behind = await Promise.all([
      stores.journal.lastSequences(shop, range),
      stores.standings.ofCustomers(shop, range),
    ]);
    const facts = await Promise.all([
      readPurchases(stores, shop, range),
      stores.cards.ofCustomers(shop, range),
      stores.journal.manualFactsOf(shop, range),
    ]);
    return piece(keys, behind, facts);
  };
}

async function readPurchases({ purchases }: Stores, shop: ShopId, range: CustomerRange): Promise<Piece['purchases']> {
  const read = new Map<CustomerId, readonly Purchase[]>();
  for await (const group of purchases.byCustomer(shop, range)) read.set(group.customerId, group.purchases);
  return read;
}

function piece(
  keys: Piece['keys'],
  [sequences, copies]: readonly [Piece['sequences'], Piece['copies']],
  [purchases, cards, manual]: readonly [Piece['purchases'], Piece['cards'], Piece['manual']],
): Piece {
  let purchaseCount = 0;
  for (const some of purchases.values()) purchaseCount += some.length;
  const hasFacts = (id: CustomerId) => purchases.has(id) || cards.has(id) || manual.has(id);
  return { keys, purchases, purchaseCount, cards, manual, sequences, copies, hasFacts };
}

import type { DrawTerms } from '../../../shared/domain/draw/draw.ts';
import { lotsDue } from '../../../shared/domain/draw/lots-due.ts';
import type { CustomerId, Instant, ShopId } from '../../../shared/domain/ids.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import type { Stores } from '../ports/stores.ts';
import { isNobody } from '../standing/read-facts.ts';
import { createReadPiece, factsIn, type Piece } from '../standing/read-piece.ts';
import { emptyStanding } from '../standing/work-out.ts';

/** Those of a piece of the shop that have lots, and how many were looked at for it. */
export type LotsOfPiece = {
  readonly looked: number;
  readonly holders: readonly { readonly customerId: CustomerId; readonly lots: number }[];
};

/** A card alone is known without working any standing out. */
function lotsIn(piece: Piece, terms: DrawTerms, id: CustomerId, asOf: Instant): number {
  const facts = factsIn(piece, id);
  const standing = terms.among.kind === 'card' ? emptyStanding(asOf) : evaluateAll(piece.versions, facts, asOf);
  return lotsDue(terms, facts, standing, asOf);
}

/**
 * Who has how many lots at `asOf`, worked out from the facts a piece of the shop at a time in the order of the
 * customers' ids. Those are made by chance, so whoever stops early has looked at a fair sample.
 */
export function createWalkLots(stores: Stores) {
  const readPiece = createReadPiece(stores);
  return async function* walkLots(shop: ShopId, terms: DrawTerms, asOf: Instant): AsyncGenerator<LotsOfPiece> {
    for (let piece = await readPiece(shop, null); piece !== null; ) {
      const { ids, states } = piece;
      const living = ids.filter((id) => !isNobody({ state: states.get(id) ?? 'erased' }));
      const here = piece;
      const holders = living
        .map((customerId) => ({ customerId, lots: lotsIn(here, terms, customerId, asOf) }))
        .filter(({ lots }) => lots > 0);
      yield { looked: living.length, holders };
      piece = await readPiece(shop, ids.at(-1) ?? null);
    }
  };
}

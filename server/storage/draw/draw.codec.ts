import type { Draw } from '../../../shared/domain/draw/draw.ts';
import type { CustomerId, DrawId, Instant, LotNumber, ShopId } from '../../../shared/domain/ids.ts';
import type { Lot, LotList } from '../../app/ports/draw-store.ts';

/** `dueAt`: when the clock has something to do for it; absent: nothing any more. `seed` is sealed. */
export type DrawDoc = Omit<Draw, 'id'> & {
  readonly shop: ShopId;
  readonly drawId: DrawId;
  readonly seed: Uint8Array;
  readonly dueAt?: Instant;
};

/** `customerId` is absent where it is nobody's any more. */
export type LotDoc = {
  readonly shop: ShopId;
  readonly drawId: DrawId;
  readonly listId: string;
  readonly lot: LotNumber;
  readonly customerId?: CustomerId;
};

/** When the clock has to look at a draw: to close it, or to tell its winners; null: never again. */
export function dueAt({ state, terms, drawn, isTold }: Draw): Instant | null {
  if (state === 'open') return terms.closesAt;
  return state === 'drawn' && !isTold ? (drawn?.at ?? 0) : null;
}

export function encodeDraw({ id, ...draw }: Draw, seed: Uint8Array): Omit<DrawDoc, 'shop'> {
  const due = dueAt({ id, ...draw });
  return { ...draw, drawId: id, seed, ...(due === null ? {} : { dueAt: due }) };
}

export const decodeDraw = (doc: DrawDoc): Draw => ({
  id: doc.drawId,
  terms: doc.terms,
  termsText: doc.termsText,
  commitment: doc.commitment,
  state: doc.state,
  createdAt: doc.createdAt,
  closed: doc.closed,
  drawn: doc.drawn,
  isTold: doc.isTold,
  trail: doc.trail,
  revision: doc.revision,
});

export const encodeLot = ({ drawId, listId }: LotList, { lot, customerId }: Lot): Omit<LotDoc, 'shop'> => ({
  drawId,
  listId,
  lot,
  ...(customerId === null ? {} : { customerId }),
});

export const decodeLot = ({ lot, customerId }: LotDoc): Lot => ({ lot, customerId: customerId ?? null });

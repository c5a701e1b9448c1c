import type { Draw, DrawEvent } from '../../../shared/domain/draw/draw.ts';
import type { CustomerId, DrawId, Instant, LotNumber, ShopId } from '../../../shared/domain/ids.ts';

/** One lot and whose it is; null: of somebody who was erased. */
export type Lot = { readonly lot: LotNumber; readonly customerId: CustomerId | null };

/** A list is written under an id of its own, so that one cut short or overtaken never mixes with the one that holds. */
export type LotList = { readonly drawId: DrawId; readonly listId: string };

export type DrawStore = {
  /** `seed`: hexadecimal digits; sealed at rest, and told by `seed` alone until the draw itself reveals it. */
  readonly create: (shop: ShopId, draw: Draw, seed: string) => Promise<void>;
  readonly find: (shop: ShopId, id: DrawId) => Promise<Draw | null>;
  readonly seed: (shop: ShopId, id: DrawId) => Promise<string | null>;
  /** Newest first. */
  readonly list: (shop: ShopId) => Promise<readonly Draw[]>;
  /** Those of the ids that are known, any order. */
  readonly findMany: (shop: ShopId, ids: readonly DrawId[]) => Promise<readonly Draw[]>;
  /** Compare and set on `revision`; the store raises it and appends the event, if any, to the trail. */
  readonly change: (
    shop: ShopId,
    seen: Draw,
    fields: Partial<Pick<Draw, 'state' | 'closed' | 'drawn' | 'isTold'>>,
    event: DrawEvent | null,
  ) => Promise<'changed' | 'stale'>;
  /** Draws the clock has something to do for: open ones that close at or before now, drawn ones that are not told. */
  readonly due: (shop: ShopId, now: Instant) => Promise<readonly Draw[]>;
  /** Repeatable: a lot that is there stays as it is. */
  readonly putLots: (shop: ShopId, list: LotList, lots: readonly Lot[]) => Promise<void>;
  /** Streamed in ascending order of their numbers. */
  readonly lots: (shop: ShopId, list: LotList) => AsyncIterable<readonly Lot[]>;
  readonly findLots: (shop: ShopId, list: LotList, lots: readonly LotNumber[]) => Promise<readonly Lot[]>;
  /** Every other list of the draw. */
  readonly dropOtherLists: (shop: ShopId, list: LotList) => Promise<number>;
  /** In ascending order of their numbers, of whatever list. */
  readonly lotsOf: (
    shop: ShopId,
    customerId: CustomerId,
  ) => Promise<readonly (LotList & { readonly lot: LotNumber })[]>;
  /** Merge: lots of one customer become another's. Repeatable. */
  readonly moveLots: (shop: ShopId, from: CustomerId, to: CustomerId) => Promise<number>;
  /** Privacy: their lots stay, as nobody's. */
  readonly forgetHolder: (shop: ShopId, customerId: CustomerId) => Promise<number>;
};

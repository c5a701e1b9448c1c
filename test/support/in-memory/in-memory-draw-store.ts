import type { DrawStore, Lot, LotList } from '../../../server/app/ports/draw-store.ts';
import { dueAt } from '../../../server/storage/draw/draw.codec.ts';
import type { Draw } from '../../../shared/domain/draw/draw.ts';
import { by, type Tables, update } from './tables.ts';

type Row = LotList & Lot;

const BATCH = 250;

export function createInMemoryDrawStore({ make }: Tables): DrawStore {
  const draws = make<Draw>();
  const seeds = make<string>();
  const lots = make<Row>();
  const keyOf = ({ drawId, listId }: LotList, { lot }: Pick<Lot, 'lot'>) => `${drawId} ${listId} ${lot}`;
  const plain = ({ lot, customerId }: Row): Lot => ({ lot, customerId });
  return {
    create: async (shop, draw, seed) => {
      if (draws.get(shop, draw.id) !== undefined) throw new Error('a draw twice');
      draws.set(shop, draw.id, draw);
      seeds.set(shop, draw.id, seed);
    },
    find: async (shop, id) => draws.get(shop, id) ?? null,
    seed: async (shop, id) => seeds.get(shop, id) ?? null,
    list: async (shop) => [...draws.all(shop)].sort(by((draw) => -draw.createdAt)),
    findMany: async (shop, ids) => draws.all(shop).filter(({ id }) => ids.includes(id)),
    change: async (shop, { id, revision }, fields, event) => {
      const isChanged = update(draws, shop, id, (known) =>
        known.revision === revision
          ? { ...known, ...fields, revision: revision + 1, trail: [...known.trail, ...(event === null ? [] : [event])] }
          : null,
      );
      return isChanged ? 'changed' : 'stale';
    },
    due: async (shop, now) =>
      draws
        .all(shop)
        .filter((draw) => (dueAt(draw) ?? Number.POSITIVE_INFINITY) <= now)
        .sort(by((draw) => dueAt(draw) ?? 0)),
    putLots: async (shop, list, many) => {
      for (const lot of many) {
        if (lots.get(shop, keyOf(list, lot)) === undefined) lots.set(shop, keyOf(list, lot), { ...list, ...lot });
      }
    },
    lots: async function* (shop, list) {
      const theirs = lots.all(shop).filter(({ drawId, listId }) => drawId === list.drawId && listId === list.listId);
      const sorted = theirs.sort(by(({ lot }) => lot)).map(plain);
      for (let at = 0; at < sorted.length; at += BATCH) yield sorted.slice(at, at + BATCH);
    },
    findLots: async (shop, list, numbers) =>
      numbers.flatMap((lot) => lots.get(shop, keyOf(list, { lot })) ?? []).map(plain),
    dropOtherLists: async (shop, list) => {
      const others = lots.all(shop).filter(({ drawId, listId }) => drawId === list.drawId && listId !== list.listId);
      for (const row of others) lots.remove(shop, keyOf(row, row));
      return others.length;
    },
    lotsOf: async (shop, customerId) =>
      lots
        .all(shop)
        .filter((row) => row.customerId === customerId)
        .sort(by((row) => keyOf(row, row)))
        .map(({ drawId, listId, lot }) => ({ drawId, listId, lot })),
    moveLots: async (shop, from, to) => {
      const theirs = lots.all(shop).filter((row) => row.customerId === from);
      for (const row of theirs) lots.set(shop, keyOf(row, row), { ...row, customerId: to });
      return theirs.length;
    },
    forgetHolder: async (shop, customerId) => {
      const theirs = lots.all(shop).filter((row) => row.customerId === customerId);
      for (const row of theirs) lots.set(shop, keyOf(row, row), { ...row, customerId: null });
      return theirs.length;
    },
  };
}

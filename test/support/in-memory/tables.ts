import type { CustomerRange } from '../../../server/app/ports/customer-store.ts';
import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';

/** Rows of one kind, per shop, in the order they came. */
export type Table<V> = {
  readonly get: (shop: ShopId, key: string) => V | undefined;
  readonly set: (shop: ShopId, key: string, value: V) => void;
  readonly remove: (shop: ShopId, key: string) => boolean;
  readonly all: (shop: ShopId) => readonly V[];
  readonly everywhere: () => readonly (readonly [ShopId, V])[];
};

/** All tables of one stand-in database: made here, so that erasing a shop forgets none. */
export type Tables = { readonly make: <V>() => Table<V>; readonly erase: (shop: ShopId) => void };

export function createTables(): Tables {
  const shopsOfTables: Map<ShopId, Map<string, unknown>>[] = [];
  const make = <V>(): Table<V> => {
    const shops = new Map<ShopId, Map<string, V>>();
    shopsOfTables.push(shops);
    const rows = (shop: ShopId) => {
      const known = shops.get(shop) ?? new Map<string, V>();
      shops.set(shop, known);
      return known;
    };
    return {
      get: (shop, key) => shops.get(shop)?.get(key),
      set: (shop, key, value) => {
        rows(shop).set(key, structuredClone(value));
      },
      remove: (shop, key) => shops.get(shop)?.delete(key) ?? false,
      all: (shop) => [...(shops.get(shop)?.values() ?? [])],
      everywhere: () => [...shops].flatMap(([shop, known]) => [...known.values()].map((row) => [shop, row] as const)),
    };
  };
  const erase = (shop: ShopId) => {
    for (const shops of shopsOfTables) shops.delete(shop);
  };
  return { make, erase };
}

/** Ascending by whatever the function gives: numbers, or texts by their code units as the database does. */
export const by =
  <V>(key: (value: V) => string | number) =>
  (a: V, b: V): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;

/** Changes a row if it is there; `null` from the change leaves it as it is. */
export function update<V>(table: Table<V>, shop: ShopId, key: string, change: (row: V) => V | null): boolean {
  const row = table.get(shop, key);
  const changed = row === undefined ? null : change(row);
  if (changed !== null) table.set(shop, key, changed);
  return changed !== null;
}

/** Whether somebody is in the range, as the database compares texts. */
export const inRange = (id: CustomerId | null, { from, to }: CustomerRange): boolean =>
  id !== null && id >= from && id <= to;

/** Rows by key, in their order; rows without a key are left out. */
export function groupBy<K, V>(rows: readonly V[], key: (row: V) => K | null): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const of = key(row);
    if (of !== null) groups.set(of, [...(groups.get(of) ?? []), row]);
  }
  return groups;
}

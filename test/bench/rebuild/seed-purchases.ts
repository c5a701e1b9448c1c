import type { mongo } from 'mongoose';
import type { BenchShop } from '../bench-shop.ts';
import { everSpent, everyYear } from '../drafts.ts';
import { inventPurchases } from './invent-purchases.ts';

const BATCH = 2000;
const AT_ONCE = 3;

/** Nothing of it has to outlive the bench. */
const LIGHTLY = { ordered: false, writeConcern: { w: 1, journal: false } } as const;

export type Seeded = { readonly customers: number; readonly purchases: number };

/** A shop with two programs and a long past, put in raw and in great pieces. */
export async function seedPurchases(shop: BenchShop, wanted: number, say: (line: string) => void): Promise<Seeded> {
  await shop.publish(everSpent);
  await shop.publish(everyYear);
  const put = createPut(shop.database);
  let customers = 0;
  let purchases = 0;
  for (const invented of inventPurchases(Date.now())) {
    const some = invented.purchases.slice(0, wanted - purchases);
    await put('customers', [invented.customer]);
    await put('purchases', some);
    customers += 1;
    const before = purchases;
    purchases += some.length;
    if (Math.floor(before / 250_000) < Math.floor(purchases / 250_000)) say(`  ${purchases} purchases are in …`);
    if (purchases >= wanted) break;
  }
  await put.end();
  return { customers, purchases };
}

/** Gathers rows and inserts them, a few batches at once. */
function createPut(database: mongo.Db) {
  const gathered = new Map<string, object[]>();
  const underWay = new Set<Promise<unknown>>();
  const send = async (name: string): Promise<void> => {
    const rows = gathered.get(name) ?? [];
    gathered.delete(name);
    if (rows.length === 0) return;
    if (underWay.size >= AT_ONCE) await Promise.race(underWay);
    const sending: Promise<unknown> = database
      .collection(name)
      .insertMany(rows, LIGHTLY)
      .then(() => underWay.delete(sending));
    underWay.add(sending);
  };
  const put = async (name: string, rows: readonly object[]): Promise<void> => {
    const all = gathered.get(name) ?? [];
    gathered.set(name, all);
    all.push(...rows);
    if (all.length >= BATCH) await send(name);
  };
  const end = async (): Promise<void> => {
    for (const name of [...gathered.keys()]) await send(name);
    await Promise.all(underWay);
  };
  return Object.assign(put, { end });
}

import type { mongo } from 'mongoose';
import type { ShopId } from '../../shared/domain/ids.ts';
import { AppError } from '../app/ports/app-error.ts';
import { readStream } from './read-stream.ts';

type Documents = mongo.Document;

/** Every stored thing belongs to a shop. */
export type Tenanted = { readonly shop: ShopId };

type Filter<D> = mongo.Filter<D>;
type Update<D> = mongo.UpdateFilter<D> | readonly Documents[];
type Changed = { readonly matched: number; readonly modified: number; readonly upserted: number };

/**
 * A collection whose every call names its shop first: a query without it does not compile. `acrossShops` is for the
 * few jobs that serve all of them, and says so where it is used.
 */
export type TenantCollection<D extends Tenanted> = {
  readonly findOne: (shop: ShopId, filter: Filter<D>, options?: mongo.FindOptions) => Promise<D | null>;
  readonly find: (shop: ShopId, filter: Filter<D>, options?: mongo.FindOptions) => mongo.FindCursor<D>;
  /** Rows without end, batch by batch. */
  readonly stream: (shop: ShopId, filter: Filter<D>, options: mongo.FindOptions) => AsyncGenerator<readonly D[]>;
  readonly insert: (shop: ShopId, row: Omit<D, 'shop'>) => Promise<void>;
  /** Inserts those that break no unique index; answers which of the rows those were. */
  readonly insertNew: (shop: ShopId, rows: readonly Omit<D, 'shop'>[]) => Promise<readonly number[]>;
  readonly updateOne: (
    shop: ShopId,
    filter: Filter<D>,
    update: Update<D>,
    options?: mongo.UpdateOptions,
  ) => Promise<Changed>;
  readonly updateMany: (
    shop: ShopId,
    filter: Filter<D>,
    update: Update<D>,
    options?: mongo.UpdateOptions,
  ) => Promise<Changed>;
  /** Many updates of one row each, in any order; answers which of them a unique index refused, and how many matched. */
  readonly updateEach: (
    shop: ShopId,
    updates: readonly { readonly filter: Filter<D>; readonly update: Update<D>; readonly upsert: boolean }[],
    options?: mongo.BulkWriteOptions,
  ) => Promise<{ readonly refused: readonly number[]; readonly matched: number }>;
  readonly replaceOne: (shop: ShopId, filter: Filter<D>, row: Omit<D, 'shop'>) => Promise<Changed>;
  readonly findOneAndUpdate: (
    shop: ShopId,
    filter: Filter<D>,
    update: Update<D>,
    options: mongo.FindOneAndUpdateOptions,
  ) => Promise<D | null>;
  readonly deleteMany: (shop: ShopId, filter: Filter<D>) => Promise<number>;
  readonly aggregate: <T extends Documents>(
    shop: ShopId,
    filter: Filter<D>,
    stages: readonly Documents[],
    options?: mongo.AggregateOptions,
  ) => Promise<readonly T[]>;
  /** Counts up to `limit`. */
  readonly count: (shop: ShopId, filter: Filter<D>, options?: mongo.CountDocumentsOptions) => Promise<number>;
  readonly acrossShops: mongo.Collection<D>;
};

const DUPLICATE_KEY = 11_000;
/** A stream may be as long as a shop's history. */
const STREAM_MS = 60 * 60_000;

/** Whether a unique index refused the write: the second of two that were at it, or a repeat. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === DUPLICATE_KEY;
}

/** Does it again while a unique index refuses: of two upserts at once one loses and then finds the other's row. */
export async function retryDuplicate<T>(write: () => Promise<T>, triesMax = 5): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      if (!isDuplicateKey(error) || tries >= triesMax) throw error;
    }
  }
}

const changed = (result: mongo.UpdateResult): Changed => ({
  matched: result.matchedCount,
  modified: result.modifiedCount,
  upserted: result.upsertedCount,
});

/** Which rows of an unordered insert went in; throws when one failed for another reason than a unique index. */
async function insertNew(insert: () => Promise<unknown>, count: number): Promise<readonly number[]> {
  const refused = new Set(await refusedOf(insert));
  return Array.from({ length: count }, (_, i) => i).filter((i) => !refused.has(i));
}

/** Which of many unordered writes a unique index refused; throws when one failed for another reason. */
async function refusedOf(write: () => Promise<unknown>): Promise<readonly number[]> {
  try {
    await write();
    return [];
  } catch (error) {
    if (!isDuplicateKey(error) || !(error instanceof Error) || !('writeErrors' in error)) throw error;
    const { writeErrors } = error as unknown as { writeErrors: mongo.WriteError | readonly mongo.WriteError[] };
    const faults = Array.isArray(writeErrors) ? writeErrors : [writeErrors];
    if (isUnsure(error)) throw new AppError('database_unanswered', true, error);
    if (faults.some((fault) => fault.code !== DUPLICATE_KEY)) throw error;
    return faults.map((fault) => fault.index);
  }
}

/** Beside what was refused, the rest is not known to be on a majority. */
const isUnsure = (error: Error): boolean =>
  'result' in error && (error.result as mongo.BulkWriteResult).getWriteConcernError() !== undefined;

/** The driver's types do not follow a generic row, so this one place tells them. */
export function createTenantCollection<D extends Tenanted>(collection: mongo.Collection<D>): TenantCollection<D> {
  const of = (shop: ShopId, filter: Filter<D>): Filter<D> => ({ shop, ...filter }) as Filter<D>;
  const row = (shop: ShopId, given: Omit<D, 'shop'>) => ({ ...given, shop }) as mongo.OptionalUnlessRequiredId<D>;
  const change = (update: Update<D>) => update as mongo.UpdateFilter<D>;
  return {
    acrossShops: collection,
    findOne: (shop, filter, options) => collection.findOne<D>(of(shop, filter), options),
    find: (shop, filter, options) => collection.find<D>(of(shop, filter), options),
    stream: (shop, filter, options) =>
      readStream(collection.find<D>(of(shop, filter), { ...options, signal: AbortSignal.timeout(STREAM_MS) })),
    insert: async (shop, given) => {
      await collection.insertOne(row(shop, given));
    },
    insertNew: async (shop, given) => {
      const rows = given.map((one) => row(shop, one));
      return rows.length === 0 ? [] : insertNew(() => collection.insertMany(rows, { ordered: false }), rows.length);
    },
    updateOne: async (shop, filter, update, options) =>
      changed(await collection.updateOne(of(shop, filter), change(update), options)),
    updateMany: async (shop, filter, update, options) =>
      changed(await collection.updateMany(of(shop, filter), change(update), options)),
    updateEach: async (shop, updates, options) => {
      const writes = updates.map(({ filter, update, upsert }) => ({
        updateOne: { filter: of(shop, filter), update: change(update), upsert },
      }));
      const bulk = writes as mongo.AnyBulkWriteOperation<D>[];
      let matched = 0;
      const write = async () => {
        matched = (await collection.bulkWrite(bulk, { ...options, ordered: false })).matchedCount;
      };
      return { refused: bulk.length === 0 ? [] : await refusedOf(write), matched };
    },
    replaceOne: async (shop, filter, given) => {
      const whole = row(shop, given) as mongo.WithoutId<D>;
      return changed((await collection.replaceOne(of(shop, filter), whole, { upsert: true })) as mongo.UpdateResult);
    },
    findOneAndUpdate: async (shop, filter, update, options) =>
      (await collection.findOneAndUpdate(of(shop, filter), change(update), options)) as D | null,
    deleteMany: async (shop, filter) => (await collection.deleteMany(of(shop, filter))).deletedCount,
    aggregate: (shop, filter, stages, options) =>
      collection.aggregate<never>([{ $match: of(shop, filter) }, ...stages], options).toArray(),
    count: (shop, filter, options) => collection.countDocuments(of(shop, filter), options),
  };
}

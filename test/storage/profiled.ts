import type { mongo } from 'mongoose';

/** What the database did for one call: read from its own profile, so it is the plan that ran, not one asked for. */
export type Operation = {
  readonly collection: string;
  readonly plan: string;
  readonly docsExamined: number;
  readonly keysExamined: number;
  /** Rows given back or changed. */
  readonly rows: number;
  readonly sortsInMemory: boolean;
  readonly filter: Readonly<Record<string, unknown>>;
};

const PROFILE = 'system.profile';
const SIZE = 64 * 1024 * 1024;

type Entry = Readonly<Record<string, unknown>>;
const record = (value: unknown): Entry => (typeof value === 'object' && value !== null ? (value as Entry) : {});
const whole = (value: unknown): number => Number(value ?? 0);

/** The condition of a find, a count, an update, a delete or an aggregation. */
function filterOf(command: Entry): Entry {
  const pipeline = Array.isArray(command.pipeline) ? record(record(command.pipeline[0]).$match) : undefined;
  return record(command.filter ?? command.query ?? command.q ?? pipeline);
}

function operation(entry: Entry): Operation {
  const written = whole(entry.nMatched) + whole(entry.ndeleted) + whole(entry.nUpserted);
  return {
    collection: String(entry.ns).split('.').slice(1).join('.'),
    plan: String(entry.planSummary ?? ''),
    docsExamined: whole(entry.docsExamined),
    keysExamined: whole(entry.keysExamined),
    rows: Math.max(whole(entry.nreturned), written),
    sortsInMemory: entry.hasSortStage === true,
    filter: filterOf(record(entry.op === 'getmore' ? entry.originatingCommand : entry.command)),
  };
}

/** Lets the database write down everything it does; `during` answers what a call made it do. */
export async function profile(database: mongo.Db) {
  await database.createCollection(PROFILE, { capped: true, size: SIZE });
  await database.setProfilingLevel('all');
  const entries = database.collection(PROFILE);
  const query = { ns: { $not: /system\.profile$/ }, op: { $in: ['query', 'command', 'update', 'remove', 'getmore'] } };
  let seen = 0;
  const fresh = async () => {
    const all = await entries.find(query).sort({ $natural: 1 }).skip(seen).toArray();
    seen += all.length;
    return all.map(operation);
  };
  return {
    during: async (call: () => Promise<unknown>): Promise<readonly Operation[]> => {
      await fresh();
      await call();
      return fresh();
    },
  };
}

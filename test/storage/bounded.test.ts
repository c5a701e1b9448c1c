import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { bounded, createPatience, GivenUp } from '../../server/storage/bounded.ts';
import { isDatabaseAway } from '../../server/storage/world-failures.ts';
import { freePort } from '../support/free-port.ts';
import { testMongo } from '../support/mongo.ts';

const PATIENCE_MS = 600;
const ROUNDS = 25;

type Row = { readonly _id: number; readonly n: number };
type Door = {
  readonly port: number;
  /** Ends every connection, as a process that ends does. */
  readonly hangUp: () => void;
  /** Takes and keeps every connection, and answers nothing any more; or answers again those that come. */
  readonly beSilent: (isSilent: boolean) => void;
  readonly close: () => void;
};

/** Stands between us and the database. */
async function aDoorTo(database: number): Promise<Door> {
  const callers = new Set<Socket>();
  let isSilent = false;
  const door = createServer({ allowHalfOpen: true }, (caller) => {
    const answerer = connect(database, '127.0.0.1');
    callers.add(caller);
    caller.on('close', () => callers.delete(caller)).on('error', () => answerer.destroy());
    answerer.on('error', () => caller.destroy());
    if (isSilent) caller.resume();
    else caller.pipe(answerer).pipe(caller);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => door.listen(port, '127.0.0.1', resolve));
  const each = (act: (caller: Socket) => void) => {
    for (const caller of callers) act(caller);
  };
  const close = () => {
    each((caller) => caller.destroy());
    door.close();
  };
  return {
    port,
    hangUp: () => each((caller) => caller.end()),
    beSilent: (silent) => {
      isSilent = silent;
      if (silent) each((caller) => caller.unpipe().resume());
    },
    close,
  };
}

/** Every kind of call that a store makes. */
const CALLS: readonly ((rows: mongo.Collection<Row>, n: number) => Promise<unknown>)[] = [
  (rows) => rows.findOne({ _id: 1 }),
  (rows) => rows.find({}).toArray(),
  (rows) => rows.aggregate([{ $match: { _id: 1 } }]).toArray(),
  (rows) => rows.countDocuments({}, { limit: 5 }),
  (rows) => rows.distinct('n'),
  (rows, n) => rows.insertOne({ _id: 1000 + n, n }),
  (rows, n) => rows.insertMany([{ _id: 100_000 + n, n }], { ordered: false }),
  (rows) => rows.updateOne({ _id: 1 }, { $inc: { n: 1 } }),
  (rows) => rows.updateMany({ _id: 1 }, { $inc: { n: 1 } }),
  (rows) => rows.bulkWrite([{ updateOne: { filter: { _id: 1 }, update: { $inc: { n: 1 } } } }], { ordered: false }),
  (rows) => rows.replaceOne({ _id: 2 }, { n: 2 }, { upsert: true }),
  (rows) => rows.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }),
  (rows) => rows.deleteMany({ _id: 3 }),
];

const test = testMongo();
let door: Door;
let client: mongo.MongoClient;
let rows: mongo.Collection<Row>;
beforeAll(async () => {
  door = await aDoorTo(Number(new URL(test.uri()).port));
  client = await mongo.MongoClient.connect(`mongodb://127.0.0.1:${door.port}/?directConnection=true`);
  const database = client.db(test.database().databaseName);
  rows = bounded(database.collection<Row>('bounded'), createPatience(PATIENCE_MS));
}, 120_000);
afterAll(async () => {
  door.close();
  await client.close();
});

describe('a call to the database', () => {
  it('ends when nobody answers, and says that the database is away', async () => {
    await rows.findOne({});
    door.beSilent(true);
    const ended = await Promise.allSettled(CALLS.map((call, i) => call(rows, 50_000 + i)));
    const reasons = ended.map((one) => (one.status === 'rejected' ? (one.reason as unknown) : 'answered'));
    expect(reasons.filter((reason) => !isDatabaseAway(reason))).toEqual([]);
    expect(reasons[0]).toBeInstanceOf(GivenUp);
    door.beSilent(false);
    door.hangUp();
  });

  it('ends, also when it went out on a connection that the database had just closed', async () => {
    const failures: unknown[] = [];
    let [made, open] = [0, 0];
    const call = (): void => {
      const make = CALLS[made % CALLS.length] as (typeof CALLS)[number];
      made += 1;
      open += 1;
      make(rows, made)
        .catch((error: unknown) => failures.push(error))
        .finally(() => {
          open -= 1;
        });
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let i = 0; i < 20; i += 1) call();
      await pause(40);
      door.hangUp();
      // In the very turn in which the end is read, and the turns after it.
      for (let i = 0; i < 12; i += 1) {
        await turn();
        call();
      }
    }
    for (let waited = 0; open > 0 && waited < 10 * PATIENCE_MS; waited += 50) await pause(50);
    expect({ made, open }).toEqual({ made: ROUNDS * 32, open: 0 });
    expect(failures.filter((error) => !isDatabaseAway(error))).toEqual([]);
    expect(await rows.countDocuments({ _id: 1 })).toBeLessThanOrEqual(1);
  }, 60_000);

  it('is the world’s failure when a socket is told to be gone in the very moment of a call', () => {
    const gone = Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' });
    expect([isDatabaseAway(gone), isDatabaseAway(new Error('a mistake of ours'))]).toEqual([true, false]);
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { REPLICA_SET } from './member.ts';

const ELECTED_WITHIN_MS = 60_000;
const ELECTION_TIMEOUT_MS = 2000;

type Member = { readonly _id: number; readonly host: string };
type Config = { readonly version: number; readonly members: readonly Member[]; readonly [field: string]: unknown };

const direct = (host: string) =>
  mongo.MongoClient.connect(`mongodb://${host}/`, { directConnection: true, serverSelectionTimeoutMS: 10_000 });

/**
 * Makes the members one set and waits for its primary. A set that exists keeps its data and its history; where its
 * members moved (another port, more or fewer of them) its configuration is forced to say so.
 */
export async function formReplicaSet(hosts: readonly string[]): Promise<void> {
  const first = hosts[0];
  if (first === undefined) throw new Error('invariant broken: a set has members');
  const client = await direct(first);
  try {
    const known = await client.db('local').collection<Config>('system.replset').findOne({});
    const members = hosts.map((host, _id): Member => ({ _id, host }));
    if (known === null) await client.db('admin').command({ replSetInitiate: configOf(members) });
    else if (known.members.map(({ host }) => host).join() !== hosts.join()) {
      const { _id, ...rest } = known;
      const config = { _id, ...rest, version: known.version + 1, members };
      await client.db('admin').command({ replSetReconfig: config, force: true });
    }
    await untilPrimary(hosts);
  } finally {
    await client.close();
  }
}

const configOf = (members: readonly Member[]) => ({
  _id: REPLICA_SET,
  members,
  writeConcernMajorityJournalDefault: true,
  settings: { electionTimeoutMillis: ELECTION_TIMEOUT_MS },
});

async function untilPrimary(hosts: readonly string[]): Promise<void> {
  const clients = await Promise.all(hosts.map(direct));
  try {
    for (let waited = 0; waited < ELECTED_WITHIN_MS; waited += 20) {
      for (const client of clients) {
        const hello = await client.db('admin').command({ hello: 1 });
        if (hello.isWritablePrimary === true) return;
      }
      await pause(20);
    }
    throw new Error(`The embedded MongoDB chose no primary within ${ELECTED_WITHIN_MS / 1000} s.`);
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
}

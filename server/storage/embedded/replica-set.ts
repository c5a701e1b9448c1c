import { setTimeout as pause } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { type Member, REPLICA_SET } from './member.ts';

const ELECTED_WITHIN_MS = 60_000;
const ELECTION_TIMEOUT_MS = 2000;

type ConfigMember = { readonly _id: number; readonly host: string };
type Config = { readonly version: number; readonly members: readonly ConfigMember[] };

const hostOf = ({ port }: Member): string => `127.0.0.1:${port}`;

async function direct<T>(member: Member, use: (client: mongo.MongoClient) => Promise<T>): Promise<T> {
  const options = { directConnection: true, serverSelectionTimeoutMS: 10_000 };
  const client = await mongo.MongoClient.connect(`mongodb://${hostOf(member)}/`, options);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

const configs = (client: mongo.MongoClient) => client.db('local').collection<Config>('system.replset');

/**
 * Starts the members as one set and waits for its primary; answers their addresses. A set that exists keeps its data
 * and its history. Where its members moved (another port, more or fewer of them) each is told so first, while it runs
 * alone: in the set it would wait long for whoever sits on the old address now.
 */
export async function startReplicaSet(members: readonly Member[], haveMoved: boolean): Promise<readonly string[]> {
  const hosts = members.map(hostOf);
  if (haveMoved) await Promise.all(members.map((member) => moveMember(member, hosts)));
  await Promise.all(members.map((member) => member.start()));
  const known = await Promise.all(members.map((member) => direct(member, (client) => configs(client).findOne({}))));
  if (known.every((config) => config === null)) await initiate(members, hosts);
  await untilPrimary(members);
  return hosts;
}

const configMembers = (hosts: readonly string[]): readonly ConfigMember[] => hosts.map((host, _id) => ({ _id, host }));

async function initiate([first]: readonly Member[], hosts: readonly string[]): Promise<void> {
  if (first === undefined) return;
  const config = {
    _id: REPLICA_SET,
    members: configMembers(hosts),
    writeConcernMajorityJournalDefault: true,
    settings: { electionTimeoutMillis: ELECTION_TIMEOUT_MS },
  };
  await direct(first, (client) => client.db('admin').command({ replSetInitiate: config }));
}

async function moveMember(member: Member, hosts: readonly string[]): Promise<void> {
  await member.start('alone');
  const moved = { $set: { members: configMembers(hosts) }, $inc: { version: 1 } };
  await direct(member, (client) => configs(client).updateOne({}, moved));
  await member.stop();
}

async function untilPrimary(members: readonly Member[]): Promise<void> {
  const isPrimary = async (client: mongo.MongoClient): Promise<boolean> =>
    (await client.db('admin').command({ hello: 1 })).isWritablePrimary === true;
  for (let waited = 0; waited < ELECTED_WITHIN_MS; waited += 20) {
    const found = await Promise.all(members.map((member) => direct(member, isPrimary)));
    if (found.includes(true)) return;
    await pause(20);
  }
  throw new Error(`The embedded MongoDB chose no primary within ${ELECTED_WITHIN_MS / 1000} s.`);
}

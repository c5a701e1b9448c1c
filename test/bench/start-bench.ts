import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '../../server/storage/embedded/embedded-mongo.ts';
import type { Cleanup } from './cleanup.ts';
import { createPeaks, type Peaks } from './processes/peaks.ts';

/** What every part of the bench works with: one mongod for all of them, and a database of its own in it for each. */
export type Bench = {
  readonly mongodBinary: string;
  readonly mongodPid: number;
  readonly databaseOf: (part: string) => string;
  readonly defer: Cleanup['defer'];
  readonly say: (line: string) => void;
  readonly peaks: Peaks;
  /** A quick look instead of a measurement: shorter rounds, a tenth of the purchases. */
  readonly isSmall: boolean;
};

/**
 * Starts the database that ours and the bare libraries are measured on: a replica set, journaled, on this machine's
 * disk.
 */
export async function startBench(
  { defer }: Cleanup,
  isSmall: boolean,
  say: (line: string) => void = console.log,
): Promise<Bench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'regulars-bench-'));
  defer(() => rm(dataDir, { recursive: true, force: true }));
  const mongo = await startEmbeddedMongo({ dataDir, say: () => undefined });
  defer(mongo.stop);
  return {
    mongodBinary: mongo.binary,
    mongodPid: mongo.members[0]?.pid() ?? 0,
    databaseOf: (part) => {
      const uri = new URL(mongo.uri);
      uri.pathname = `/bench_${part}_${randomBytes(3).toString('hex')}`;
      return uri.href;
    },
    defer,
    say,
    peaks: createPeaks(),
    isSmall,
  };
}

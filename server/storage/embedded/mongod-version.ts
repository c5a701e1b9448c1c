import { execFile } from 'node:child_process';

/** What we need of a MongoDB: 6.0 is the oldest we are tested with. */
export const OLDEST_MAJOR = 6;

/** Whether the version, as MongoDB writes it, is one we run on. */
export const isNewEnough = (version: string): boolean => Number(version.split('.')[0]) >= OLDEST_MAJOR;

/** Starts the binary to ask for its version; null when it does not start here or is no mongod. */
export function mongodVersion(binary: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(binary, ['--version'], { timeout: 20_000 }, (error, stdout) => {
      const version = /db version v?(\d+\.\d+\.\d+)/.exec(stdout ?? '')?.[1];
      resolve(error === null && version !== undefined ? version : null);
    });
  });
}

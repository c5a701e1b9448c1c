import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Holds the number of the process that has the folder. */
export const OWNER = 'in-use-by';
/** A start that has not yet brought its mongod up is given this long. */
const STARTING_MS = 30_000;
/** A mongod whose app was killed is ended by its watcher within 2 s and then closes its files. */
const ORPHAN_MS = 20_000;

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : null;

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The mongod that holds the files of a member: its lock file names a process, which may be long gone or another. */
function holderOf(memberFolder: string): number | null {
  const lock = join(memberFolder, 'mongod.lock');
  const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8').trim()) : 0;
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null;
  const command = `/proc/${pid}/cmdline`;
  return existsSync(command) && !readFileSync(command, 'utf8').includes('mongod') ? null : pid;
}

async function claimFile(folder: string): Promise<boolean> {
  try {
    const file = await open(join(folder, OWNER), 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes the folder for this process, or says who has it. What a killed process left behind is taken over once its
 * mongod has ended. The owner and the mongod must both live to be believed: process numbers come round again.
 */
export async function claimFolder(folder: string, memberFolders: readonly string[]): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const owner = join(folder, OWNER);
  if (!(await claimFile(folder))) {
    const pid = Number(await readFile(owner, 'utf8').catch(() => '0'));
    const isFresh = Date.now() - (await stat(owner).catch(() => ({ mtimeMs: 0 }))).mtimeMs < STARTING_MS;
    const isHeld = memberFolders.some((member) => holderOf(member) !== null);
    if (pid > 0 && isAlive(pid) && (isHeld || isFresh)) {
      throw new Error(`The data in ${folder} is in use by another Regulars (process ${pid}). Stop that one first.`);
    }
    await rm(owner, { force: true });
    if (!(await claimFile(folder))) throw new Error(`Another Regulars is starting on the data in ${folder}.`);
  }
  await untilFree(memberFolders);
  return () => rm(owner, { force: true });
}

async function untilFree(memberFolders: readonly string[]): Promise<void> {
  for (const member of memberFolders) {
    await mkdir(member, { recursive: true });
    for (let waited = 0; holderOf(member) !== null; waited += 50) {
      if (waited >= ORPHAN_MS) {
        throw new Error(`A mongod (process ${holderOf(member)}) still holds ${member}. End that process first.`);
      }
      await pause(50);
    }
  }
}

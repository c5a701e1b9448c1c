import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isAlive, OWNER } from './data-folder.ts';
import { REPLICA_SET } from './member.ts';

/** Where the embedded database of a Regulars that runs over this data folder listens; null: none does. */
export async function findRunningDatabase(dataDir: string): Promise<string | null> {
  const folder = resolve(dataDir, 'mongo');
  const read = (name: string) => readFile(resolve(folder, name), 'utf8').catch(() => '');
  const owner = Number(await read(OWNER));
  const ports = (await read('ports')).split('\n').filter((port) => /^\d+$/.test(port));
  if (!(owner > 0) || !isAlive(owner) || ports.length === 0) return null;
  return `mongodb://${ports.map((port) => `127.0.0.1:${port}`).join(',')}/regulars?replicaSet=${REPLICA_SET}`;
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorld, type WorldState, writeWorld } from './state.ts';

const FILE = 'sandbox-world.json';
const QUIET_MS = 300;
const LATEST_MS = 3000;

/** What was kept in the folder; null at the first start. */
export function loadWorld(dataDir: string): WorldState | null {
  try {
    return readWorld(readFileSync(join(dataDir, FILE), 'utf8'));
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

export type WorldSaver = { readonly changed: () => void; readonly flush: () => void };

/**
 * Writes the world soon after it has been quiet for a moment, and at the latest some seconds after a change; a write
 * is whole or not at all. Without a folder nothing is kept.
 */
export function createWorldSaver(state: WorldState, dataDir: string | null): WorldSaver {
  let timer: NodeJS.Timeout | null = null;
  let firstAt: number | null = null;
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    firstAt = null;
    if (dataDir !== null) write(dataDir, writeWorld(state));
  };
  const changed = (): void => {
    if (dataDir === null) return;
    const at = performance.now();
    firstAt ??= at;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(flush, Math.max(0, Math.min(QUIET_MS, firstAt + LATEST_MS - at)));
    timer.unref();
  };
  return { changed, flush };
}

function write(dataDir: string, text: string): void {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, FILE);
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

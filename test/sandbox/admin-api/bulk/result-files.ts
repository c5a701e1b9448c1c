import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the results of bulk operations lie: in a folder, or in memory where nothing is kept. */
export type ResultFiles = {
  readonly put: (name: string, text: string) => void;
  readonly get: (name: string) => string | null;
};

const NAME = /^[\w-]{1,80}\.jsonl$/;

export function createResultFiles(dataDir: string | null): ResultFiles {
  const inMemory = new Map<string, string>();
  if (dataDir === null)
    return { put: (name, text) => void inMemory.set(name, text), get: (n) => inMemory.get(n) ?? null };
  const folder = join(dataDir, 'bulk-results');
  return {
    put: (name, text) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), text);
    },
    get: (name) => {
      try {
        return NAME.test(name) ? readFileSync(join(folder, name), 'utf8') : null;
      } catch {
        return null;
      }
    },
  };
}

import type { Program, ProgramStore } from '../../../server/app/ports/program-store.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { by, type Tables, update } from './tables.ts';

export function createInMemoryProgramStore({ make }: Tables): ProgramStore {
  const programs = make<Program>();
  const versions = make<ProgramVersion>();
  const sorted = (rows: readonly ProgramVersion[]) =>
    [...rows].sort(by((row) => row.version)).sort(by((row) => row.programId));
  return {
    create: async (shop, program) => programs.set(shop, program.id, program),
    find: async (shop, id) => programs.get(shop, id) ?? null,
    list: async (shop) => [...programs.all(shop)].sort(by((one) => one.id)).sort(by((one) => one.createdAt)),
    change: async (shop, id, fields) =>
      update(programs, shop, id, (known) => ({ ...known, ...fields, id })) ? 'changed' : 'unknown',
    publish: async (shop, version) => {
      const key = `${version.programId} ${version.version}`;
      if (versions.get(shop, key) !== undefined) return 'version_taken';
      versions.set(shop, key, version);
      return 'published';
    },
    versions: async (shop, id) => sorted(versions.all(shop)).filter(({ programId }) => programId === id),
    allVersions: async (shop) => sorted(versions.all(shop)),
  };
}

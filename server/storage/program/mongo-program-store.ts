import type { ProgramStore } from '../../app/ports/program-store.ts';
import { isDuplicateKey, retryDuplicate, type TenantCollection } from '../tenant-collection.ts';
import {
  decodeProgram,
  encodeProgram,
  encodeProgramFields,
  type ProgramDoc,
  type ProgramVersionDoc,
} from './program.codec.ts';

export function createMongoProgramStore(
  programs: TenantCollection<ProgramDoc>,
  versions: TenantCollection<ProgramVersionDoc>,
): ProgramStore {
  const sort = { programId: 1, number: 1 } as const;
  return {
    create: async (shop, program) => {
      await retryDuplicate(() => programs.replaceOne(shop, { programId: program.id }, encodeProgram(program)));
    },
    find: async (shop, id) => {
      const doc = await programs.findOne(shop, { programId: id });
      return doc === null ? null : decodeProgram(doc);
    },
    // A shop has a handful of programs: sorting them needs no index.
    list: async (shop) => {
      const docs = await programs.find(shop, {}, { sort: { createdAt: 1, programId: 1 } }).toArray();
      return docs.map(decodeProgram);
    },
    change: async (shop, id, fields) => {
      const set = { programId: id, ...encodeProgramFields(fields) };
      return (await programs.updateOne(shop, { programId: id }, { $set: set })).matched > 0 ? 'changed' : 'unknown';
    },
    publish: async (shop, version) => {
      const { programId, version: number } = version;
      try {
        await versions.insert(shop, { programId, number, version });
        return 'published';
      } catch (error) {
        if (isDuplicateKey(error)) return 'version_taken';
        throw error;
      }
    },
    versions: async (shop, id) =>
      (await versions.find(shop, { programId: id }, { sort }).toArray()).map(({ version }) => version),
    allVersions: async (shop) => (await versions.find(shop, {}, { sort }).toArray()).map(({ version }) => version),
  };
}

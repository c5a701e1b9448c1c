import type { Instant, ProgramId, ShopId } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';

export type ProgramState = 'draft' | 'published' | 'ended';

/** What a wizard may leave half done is kept as it was typed; it becomes a version only when it is without fault. */
export type Draft = Readonly<Record<string, unknown>>;

export type Program = {
  readonly id: ProgramId;
  readonly name: string;
  readonly state: ProgramState;
  readonly draft: Draft | null;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
  readonly lastVersion: number;
};

export type ProgramStore = {
  readonly create: (shop: ShopId, program: Program) => Promise<void>;
  readonly find: (shop: ShopId, id: ProgramId) => Promise<Program | null>;
  readonly list: (shop: ShopId) => Promise<readonly Program[]>;
  readonly change: (
    shop: ShopId,
    id: ProgramId,
    fields: Partial<Omit<Program, 'id'>>,
  ) => Promise<'changed' | 'unknown'>;
  /** Unique by program and version number. */
  readonly publish: (shop: ShopId, version: ProgramVersion) => Promise<'published' | 'version_taken'>;
  readonly versions: (shop: ShopId, id: ProgramId) => Promise<readonly ProgramVersion[]>;
  /** Every version of every program of the shop; few, and read often. */
  readonly allVersions: (shop: ShopId) => Promise<readonly ProgramVersion[]>;
};

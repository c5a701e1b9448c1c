import type { ProgramId, ShopId } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { Draft, Program } from '../../app/ports/program-store.ts';

/** The draft is kept as text: it is what somebody typed, with whatever names and signs. */
export type ProgramDoc = Omit<Program, 'id' | 'draft'> & {
  readonly shop: ShopId;
  readonly programId: ProgramId;
  readonly draft: string | null;
};

export type ProgramVersionDoc = {
  readonly shop: ShopId;
  readonly programId: ProgramId;
  readonly number: number;
  readonly version: ProgramVersion;
};

const encodeDraft = (draft: Draft | null): string | null => (draft === null ? null : JSON.stringify(draft));

export function encodeProgram({ id, draft, ...plain }: Program): Omit<ProgramDoc, 'shop'> {
  return { ...plain, programId: id, draft: encodeDraft(draft) };
}

export function encodeProgramFields({ draft, ...plain }: Partial<Omit<Program, 'id'>>): Partial<ProgramDoc> {
  return draft === undefined ? plain : { ...plain, draft: encodeDraft(draft) };
}

export const decodeProgram = (doc: ProgramDoc): Program => ({
  id: doc.programId,
  name: doc.name,
  state: doc.state,
  draft: doc.draft === null ? null : (JSON.parse(doc.draft) as Draft),
  createdAt: doc.createdAt,
  endedAt: doc.endedAt,
  lastVersion: doc.lastVersion,
});

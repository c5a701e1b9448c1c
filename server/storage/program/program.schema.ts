import { asIs, defineStored, number, text, wholeNumber, wholeText } from '../define-stored.ts';
import type { ProgramDoc, ProgramVersionDoc } from './program.codec.ts';

export const storedPrograms = defineStored<ProgramDoc>(
  'programs',
  {
    programId: wholeText,
    name: { type: String },
    state: wholeText,
    draft: text,
    createdAt: wholeNumber,
    endedAt: number,
    lastVersion: wholeNumber,
  },
  [{ fields: { shop: 1, programId: 1 }, options: { unique: true } }],
);

export const storedProgramVersions = defineStored<ProgramVersionDoc>(
  'program-versions',
  { programId: wholeText, number: wholeNumber, version: asIs },
  [{ fields: { shop: 1, programId: 1, number: 1 }, options: { unique: true } }],
);

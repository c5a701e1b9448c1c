import { randomBytes } from 'node:crypto';
import type { CustomerId, InboxId, JournalEntryId, ProgramId, SeriesId } from '../shared/domain/ids.ts';
import type { Chance, Ids } from './app/ports/ids.ts';

/** 96 bits: nobody guesses one, and two never meet. */
const random = (): string => randomBytes(12).toString('base64url');

export const chance: Chance = { bytes: (count) => randomBytes(count) };

/** Our ids from the system's own chance. */
export const ids: Ids = {
  customer: () => `cus_${random()}` as CustomerId,
  program: () => `prg_${random()}` as ProgramId,
  series: () => `ser_${random()}` as SeriesId,
  journalEntry: () => `jrn_${random()}` as JournalEntryId,
  inbox: () => `inb_${random()}` as InboxId,
};

/** For requests and faults, to be found again in the log. */
export const newId = random;

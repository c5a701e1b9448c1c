import { randomBytes } from 'node:crypto';
import type {
  ClubId,
  CustomerId,
  DrawId,
  InboxId,
  InvitationId,
  JournalEntryId,
  NoteId,
  ProgramId,
  SeriesId,
  SimulationId,
} from '../shared/domain/ids.ts';
import type { Chance, Ids } from './app/ports/ids.ts';

const BYTES = 12;
const POOL_BYTES = BYTES * 341;

/** Random bytes fetched for many ids at once: each call into the system costs more than an id's bytes. */
function createPool(): () => Buffer {
  let pool = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at + BYTES > pool.length) {
      pool = randomBytes(POOL_BYTES);
      at = 0;
    }
    at += BYTES;
    return pool.subarray(at - BYTES, at);
  };
}

const next = createPool();

/** 96 bits: nobody guesses one, and two never meet. */
const random = (): string => next().toString('base64url');

export const chance: Chance = { bytes: (count) => randomBytes(count) };

/** Our ids from the system's own chance. */
export const ids: Ids = {
  customer: () => `cus_${random()}` as CustomerId,
  program: () => `prg_${random()}` as ProgramId,
  series: () => `ser_${random()}` as SeriesId,
  journalEntry: () => `jrn_${random()}` as JournalEntryId,
  inbox: () => `inb_${random()}` as InboxId,
  draw: () => `drw_${random()}` as DrawId,
  simulation: () => `sim_${random()}` as SimulationId,
  club: () => `clb_${random()}` as ClubId,
  invitation: () => `ivt_${random()}` as InvitationId,
  note: () => `nte_${random()}` as NoteId,
};

/** For requests and faults, to be found again in the log. */
export const newId = random;

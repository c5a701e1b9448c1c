import type { Chance, Ids } from '../../server/app/ports/ids.ts';
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
} from '../../shared/domain/ids.ts';

/** Ids that count from 1, so that a test can name them and two runs are alike. */
export function countedIds(): Ids {
  const counts = new Map<string, number>();
  const next = (prefix: string): string => {
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return `${prefix}_${String(count).padStart(10, '0')}`;
  };
  return {
    customer: () => next('cus') as CustomerId,
    program: () => next('prg') as ProgramId,
    series: () => next('ser') as SeriesId,
    journalEntry: () => next('jrn') as JournalEntryId,
    inbox: () => next('inb') as InboxId,
    draw: () => next('drw') as DrawId,
    simulation: () => next('sim') as SimulationId,
    club: () => next('clb') as ClubId,
    invitation: () => next('ivt') as InvitationId,
    note: () => next('nte') as NoteId,
  };
}

/** Bytes that look random enough for what takes them (digits, keys) and are the same in every run. */
export function countedChance(seed = 1): Chance {
  let state = seed;
  return {
    bytes: (count) =>
      Uint8Array.from({ length: count }, () => {
        state = (state + 0x6d2b79f5) | 0;
        const mixed = Math.imul(state ^ (state >>> 15), state | 1);
        return (mixed ^ (mixed >>> 13)) & 0xff;
      }),
  };
}

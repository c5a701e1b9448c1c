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
} from '../../../shared/domain/ids.ts';

/** Our ids, made from chance; tests count instead. */
export type Ids = {
  readonly customer: () => CustomerId;
  readonly program: () => ProgramId;
  readonly series: () => SeriesId;
  readonly journalEntry: () => JournalEntryId;
  readonly inbox: () => InboxId;
  readonly draw: () => DrawId;
  readonly simulation: () => SimulationId;
  readonly club: () => ClubId;
  readonly invitation: () => InvitationId;
  readonly note: () => NoteId;
};

/** Bytes nobody can guess. */
export type Chance = { readonly bytes: (count: number) => Uint8Array };

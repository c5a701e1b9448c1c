import type { Fault } from '../../../shared/domain/fault.ts';
import type { CardNumber, NoteId, ShopId } from '../../../shared/domain/ids.ts';
import type { CardNote, TypedNote } from '../../../shared/domain/instrument/card-note.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { By } from '../by.ts';

type Faults = { readonly code: 'faults'; readonly faults: readonly Fault[] };

/** What the app can do with dated notes on cards (rules 4, decision 0064). Days and texts come as typed. */
export type NoteUseCases = {
  /** Only on a card in somebody's hands, of a program that keeps notes now. */
  readonly writeNote: (
    shop: ShopId,
    number: CardNumber,
    typed: TypedNote,
    by: By,
  ) => Promise<Result<CardNote, Faults | { readonly code: 'unknown_card' | 'card_not_issued' | 'no_notes_kept' }>>;
  /** What was written before is gone with it; who put it right, and when, is kept. */
  readonly correctNote: (
    shop: ShopId,
    seen: Pick<CardNote, 'id' | 'revision'>,
    typed: TypedNote,
    by: By,
  ) => Promise<Result<CardNote, Faults | { readonly code: 'unknown_note' | 'changed_meanwhile' }>>;
  readonly removeNote: (shop: ShopId, id: NoteId, by: By) => Promise<Result<null, { readonly code: 'unknown_note' }>>;
};

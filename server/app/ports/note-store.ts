import type { CardNumber, Instant, NoteId, ShopId } from '../../../shared/domain/ids.ts';
import type { CardNote, TypedNote } from '../../../shared/domain/instrument/card-note.ts';
import type { By } from '../by.ts';

/** Dated notes on cards. What they say is sealed, as nobody but the shop's people may read it. */
export type NoteStore = {
  readonly add: (shop: ShopId, note: CardNote) => Promise<void>;
  readonly find: (shop: ShopId, id: NoteId) => Promise<CardNote | null>;
  /** Of all these cards together the newest by day, at most so many; of one day what was written last. */
  readonly ofCards: (shop: ShopId, numbers: readonly CardNumber[], max: number) => Promise<readonly CardNote[]>;
  /** Compare and set on `revision`, which rises. */
  readonly correct: (
    shop: ShopId,
    seen: Pick<CardNote, 'id' | 'revision'>,
    typed: TypedNote,
    corrected: { readonly at: Instant; readonly by: By },
  ) => Promise<'changed' | 'stale'>;
  /** Answers whether it was there. */
  readonly remove: (shop: ShopId, id: NoteId) => Promise<boolean>;
  /** Privacy: nothing that was written on these cards is kept. Answers how many notes it was. */
  readonly forgetCards: (shop: ShopId, numbers: readonly CardNumber[]) => Promise<number>;
};

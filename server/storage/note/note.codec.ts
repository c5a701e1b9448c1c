import type { CardNumber, Instant, NoteId, ShopId } from '../../../shared/domain/ids.ts';
import type { CardNote } from '../../../shared/domain/instrument/card-note.ts';
import { openJson, type SecretBox, sealJson } from '../secret-box.ts';

/** A note as it lies: what it says is sealed for its shop and itself, elsewhere it does not open. */
export type NoteDoc = {
  readonly shop: ShopId;
  readonly noteId: NoteId;
  readonly cardNumber: CardNumber;
  readonly day: string;
  readonly sealed: Uint8Array;
  readonly writtenAt: Instant;
  readonly by?: string;
  readonly correctedAt?: Instant;
  readonly correctedBy?: string;
  readonly revision: number;
};

const about = (shop: ShopId, id: NoteId): string => `card-note ${shop} ${id}`;

export const sealText = (box: SecretBox, shop: ShopId, id: NoteId, text: string): Uint8Array =>
  sealJson(box, about(shop, id), text);

export function encodeNote(box: SecretBox, shop: ShopId, note: CardNote): Omit<NoteDoc, 'shop'> {
  const { id, text, by, corrected, ...plain } = note;
  return {
    ...plain,
    noteId: id,
    sealed: sealText(box, shop, id, text),
    ...(by === null ? {} : { by }),
    ...(corrected === null ? {} : correctionFields(corrected)),
  };
}

export const correctionFields = ({ at, by }: NonNullable<CardNote['corrected']>) => ({
  correctedAt: at,
  ...(by === null ? {} : { correctedBy: by }),
});

export const decodeNote = (box: SecretBox, doc: NoteDoc): CardNote => ({
  id: doc.noteId,
  cardNumber: doc.cardNumber,
  day: doc.day,
  text: openJson<string>(box, about(doc.shop, doc.noteId), doc.sealed),
  writtenAt: doc.writtenAt,
  by: doc.by ?? null,
  corrected: doc.correctedAt === undefined ? null : { at: doc.correctedAt, by: doc.correctedBy ?? null },
  revision: doc.revision,
});

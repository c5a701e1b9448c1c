import type { NoteStore } from '../../app/ports/note-store.ts';
import type { SecretBox } from '../secret-box.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import { correctionFields, decodeNote, encodeNote, type NoteDoc, sealText } from './note.codec.ts';

const NEWEST_FIRST = { day: -1, writtenAt: -1, noteId: 1 } as const;

export function createMongoNoteStore(notes: TenantCollection<NoteDoc>, box: SecretBox): NoteStore {
  return {
    add: (shop, note) => notes.insert(shop, encodeNote(box, shop, note)),
    find: async (shop, noteId) => {
      const doc = await notes.findOne(shop, { noteId });
      return doc === null ? null : decodeNote(box, doc);
    },
    ofCards: async (shop, numbers, max) => {
      if (numbers.length === 0) return [];
      const query = { cardNumber: { $in: [...numbers] } };
      const docs = await notes.find(shop, query, { sort: NEWEST_FIRST, limit: max }).toArray();
      return docs.map((doc) => decodeNote(box, doc));
    },
    correct: async (shop, { id, revision }, { day, text }, corrected) => {
      const sealed = sealText(box, shop, id, text);
      const change = {
        $set: { day, sealed, ...correctionFields(corrected) },
        $inc: { revision: 1 },
        ...(corrected.by === null ? { $unset: { correctedBy: '' as const } } : {}),
      };
      const { matched } = await notes.updateOne(shop, { noteId: id, revision }, change);
      return matched > 0 ? 'changed' : 'stale';
    },
    remove: async (shop, noteId) => (await notes.deleteMany(shop, { noteId })) > 0,
    forgetCards: async (shop, numbers) =>
      numbers.length === 0 ? 0 : notes.deleteMany(shop, { cardNumber: { $in: [...numbers] } }),
  };
}

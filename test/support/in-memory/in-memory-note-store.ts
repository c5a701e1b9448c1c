import type { NoteStore } from '../../../server/app/ports/note-store.ts';
import { type CardNote, newestFirst } from '../../../shared/domain/instrument/card-note.ts';
import type { Tables } from './tables.ts';

export function createInMemoryNoteStore({ make }: Tables): NoteStore {
  const notes = make<CardNote>();
  return {
    add: async (shop, note) => notes.set(shop, note.id, note),
    find: async (shop, id) => notes.get(shop, id) ?? null,
    ofCards: async (shop, numbers, max) =>
      notes
        .all(shop)
        .filter(({ cardNumber }) => numbers.includes(cardNumber))
        .sort(newestFirst)
        .slice(0, max),
    correct: async (shop, { id, revision }, typed, corrected) => {
      const known = notes.get(shop, id);
      if (known === undefined || known.revision !== revision) return 'stale';
      notes.set(shop, id, { ...known, ...typed, corrected, revision: revision + 1 });
      return 'changed';
    },
    remove: async (shop, id) => {
      const isThere = notes.get(shop, id) !== undefined;
      if (isThere) notes.remove(shop, id);
      return isThere;
    },
    forgetCards: async (shop, numbers) => {
      const gone = notes.all(shop).filter(({ cardNumber }) => numbers.includes(cardNumber));
      for (const { id } of gone) notes.remove(shop, id);
      return gone.length;
    },
  };
}

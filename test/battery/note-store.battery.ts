import { expect, it } from '@jest/globals';
import { cardNumber } from '../app/builders.ts';
import { NOW } from '../app/set-up.ts';
import { aNote, noteId } from '../support/builders/a-note.ts';
import { neighbour, type Place } from './place.ts';

export function noteStoreBattery({ stores, shop }: Place): void {
  const notes = () => stores().notes;
  const one = [cardNumber(1)];

  it('keeps notes as they were written, the newest day first, of several cards together', async () => {
    await notes().add(shop(), aNote(1));
    await notes().add(shop(), aNote(2, { day: '2026-06-12', by: null }));
    await notes().add(shop(), aNote(3, { cardNumber: cardNumber(2), day: '2026-06-11' }));
    await notes().add(shop(), aNote(4));
    const both = [cardNumber(1), cardNumber(2)];
    expect((await notes().ofCards(shop(), both, 9)).map(({ id }) => id)).toEqual([2, 3, 4, 1].map(noteId));
    expect((await notes().ofCards(shop(), both, 2)).map(({ id }) => id)).toEqual([2, 3].map(noteId));
    expect(await notes().ofCards(shop(), one, 1)).toEqual([aNote(2, { day: '2026-06-12', by: null })]);
    expect([await notes().ofCards(shop(), [], 9), await notes().ofCards(neighbour, both, 9)]).toEqual([[], []]);
    expect([await notes().find(shop(), noteId(1)), await notes().find(neighbour, noteId(1))]).toEqual([aNote(1), null]);
  });

  it('is put right by one of two at once, and says when and by whom', async () => {
    await notes().add(shop(), aNote(1));
    const typed = { day: '2026-06-09', text: 'Sphere −1.50' };
    expect(await notes().correct(shop(), aNote(1), typed, { at: NOW + 9, by: '8' })).toBe('changed');
    expect(await notes().correct(shop(), aNote(1), typed, { at: NOW + 10, by: '9' })).toBe('stale');
    const corrected = { at: NOW + 9, by: '8' };
    expect(await notes().find(shop(), noteId(1))).toEqual(aNote(1, { ...typed, corrected, revision: 1 }));
    const again = { id: noteId(1), revision: 1 };
    expect(await notes().correct(neighbour, again, typed, corrected)).toBe('stale');
    expect(await notes().correct(shop(), again, typed, { at: NOW + 11, by: null })).toBe('changed');
    expect((await notes().find(shop(), noteId(1)))?.corrected).toEqual({ at: NOW + 11, by: null });
  });

  it('is removed once, and forgotten with its cards', async () => {
    await notes().add(shop(), aNote(1));
    expect([await notes().remove(neighbour, noteId(1)), await notes().remove(shop(), noteId(1))]).toEqual([
      false,
      true,
    ]);
    expect([await notes().remove(shop(), noteId(1)), await notes().find(shop(), noteId(1))]).toEqual([false, null]);
    await notes().add(shop(), aNote(2));
    await notes().add(shop(), aNote(3));
    await notes().add(shop(), aNote(4, { cardNumber: cardNumber(2) }));
    expect([await notes().forgetCards(neighbour, one), await notes().forgetCards(shop(), [])]).toEqual([0, 0]);
    expect(await notes().forgetCards(shop(), one)).toBe(2);
    expect((await notes().ofCards(shop(), [...one, cardNumber(2)], 9)).map(({ id }) => id)).toEqual([noteId(4)]);
  });
}

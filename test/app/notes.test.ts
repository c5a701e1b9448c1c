import { describe, expect, it } from '@jest/globals';
import type { CardNumber } from '../../shared/domain/ids.ts';
import { aCard, anOrder, aProgram, shopper, told } from './builders.ts';
import { NOW, setUp, type World } from './set-up.ts';

const DAY_MS = 86_400_000;
const record = {
  ...{ mechanic: 'step_up', startPercent: '0', stepPercent: '1', capPercent: '10' },
  ...{ membership: 'card', cardFrom: '0', notes: 'dated', notesLabel: 'Record' },
} as const;
const today = { day: '2026-06-15', text: ' Sphere −1.25, pupil distance 63 ' };

/** Shopper 1 holds the first card of a program that keeps notes. */
async function withCard(said: object = {}) {
  const world = await setUp();
  const programId = await aProgram(world, { ...record, ...said });
  await world.useCases.recordPurchase(world.shop, told(anOrder(1)));
  const buyer = await world.stores.customers.findByShopifyId(world.shop, shopper(1));
  const number = await aCard(world, 1, { customerId: buyer?.id ?? null, programId });
  return { world, number, programId };
}

const written = async ({ useCases, shop }: World, number: CardNumber) => {
  const note = await useCases.writeNote(shop, number, today, '7');
  if (!note.ok) throw new Error(note.error.code);
  return note.value;
};

describe('dated notes on a card', () => {
  it('are written on a card in somebody’s hands, and by whom is kept', async () => {
    const { world, number } = await withCard();
    const note = await written(world, number);
    expect(note).toMatchObject({ day: '2026-06-15', text: 'Sphere −1.25, pupil distance 63', by: '7', revision: 0 });
    expect(await world.stores.notes.ofCards(world.shop, [number], 9)).toEqual([note]);
    expect(JSON.stringify(world.logged)).not.toContain('Sphere');
  });

  it('are refused beside the field where the day or the text will not do', async () => {
    const { world, number } = await withCard();
    const write = (day: string, text: string) => world.useCases.writeNote(world.shop, number, { day, text }, null);
    expect(await write('2026-06-16', '')).toMatchObject({
      error: {
        faults: [
          { path: 'day', code: 'day_to_come' },
          { path: 'text', code: 'note_missing' },
        ],
      },
    });
    expect(await write('2026-02-30', 'x'.repeat(2_001))).toMatchObject({
      error: { faults: [{ code: 'day_unreadable' }, { code: 'too_long', facts: { max: 2_000 } }] },
    });
  });

  it('need a card that was handed over, of a program that keeps them', async () => {
    const { world, programId } = await withCard();
    const { useCases, shop } = world;
    const blank = await aCard(world, 2, { state: 'emitted', customerId: null, programId });
    expect(await useCases.writeNote(shop, blank, today, null)).toMatchObject({ error: { code: 'card_not_issued' } });
    const none = await withCard({ notes: 'none' });
    expect(await none.world.useCases.writeNote(shop, none.number, today, null)).toMatchObject({
      error: { code: 'no_notes_kept' },
    });
  });

  it('are put right by whoever saw them as they are, and removed once', async () => {
    const { world, number } = await withCard();
    const { useCases, shop } = world;
    const { id } = await written(world, number);
    world.clock.set(NOW + DAY_MS);
    const right = { day: '2026-06-14', text: 'Sphere −1.50' };
    const corrected = { at: NOW + DAY_MS, by: '8' };
    expect(await useCases.correctNote(shop, { id, revision: 0 }, right, '8')).toMatchObject({
      value: { ...right, corrected, revision: 1, by: '7' },
    });
    const late = await useCases.correctNote(shop, { id, revision: 0 }, today, '9');
    expect(late).toMatchObject({ error: { code: 'changed_meanwhile' } });
    expect(await useCases.removeNote(shop, id, '8')).toMatchObject({ ok: true });
    expect(await useCases.removeNote(shop, id, '8')).toMatchObject({ error: { code: 'unknown_note' } });
    expect(await useCases.correctNote(shop, { id, revision: 1 }, right, '8')).toMatchObject({
      error: { code: 'unknown_note' },
    });
  });

  it('are in the file of what is known of somebody, and forgotten with them', async () => {
    const { world, number } = await withCard();
    const { useCases, shop, stores } = world;
    await written(world, number);
    await useCases.exportCustomer(shop, shopper(1), [], 'request-1');
    const file = await stores.privacyFiles.read(shop, 'request-1');
    expect(file).toContain('Sphere −1.25');
    await useCases.eraseCustomer(shop, shopper(1), []);
    expect(await stores.notes.ofCards(shop, [number], 9)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { ProgramId, SeriesId } from '../../../shared/domain/ids.ts';
import { checkDigit } from '../../../shared/domain/instrument/card-number.ts';
import { ProcessDied } from '../../support/cut-stores.ts';
import { aProgram, atDay, program } from '../builders.ts';
import { NOW, setUp, type World } from '../set-up.ts';
import { numbersOf } from './card-state.ts';

const MINUTE_MS = 60_000;

async function prepare(): Promise<{ readonly world: World; readonly programId: ProgramId }> {
  const world = await setUp();
  return { world, programId: await aProgram(world) };
}

const emit = (world: World, programId: ProgramId, change: object = {}) =>
  world.useCases.emitSeries(
    world.shop,
    { programId, name: 'Spring', count: 50, expiresAt: null, ...change },
    'staff-1',
  );

describe('emitting a series', () => {
  it("makes that many blank cards of the program, with the shop's prefix and a right check digit", async () => {
    const { world, programId } = await prepare();
    const emitted = await emit(world, programId, { name: ' Spring ', expiresAt: atDay(365) });
    const series = {
      programId,
      name: 'Spring',
      prefix: '2001',
      count: 50,
      emitted: 50,
      expiresAt: atDay(365),
      createdAt: NOW,
    };
    expect(emitted).toEqual({ ok: true, value: { ...series, id: expect.stringMatching(/^ser_/) } });
    expect(await world.stores.cards.listSeries(world.shop)).toEqual([emitted.ok && emitted.value]);
    const numbers = await numbersOf(world);
    expect(new Set(numbers).size).toBe(50);
    for (const number of numbers) {
      expect(number).toMatch(/^2001\d{9}$/);
      expect(number[12]).toBe(checkDigit(number.slice(0, 12)));
      expect(await world.stores.cards.find(world.shop, number)).toMatchObject({
        state: 'emitted',
        programId,
        customerId: null,
        expiresAt: atDay(365),
        history: [{ at: NOW, by: 'staff-1', kind: 'emitted' }],
      });
    }
  });

  it('ordered twice, one after the other or at once, is two series without a number in common', async () => {
    const { world, programId } = await prepare();
    await emit(world, programId);
    await Promise.all([emit(world, programId), emit(world, programId)]);
    expect((await world.stores.cards.listSeries(world.shop)).map(({ emitted }) => emitted)).toEqual([50, 50, 50]);
    expect(new Set(await numbersOf(world)).size).toBe(150);
  });

  it('cut short goes on with the same series, and ends with exactly as many cards', async () => {
    for (const writes of [1, 2, 3]) {
      const { world, programId } = await prepare();
      world.cutter.dieAfter(writes);
      await emit(world, programId, { count: 5000 }).catch((error: unknown) => {
        if (!(error instanceof ProcessDied)) throw error;
      });
      world.cutter.revive();
      world.clock.set(NOW + MINUTE_MS);
      expect(await emit(world, programId, { count: 5000 })).toMatchObject({ ok: true, value: { emitted: 5000 } });
      expect(await world.stores.cards.listSeries(world.shop)).toMatchObject([{ count: 5000, emitted: 5000 }]);
    }
  });

  it('leaves a series alone that another process may still be at, and one that is not the same', async () => {
    const { world, programId } = await prepare();
    world.cutter.dieAfter(1);
    await emit(world, programId).catch(() => undefined);
    world.cutter.revive();
    world.clock.set(NOW + MINUTE_MS - 1);
    await emit(world, programId);
    world.clock.set(NOW + MINUTE_MS);
    await emit(world, programId, { name: 'Summer' });
    expect((await world.stores.cards.listSeries(world.shop)).map(({ emitted }) => emitted)).toEqual([0, 50, 50]);
  });

  it('does not make a number again that the shop already has', async () => {
    const { world, programId } = await prepare();
    await emit(world, programId);
    const again = await prepare();
    // The same chance in a fresh world gives the same numbers first; those are taken here.
    for (const number of await numbersOf(world)) {
      const card = await world.stores.cards.find(world.shop, number);
      if (card !== null) await again.world.stores.cards.emit(again.world.shop, [card]);
    }
    expect(await emit(again.world, again.programId)).toMatchObject({ ok: true, value: { emitted: 50 } });
    expect((await numbersOf(again.world)).length).toBe(100);
  });

  it('makes 100,000 numbers in seconds', async () => {
    const { world, programId } = await prepare();
    const started = performance.now();
    expect(await emit(world, programId, { count: 100_000 })).toMatchObject({ ok: true, value: { emitted: 100_000 } });
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it.each([
    ['count', 'cards_out_of_range', { count: 0 }],
    ['count', 'cards_out_of_range', { count: 100_001 }],
    ['count', 'cards_out_of_range', { count: 1.5 }],
    ['name', 'series_name_missing', { name: '  ' }],
    ['name', 'too_long', { name: 'x'.repeat(81) }],
    ['expiresAt', 'expiry_in_the_past', { expiresAt: NOW }],
  ])('names %s as %s, and makes nothing', async (path, code, wrong) => {
    const { world, programId } = await prepare();
    expect(await emit(world, programId, wrong)).toMatchObject({
      ok: false,
      error: { code: 'faults', faults: [{ path, code }] },
    });
    expect(await world.stores.cards.listSeries(world.shop)).toEqual([]);
  });

  it('refuses a program that nobody knows, and one that has ended', async () => {
    const { world, programId } = await prepare();
    expect(await emit(world, program(999))).toEqual({ ok: false, error: { code: 'unknown_program' } });
    await world.useCases.endProgram(world.shop, programId, null);
    expect(await emit(world, programId)).toMatchObject({
      error: { faults: [{ path: 'programId', code: 'program_ended' }] },
    });
  });

  it('stops where every hundredth number would be out, since then numbers could be guessed', async () => {
    const { world, programId } = await prepare();
    for (let i = 0; i < 10; i += 1) {
      await world.stores.cards.createSeries(world.shop, {
        id: `ser_full00000${i}` as SeriesId,
        programId,
        name: 'Full',
        prefix: i === 9 ? '2777' : '2001',
        count: 100_000,
        emitted: 100_000,
        expiresAt: null,
        createdAt: NOW,
      });
    }
    expect(await emit(world, programId, { count: 100_000 })).toMatchObject({ ok: true });
    expect(await emit(world, programId, { count: 1 })).toMatchObject({
      error: { faults: [{ path: 'count', code: 'cards_guessable', facts: { room: 0 } }] },
    });
  });
});

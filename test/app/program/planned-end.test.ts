import { describe, expect, it } from '@jest/globals';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { aDraft, anOrder, atDay, customer, program, shopper, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { NOW, SHOP, setUp, type World } from '../set-up.ts';

/** 00:00 in Prague, a week from now. */
const END = Date.UTC(2026, 5, 21, 22);

const fixed = (said: Partial<ProgramDraft> = {}) => aDraft({ mechanic: 'fixed', fixedPercent: '5', ...said });
async function publish({ useCases }: World, endsAt: number | null, said: Partial<ProgramDraft> = {}, id?: number) {
  const drafted = await useCases.draftProgram(SHOP, id === undefined ? null : program(id), fixed(said));
  if (!drafted.ok) throw new Error(drafted.error.code);
  return useCases.publishProgram(SHOP, drafted.value.id, null, null, undefined, endsAt);
}
const ending = async (): Promise<World> => {
  const world = await setUp();
  await publish(world, END);
  await world.useCases.recordPurchase(SHOP, told(anOrder(1)));
  return world;
};
const found = ({ stores }: World) => stores.programs.find(SHOP, program(1));
const standings = async ({ stores }: World) => (await stores.standings.find(SHOP, customer(1)))?.standing.standings;
const told1 = async (world: World) => {
  await world.useCases.publishEntitlements();
  return world.admin.at(SHOP).entitlements.get(shopper(1));
};
async function quoted(world: World): Promise<number> {
  const line = { id: 'a', quantity: 1, amountMinor: 10_000, unitCostMinor: null, isGiftCard: false };
  const holder = { kind: 'customer', shopifyCustomerId: shopper(1) } as const;
  return (await world.useCases.quoteCart(SHOP, { holder, lines: [line] })).quote.totalMinor;
}

describe('a program that is to end at an instant', () => {
  it('gives its discount until then and nothing from then on, whoever asks', async () => {
    const world = await ending();
    expect(world.sweeps.map(({ at }) => at)).toEqual([NOW + 2000, END]);
    expect(await standings(world)).toMatchObject([{ discountBp: 500, programEndsAt: END, changesAt: END }]);
    world.clock.set(END - 1);
    expect(await quoted(world)).toBe(500);
    world.clock.set(END);
    expect(await quoted(world)).toBe(0);
    await world.useCases.refreshDue(SHOP);
    expect(await standings(world)).toEqual([]);
  });

  it('tells checkout the last day on which it may be believed', async () => {
    const world = await ending();
    expect(await told1(world)).toContain('"2026-06-21"');
  });

  it('is an ended one once the sweep of its end has come, and not a moment before', async () => {
    const world = await ending();
    await world.useCases.draftProgram(SHOP, program(1), fixed({ name: 'Half done' }));
    world.clock.set(END - 1);
    await world.useCases.endDuePrograms(SHOP);
    expect(await found(world)).toMatchObject({ state: 'published' });
    world.clock.set(END);
    await world.useCases.endDuePrograms(SHOP);
    expect(await found(world)).toMatchObject({ state: 'ended', endedAt: END, draft: null });
  });

  it('cannot be published anew after its end, even before anybody looked', async () => {
    const world = await ending();
    world.clock.set(END);
    expect(await publish(world, null, {}, 1)).toEqual({ ok: false, error: { code: 'program_ended' } });
  });

  it('goes on where a newer version has another end or none', async () => {
    const world = await ending();
    expect(await publish(world, null, { fixedPercent: '6' }, 1)).toMatchObject({ value: { version: 2, endsAt: null } });
    world.clock.set(END);
    await world.useCases.endDuePrograms(SHOP);
    expect(await found(world)).toMatchObject({ state: 'published' });
    expect(await quoted(world)).toBe(600);
  });

  it('is another version where only the end is another', async () => {
    const world = await ending();
    expect(await publish(world, END + 1, {}, 1)).toMatchObject({ value: { version: 2, endsAt: END + 1 } });
  });

  it('ends after it begins, or is refused beside the field', async () => {
    const world = await setUp();
    const refused = { error: { code: 'faults', faults: [{ path: 'endsAt', code: 'program_ends_too_early' }] } };
    expect(await publish(world, NOW)).toMatchObject(refused);
    expect(await world.useCases.publishProgram(SHOP, program(1), atDay(3), null, undefined, atDay(3))).toMatchObject(
      refused,
    );
  });

  it('may be about other goods than one that begins after it', async () => {
    const world = await setUp();
    await world.useCases.draftProgram(SHOP, null, fixed());
    await world.useCases.publishProgram(SHOP, program(1), END, null);
    const other = { scope: 'products', products: ['81'] } as const;
    expect(await publish(world, END + 1, other)).toMatchObject({ ok: false });
    expect(await publish(world, END, other)).toMatchObject({ ok: true });
  });

  it('comes to its end wherever the process dies', async () => {
    const act = async (world: World) => {
      world.clock.set(END);
      await world.useCases.endDuePrograms(SHOP);
    };
    expect(await cutShort({ prepare: ending, act })).toBe(1);
  });
});

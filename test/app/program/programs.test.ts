import { describe, expect, it } from '@jest/globals';
import { versionAt } from '../../../shared/domain/program/version-at.ts';
import {
  aDraft,
  anOrder,
  aProgram,
  aRefund,
  atDay,
  customer,
  program,
  shopper,
  told,
  toldRefund,
} from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { NOW, SHOP, setUp, type World } from '../set-up.ts';

const draft = ({ useCases }: World, change = {}, id: number | null = null) =>
  useCases.draftProgram(SHOP, id === null ? null : program(id), aDraft(change));
const publish = ({ useCases }: World, effectiveAt: number | null = null, id = 1) =>
  useCases.publishProgram(SHOP, program(id), effectiveAt, '42');
const end = ({ useCases }: World, id = 1) => useCases.endProgram(SHOP, program(id), '42');
const found = ({ stores }: World) => stores.programs.find(SHOP, program(1));
const versionsOf = ({ stores }: World) => stores.programs.versions(SHOP, program(1));

const withDraft = async (): Promise<World> => {
  const world = await setUp();
  await draft(world);
  return world;
};

describe('drafting a program', () => {
  it('keeps what was typed, right or wrong', async () => {
    const world = await setUp();
    const half = { name: ' Half done ', levels: [{ fromSpent: 'much' }] };
    expect(await world.useCases.draftProgram(SHOP, null, half)).toMatchObject({
      ok: true,
      value: { id: program(1), state: 'draft', name: 'Half done', lastVersion: 0 },
    });
    expect((await found(world))?.draft).toEqual(half);
  });

  it('is changed as often as one likes; the last of two at once stays', async () => {
    const world = await withDraft();
    await draft(world, { name: 'Second' }, 1);
    await draft(world, { name: 'Second' }, 1);
    expect(await found(world)).toMatchObject({ name: 'Second' });
    await Promise.all([draft(world, { name: 'Third' }, 1), draft(world, { name: 'Fourth' }, 1)]);
    const kept = await found(world);
    expect(kept?.name).toBe(kept?.draft?.name);
  });

  it('does not rename what holders have before it is published', async () => {
    const world = await withDraft();
    await publish(world);
    await draft(world, { name: 'Renamed' }, 1);
    expect(await found(world)).toMatchObject({ name: 'Regulars', state: 'published' });
    await publish(world);
    expect(await found(world)).toMatchObject({ name: 'Renamed', lastVersion: 2 });
  });

  it('is refused for a program that is not there or has ended', async () => {
    const world = await withDraft();
    expect(await draft(world, {}, 9)).toEqual({ ok: false, error: { code: 'unknown_program' } });
    await end(world);
    expect(await draft(world, {}, 1)).toEqual({ ok: false, error: { code: 'program_ended' } });
  });

  it('ends the same wherever the process dies', async () => {
    expect(await cutShort({ prepare: withDraft, act: (world) => draft(world, { name: 'Second' }, 1) })).toBe(1);
  });
});

describe('publishing a program', () => {
  it('makes the draft the next version, in force from now, and asks for the sweep before it', async () => {
    const world = await withDraft();
    const published = await publish(world);
    expect(published).toMatchObject({
      ok: true,
      value: { version: 1, effectiveAt: NOW, endsAt: null, currency: 'EUR' },
    });
    expect(await found(world)).toMatchObject({ state: 'published', draft: null, lastVersion: 1 });
    expect(world.sweeps).toEqual([{ shop: SHOP, at: NOW + 2000 }]);
  });

  it('may begin later, with a sweep of its own then', async () => {
    const world = await withDraft();
    await publish(world);
    await draft(world, { levels: [{ name: '', fromSpent: '1.00', fromPurchases: '', percent: '9' }] }, 1);
    expect(await publish(world, atDay(7))).toMatchObject({ value: { version: 2, effectiveAt: atDay(7) } });
    expect(world.sweeps.map(({ at }) => at)).toEqual([NOW + 2000, NOW + 2000, atDay(7)]);
    await world.useCases.recordPurchase(SHOP, told(anOrder(1)));
    const discount = async () =>
      (await world.stores.standings.find(SHOP, customer(1)))?.standing.standings[0]?.discountBp;
    expect(await discount()).toBe(0);
    world.clock.set(atDay(7));
    await world.useCases.refreshDue(SHOP);
    expect(await discount()).toBe(900);
  });

  it('tells every fault at once, each under the path of its field', async () => {
    const world = await setUp();
    await world.useCases.draftProgram(SHOP, null, {
      ...aDraft(),
      name: '',
      window: 'fortnight',
      levels: [{ name: '', fromSpent: 'much', fromPurchases: '', percent: '200' }],
    });
    const refused = await publish(world, NOW - 1);
    const faults = !refused.ok && refused.error.code === 'faults' ? refused.error.faults : [];
    expect(faults.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'effectiveAt version_in_the_past',
      'levels.0.fromSpent amount_unreadable',
      'levels.0.percent discount_too_high',
      'name program_name_missing',
      'window choice_unknown',
    ]);
    expect([await versionsOf(world), world.sweeps]).toEqual([[], []]);
  });

  it('reads a draft of which next to nothing was typed', async () => {
    const world = await setUp();
    await world.useCases.draftProgram(SHOP, null, {});
    expect(await publish(world)).toMatchObject({ error: { code: 'faults' } });
  });

  it('publishes once when it is asked twice, and when two ask at once', async () => {
    const world = await withDraft();
    await publish(world);
    expect(await publish(world)).toMatchObject({ ok: true, value: { version: 1 } });
    await draft(world, { name: 'Second' }, 1);
    const both = await Promise.all([publish(world), publish(world)]);
    expect(both).toMatchObject([{ value: { version: 2 } }, { value: { version: 2 } }]);
    expect(await versionsOf(world)).toHaveLength(2);
  });

  it('is refused when somebody else published another draft at the same moment', async () => {
    const world = await withDraft();
    const { programs } = world.stores;
    const store = programs.publish;
    Object.assign(programs, {
      publish: async (...[shop, version]: Parameters<typeof store>) => {
        await store(shop, { ...version, name: 'Faster' });
        return store(shop, version);
      },
    });
    expect(await publish(world)).toEqual({ ok: false, error: { code: 'changed_meanwhile' } });
  });

  it('has nothing to publish of a program without draft, and no program that is not there', async () => {
    const world = await withDraft();
    expect(await publish(world, null, 9)).toEqual({ ok: false, error: { code: 'unknown_program' } });
    await world.stores.programs.change(SHOP, program(1), { draft: null });
    expect(await publish(world)).toMatchObject({
      error: { code: 'faults', faults: [{ path: 'name', code: 'nothing_drafted' }] },
    });
  });

  it('ends the same wherever the process dies, and never without its sweep', async () => {
    expect(await cutShort({ prepare: withDraft, act: (world) => publish(world) })).toBe(3);
    const world = await withDraft();
    world.cutter.dieAfter(1);
    await expect(publish(world)).rejects.toThrow();
    expect([world.sweeps.length, (await versionsOf(world)).length]).toEqual([1, 0]);
  });
});

describe('publishing a version that keeps what holders were promised', () => {
  const meaner = { levels: [{ name: 'Late', fromSpent: '900.00', fromPurchases: '', percent: '3' }] };
  const withHolders = async (): Promise<World> => {
    const world = await setUp();
    await aProgram(world);
    await world.useCases.recordPurchase(SHOP, told(anOrder(1, { amountMinor: 60_000 })));
    world.clock.set(atDay(1));
    await draft(world, meaner, 1);
    return world;
  };
  const publishKeeping = (world: World, until: number | null = null) =>
    world.useCases.publishProgram(SHOP, program(1), null, '42', { until });
  const standingOf = async ({ stores }: World, id: number) =>
    (await stores.standings.find(SHOP, customer(id)))?.standing.standings[0];

  it('gives them the old percentage on, tells the journal which version that is, and others the new one', async () => {
    const world = await withHolders();
    expect(await publishKeeping(world)).toMatchObject({ value: { version: 2, keeps: { until: null } } });
    await world.useCases.rebuildStandings(SHOP);
    expect(await standingOf(world, 1)).toMatchObject({ version: 1, discountBp: 100, kept: { inForce: 2 } });
    expect(await world.stores.journal.last(SHOP, customer(1))).toMatchObject({
      cause: { kind: 'program_published', version: 2 },
      changes: [{ kind: 'kept', before: null, after: 1 }],
    });
    const late = anOrder(2, { amountMinor: 60_000, processedAt: atDay(1), shopifyCustomerId: shopper(2) });
    await world.useCases.recordPurchase(SHOP, told(late));
    expect(await standingOf(world, 2)).toMatchObject({ version: 2, discountBp: 0 });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
  });

  it('tells the journal when the newest version gives more, and when nothing is kept any more', async () => {
    const world = await withHolders();
    await publishKeeping(world, atDay(30));
    await world.useCases.rebuildStandings(SHOP);
    await world.useCases.recordPurchase(SHOP, told(anOrder(2, { amountMinor: 30_000, processedAt: atDay(1) })));
    expect(await standingOf(world, 1)).toMatchObject({ version: 2, discountBp: 300 });
    const last = await world.stores.journal.last(SHOP, customer(1));
    expect(last?.changes).toContainEqual({ kind: 'kept', programId: program(1), before: 1, after: null });
    await world.useCases.recordPurchase(SHOP, toldRefund(aRefund(2, 1, { processedAt: atDay(1) })));
    expect(await standingOf(world, 1)).toMatchObject({ version: 1, discountBp: 100, changesAt: atDay(30) });
    world.clock.set(atDay(30));
    await world.useCases.refreshDue(SHOP);
    expect(await standingOf(world, 1)).toMatchObject({ version: 2, discountBp: 0 });
    expect((await world.stores.journal.last(SHOP, customer(1)))?.cause).toEqual({ kind: 'time_passed' });
  });

  it('keeps for a while or for good, not for no time at all; a first version has nothing to keep', async () => {
    const world = await withHolders();
    const refused = { error: { code: 'faults', faults: [{ path: 'keptUntil', code: 'keeping_ends_too_early' }] } };
    expect(await publishKeeping(world, atDay(1))).toMatchObject(refused);
    const fresh = await withDraft();
    const first = await publishKeeping(fresh);
    expect(first.ok && first.value.keeps).toBeUndefined();
  });

  it('is another version than one that keeps nothing, and the same one when asked twice', async () => {
    const world = await withHolders();
    const both = await Promise.all([publishKeeping(world), publish(world)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const again = await withHolders();
    expect(await Promise.all([publishKeeping(again), publishKeeping(again)])).toMatchObject([
      { value: { version: 2 } },
      { value: { version: 2 } },
    ]);
  });

  it('ends the same wherever the process dies', async () => {
    expect(await cutShort({ prepare: withHolders, act: (world) => publishKeeping(world) })).toBe(3);
  });
});

describe('ending a program', () => {
  const published = async (): Promise<World> => {
    const world = await setUp();
    await aProgram(world);
    return world;
  };

  it('ends it now, for a version that was to begin later too', async () => {
    const world = await published();
    await draft(world, { name: 'Later' }, 1);
    await publish(world, atDay(7));
    expect(await end(world)).toMatchObject({ ok: true, value: { state: 'ended', endedAt: NOW, lastVersion: 3 } });
    const versions = await versionsOf(world);
    expect([versionAt(versions, NOW), versionAt(versions, atDay(8))]).toEqual([null, null]);
    expect(world.sweeps.at(-1)).toEqual({ shop: SHOP, at: NOW + 2000 });
  });

  it('ends once when it is asked twice or at once, and is published no more', async () => {
    const world = await published();
    await Promise.all([end(world), end(world)]);
    expect(await end(world)).toMatchObject({ ok: true, value: { state: 'ended' } });
    expect(await versionsOf(world)).toHaveLength(2);
    expect(await publish(world)).toEqual({ ok: false, error: { code: 'program_ended' } });
  });

  it('just ends a draft that nobody ever had', async () => {
    const world = await withDraft();
    expect(await end(world)).toMatchObject({ ok: true, value: { state: 'ended', lastVersion: 0 } });
    expect(world.sweeps).toEqual([]);
    expect(await end(world, 9)).toEqual({ ok: false, error: { code: 'unknown_program' } });
  });

  it('ends the same wherever the process dies', async () => {
    expect(await cutShort({ prepare: published, act: (world) => end(world) })).toBe(3);
  });
});

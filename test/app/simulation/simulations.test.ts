import { beforeEach, describe, expect, it } from '@jest/globals';
import { createUseCases } from '../../../server/app/create-use-cases.ts';
import { AppError } from '../../../server/app/ports/app-error.ts';
import type { Simulator } from '../../../server/app/ports/simulator.ts';
import { SIMULATIONS_KEPT } from '../../../server/app/simulation/start-simulation.ts';
import { hashing } from '../../../server/hashing.ts';
import type { ProgramId, SimulationId } from '../../../shared/domain/ids.ts';
import { anOrder, aProgram, customer, DAY_MS, order, program } from '../builders.ts';
import { countedIds } from '../counted.ts';
import { NOW, setUp, type World } from '../set-up.ts';

let world: World;
let id: ProgramId;
beforeEach(async () => {
  world = await setUp();
  id = await aProgram(world);
  for (const one of [1, 2, 3, 4]) await bought(one, NOW - (10 - one) * DAY_MS);
});

const WHOLE = { fromDay: '', toDay: '' };
const RUNNING = () => new AbortController().signal;

/** Customer 1 buys for 300.00: the first level is reached with the second order. */
async function bought(orderId: number, processedAt: number): Promise<void> {
  const { stores, shop } = world;
  await stores.purchases.record(shop, order(orderId), anOrder(orderId, { processedAt, amountMinor: 30_000 }), []);
  await stores.purchases.attribute(shop, order(orderId), customer(1), false);
}

async function started(period: Partial<typeof WHOLE> = {}, version: number | null = 1): Promise<SimulationId> {
  const asked = { programs: [{ programId: id, version }], ...WHOLE, ...period };
  const answer = await world.useCases.startSimulation(world.shop, asked, 'staff 1');
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.id;
}

const found = (simulation: SimulationId) => world.stores.simulations.find(world.shop, simulation);
const run = (signal = RUNNING()) => world.useCases.runNextSimulation(signal);

/** The same use cases with another simulator, as a worker of its own would have them. */
function withSimulator(simulator: Simulator) {
  const { stores, admin, clock } = world;
  const quietly = () => undefined;
  const log = (level: 'info' | 'warn' | 'error') => (event: string, facts?: unknown) =>
    void world.logged.push({ level, event, facts });
  return createUseCases({
    ...{ stores, privacyFiles: stores.privacyFiles, admin, clock, simulator },
    ids: countedIds(),
    chance: { bytes: (count) => new Uint8Array(count).fill(7) },
    hashing,
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    askForSweep: async () => undefined,
    ...{ nudgeInbox: quietly, nudgeOutbox: quietly, nudgeSimulations: quietly },
  });
}

describe('a simulation over the shop’s own past', () => {
  it('waits for a worker, runs, and is found again with what it came to', async () => {
    const simulation = await started();
    expect(await found(simulation)).toMatchObject({ state: 'waiting', by: 'staff 1', result: null });
    expect(world.nudges.simulations).toBe(1);
    expect(await run()).toBe(true);
    // 600.00 → 1 % of the third 300.00; 897.00 → 2 % of the fourth.
    const result = { totals: { customers: 1, orders: 4, discountMinor: 300 + 600, bookedMinor: 119_100 } };
    expect(await found(simulation)).toMatchObject({ state: 'done', endedAt: NOW, result: [result] });
    expect(await run()).toBe(false);
  });

  it('looks at the days that were asked for, both of them whole', async () => {
    const simulation = await started({ fromDay: '2026-06-07', toDay: '2026-06-08' });
    await run();
    expect(await found(simulation)).toMatchObject({ result: [{ totals: { orders: 2, discountMinor: 0 } }] });
  });

  it('takes a draft as it is now, beside the version that runs', async () => {
    const draft = {
      ...(await world.stores.programs.find(world.shop, id))?.draft,
      mechanic: 'fixed',
      fixedPercent: '10',
    };
    await world.useCases.draftProgram(world.shop, id, { name: 'Ten', membership: 'everyone', ...draft });
    const programs = [1, null].map((version) => ({ programId: id, version }));
    const answer = await world.useCases.startSimulation(world.shop, { programs, ...WHOLE }, null);
    expect(answer.ok).toBe(true);
    await run();
    const [row] = await world.stores.simulations.list(world.shop, 1);
    expect(row && (await found(row.id))).toMatchObject({
      result: [{ totals: { discountMinor: 900 } }, { totals: { discountMinor: 12_000 } }],
    });
  });

  it('says what is wrong with a draft, with a day, and which program there is not', async () => {
    const { useCases, shop } = world;
    await useCases.draftProgram(shop, id, { name: '', mechanic: 'fixed', fixedPercent: 'x' });
    const ask = (programId: ProgramId, version: number | null, period: Partial<typeof WHOLE> = {}) =>
      useCases.startSimulation(shop, { programs: [{ programId, version }], ...WHOLE, ...period }, null);
    const wrong = await ask(id, null, { fromDay: '2026-02-30' });
    const paths = !wrong.ok && wrong.error.code === 'faults' ? wrong.error.faults.map(({ path }) => path) : [];
    expect(paths).toEqual(['programs.0.name', 'programs.0.fixedPercent', 'fromDay']);
    expect(await ask(id, 1, { fromDay: '2026-02-02', toDay: '2026-02-01' })).toMatchObject({
      error: { faults: [{ path: 'toDay', code: 'period_reversed' }] },
    });
    for (const [programId, version] of [
      [program(99), 1],
      [id, 7],
    ] as const) {
      expect(await ask(programId, version)).toEqual({ ok: false, error: { code: 'unknown_program' } });
    }
  });

  it('is one at a time for each shop', async () => {
    const first = await started();
    const asked = { programs: [{ programId: id, version: 1 }], ...WHOLE };
    const second = await world.useCases.startSimulation(world.shop, asked, null);
    expect(second).toEqual({ ok: false, error: { code: 'simulation_under_way' } });
    await world.useCases.cancelSimulation(world.shop, first, null);
    expect((await world.useCases.startSimulation(world.shop, asked, null)).ok).toBe(true);
  });

  it('is cancelled while it waits, and for good', async () => {
    const simulation = await started();
    const cancelled = await world.useCases.cancelSimulation(world.shop, simulation, 'staff 2');
    expect(cancelled).toMatchObject({ ok: true, value: { state: 'cancelled', endedAt: NOW } });
    expect(await run()).toBe(false);
    await world.useCases.cancelSimulation(world.shop, simulation, null);
    expect(await found(simulation)).toMatchObject({ state: 'cancelled', endedAt: NOW });
  });

  it('is cancelled while it runs: its worker notices and stops, and puts nothing down', async () => {
    const simulation = await started();
    let isStopped = false;
    const worker = withSimulator(async (shop, _asked, { tell, signal }) => {
      await world.useCases.cancelSimulation(shop, simulation, null);
      world.clock.set(NOW + 1000);
      tell({ stage: 'reading', doneBp: 5000 });
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      isStopped = true;
      throw new Error('aborted');
    });
    expect(await worker.runNextSimulation(RUNNING())).toBe(true);
    expect(isStopped).toBe(true);
    expect(await found(simulation)).toMatchObject({ state: 'cancelled', result: null, errorId: null });
  });

  it('shows how far it is while it runs', async () => {
    const simulation = await started();
    const worker = withSimulator(async (_shop, _asked, { tell }) => {
      world.clock.set(NOW + 1000);
      tell({ stage: 'walking', doneBp: 7500 });
      expect(await found(simulation)).toMatchObject({
        state: 'running',
        progress: { stage: 'walking', doneBp: 7500 },
      });
      return [];
    });
    await worker.runNextSimulation(RUNNING());
    expect(await found(simulation)).toMatchObject({ state: 'done' });
  });

  it('is given back when its process ends, and begun anew by the next one', async () => {
    const simulation = await started();
    const stopping = new AbortController();
    const worker = withSimulator(async (_shop, _asked, { signal }) => {
      stopping.abort();
      signal.throwIfAborted();
      return [];
    });
    await worker.runNextSimulation(stopping.signal);
    expect(await found(simulation)).toMatchObject({ state: 'waiting', endedAt: null });
    await run();
    expect(await found(simulation)).toMatchObject({ state: 'done', tries: 2 });
  });

  it('is begun anew when its worker has died without a word', async () => {
    const simulation = await started();
    await world.stores.simulations.claim(NOW, { holder: 'dead', until: NOW + 60_000 });
    expect(await run()).toBe(false);
    world.clock.set(NOW + 60_000);
    expect(await run()).toBe(true);
    expect(await found(simulation)).toMatchObject({ state: 'done' });
  });

  it('is tried again when the database is away, and fails with an error number when it stays away', async () => {
    const simulation = await started();
    const worker = withSimulator(async () => {
      throw new AppError('database_unanswered', true);
    });
    await worker.runNextSimulation(RUNNING());
    expect(await found(simulation)).toMatchObject({ state: 'waiting' });
    for (let tries = 0; tries < 5; tries += 1) {
      world.clock.set(world.clock.now() + 60_000);
      await worker.runNextSimulation(RUNNING());
    }
    expect(await found(simulation)).toMatchObject({ state: 'failed', errorId: '0707070707070707' });
    expect(world.logged.at(-1)).toMatchObject({ level: 'error', event: 'simulation.failed' });
  });

  it('fails at once when we were wrong, and is not tried for ever when its workers die', async () => {
    const first = await started();
    const worker = withSimulator(async () => {
      throw new Error('invariant broken');
    });
    await worker.runNextSimulation(RUNNING());
    expect(await found(first)).toMatchObject({ state: 'failed', tries: 1 });
    const second = await started();
    for (let tries = 0; tries < 5; tries += 1) {
      const now = world.clock.now() + 60_000;
      world.clock.set(now);
      await world.stores.simulations.claim(now, { holder: `dead ${tries}`, until: now + 60_000 });
    }
    world.clock.set(world.clock.now() + 60_000);
    await run();
    expect(await found(second)).toMatchObject({ state: 'failed' });
  });

  it('keeps the last ones only', async () => {
    for (let i = 0; i < SIMULATIONS_KEPT + 3; i += 1) {
      world.clock.set(NOW + i);
      await started();
      await run();
    }
    expect(await world.stores.simulations.list(world.shop, 100)).toHaveLength(SIMULATIONS_KEPT);
  });
});

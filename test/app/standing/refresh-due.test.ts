import { describe, expect, it } from '@jest/globals';
import { createRefreshDue } from '../../../server/app/standing/refresh-due.ts';
import { anOrder, aProgram, atDay, customer, inSteps, program, shopper, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { SHOP, setUp, type World } from '../set-up.ts';

const NEW_YEAR = Date.UTC(2026, 11, 31, 23);

/** Two customers with a level that ends with the year, one millisecond before the year does. */
async function beforeNewYear(): Promise<World> {
  const world = await setUp();
  await aProgram(world, { window: 'calendar_year' });
  for (const id of [1, 2]) {
    await world.useCases.recordPurchase(
      SHOP,
      told(anOrder(id, { amountMinor: 60_000, shopifyCustomerId: shopper(id) })),
    );
  }
  world.clock.set(NEW_YEAR - 1);
  return world;
}
const levelOf = async ({ stores }: World, id: number) =>
  (await stores.standings.find(SHOP, customer(id)))?.standing.standings[0]?.level;

describe('windows that end by time alone', () => {
  it('end at midnight in the shop’s time zone, and the journal says that time passed', async () => {
    const world = await beforeNewYear();
    expect(await world.useCases.refreshDue(SHOP)).toBe(0);
    expect(await levelOf(world, 1)).toBe(0);
    world.clock.set(NEW_YEAR);
    expect(await world.useCases.refreshDue(SHOP)).toBe(2);
    expect(await levelOf(world, 1)).toBeNull();
    expect(await world.stores.journal.last(SHOP, customer(2))).toMatchObject({ cause: { kind: 'time_passed' } });
  });

  it('are looked after once: the second look finds nothing, and so does one at the same moment', async () => {
    const world = await beforeNewYear();
    world.clock.set(NEW_YEAR);
    await Promise.all([world.useCases.refreshDue(SHOP), world.useCases.refreshDue(SHOP)]);
    expect(await world.useCases.refreshDue(SHOP)).toBe(0);
    expect(await world.stores.journal.last(SHOP, customer(1))).toMatchObject({ sequence: 2 });
  });

  it('end for many at once in one sweep, with the same entries', async () => {
    const world = await beforeNewYear();
    world.clock.set(NEW_YEAR);
    const { rebuildStandings, refreshStanding } = world.useCases;
    const asked: string[] = [];
    const refreshDue = createRefreshDue(
      {
        ...world,
        refreshStanding,
        rebuildStandings: async (shop) => {
          asked.push(shop);
          return rebuildStandings(shop);
        },
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      },
      2,
    );
    expect(await refreshDue(SHOP)).toBe(2);
    expect(await levelOf(world, 1)).toBeNull();
    expect(await world.stores.journal.last(SHOP, customer(2))).toMatchObject({ cause: { kind: 'time_passed' } });
    expect(await refreshDue(SHOP)).toBe(0);
    expect(asked).toEqual([SHOP]);
  });

  it('end the same wherever the process dies', async () => {
    const prepare = async (): Promise<World> => {
      const world = await beforeNewYear();
      world.clock.set(NEW_YEAR);
      return world;
    };
    expect(await cutShort({ prepare, act: ({ useCases }) => useCases.refreshDue(SHOP) })).toBeGreaterThanOrEqual(6);
  });

  it('move a rolling window on day by day', async () => {
    const world = await setUp();
    await aProgram(world, { window: 'rolling_days', windowLength: '30' });
    for (const [id, days] of [
      [1, -20],
      [2, -10],
    ] as const) {
      await world.useCases.recordPurchase(SHOP, told(anOrder(id, { amountMinor: 40_000, processedAt: atDay(days) })));
    }
    const spent = async () => (await world.stores.standings.find(SHOP, customer(1)))?.standing.standings[0]?.spentMinor;
    expect(await spent()).toBe(80_000);
    world.clock.set(atDay(10));
    await world.useCases.refreshDue(SHOP);
    expect(await spent()).toBe(40_000);
    world.clock.set(atDay(20));
    await world.useCases.refreshDue(SHOP);
    expect(await spent()).toBe(0);
  });

  it('take a step back for each pause, and the journal says so once', async () => {
    const world = await setUp();
    await aProgram(world, inSteps);
    for (const [id, days] of [
      [1, -3],
      [2, -2],
    ] as const)
      await world.useCases.recordPurchase(SHOP, told(anOrder(id, { processedAt: atDay(days) })));
    const positionOf = async () =>
      (await world.stores.standings.find(SHOP, customer(1)))?.standing.standings[0]?.position;
    const pausedTo = async (now: number) => {
      world.clock.set(now);
      return [await world.useCases.refreshDue(SHOP), await positionOf()];
    };
    expect(await pausedTo(atDay(28) - 1)).toEqual([0, 2]);
    expect(await pausedTo(atDay(28))).toEqual([1, 1]);
    expect(await pausedTo(atDay(28) + 1)).toEqual([0, 1]);
    expect(await world.stores.journal.last(SHOP, customer(1))).toMatchObject({
      sequence: 3,
      cause: { kind: 'time_passed' },
      changes: [
        { kind: 'position', programId: program(1), before: 2, after: 1 },
        { kind: 'discount', programId: program(1), before: 200, after: 100 },
      ],
    });
    expect(await pausedTo(atDay(58))).toEqual([1, 0]);
    expect(await pausedTo(atDay(500))).toEqual([0, 0]);
  });

  it('go on for the others when one customer cannot be refreshed', async () => {
    const world = await beforeNewYear();
    world.clock.set(NEW_YEAR);
    const { customers } = world.stores;
    const find = customers.find;
    Object.assign(customers, {
      find: async (...args: Parameters<typeof find>) => {
        if (args[1] === customer(1)) throw new Error('broken');
        return find(...args);
      },
    });
    expect(await world.useCases.refreshDue(SHOP)).toBe(1);
    expect(await levelOf(world, 2)).toBeNull();
    await expect(world.useCases.refreshDue(SHOP)).rejects.toThrow('broken');
  });
});

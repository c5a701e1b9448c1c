import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../server/app/ports/app-error.ts';
import { readEntitlement } from '../../../shared/domain/entitlement/read-entitlement.ts';
import { anOrder, aProgram, atDay, customer, inSteps, program, shopper, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { NOW, SHOP, setUp, type World } from '../set-up.ts';

const told1 = ({ admin }: World, id = 1) => {
  const value = admin.at(SHOP).entitlements.get(shopper(id));
  return value === undefined ? null : readEntitlement(value);
};
const publish = ({ useCases }: World) => useCases.publishEntitlements();
const waiting = ({ stores }: World) => stores.outbox.waiting(SHOP);

/** So many customers, each with a level of 1 %. */
async function withLevels(count = 1, draft: Parameters<typeof aProgram>[1] = {}): Promise<World> {
  const world = await setUp();
  await aProgram(world, draft);
  for (let id = 1; id <= count; id += 1) {
    await world.useCases.recordPurchase(
      SHOP,
      told(anOrder(id, { amountMinor: 50_000, shopifyCustomerId: shopper(id) })),
    );
  }
  return world;
}

describe('publishing entitlements', () => {
  it('tells checkout the claims, from today on, with the journal’s number', async () => {
    const world = await withLevels();
    expect(await publish(world)).toBe(1);
    expect(told1(world)).toEqual({
      sequence: 1,
      fromDay: '2026-06-15',
      untilDay: '9999-12-31',
      claims: [{ programId: program(1), discountBp: 100 }],
    });
    expect(await waiting(world)).toBe(0);
  });

  it('lets a level that was earned in a year end with the year, in the shop’s time zone', async () => {
    const world = await withLevels(1, { window: 'calendar_year' });
    await publish(world);
    expect(told1(world)).toMatchObject({ untilDay: '2026-12-31' });
  });

  it('lets the day on which a rolling window moves on still count', async () => {
    const world = await withLevels(1, { window: 'rolling_days', windowLength: '30' });
    await publish(world);
    expect(told1(world)).toMatchObject({ untilDay: '2026-07-14' });
  });

  it('lets steps end with the day on which a pause takes one back, and tells of what is left then', async () => {
    const world = await withLevels(1, inSteps);
    await world.useCases.recordPurchase(SHOP, told(anOrder(2)));
    await publish(world);
    expect(told1(world)).toMatchObject({ untilDay: '2026-07-14', claims: [{ discountBp: 200 }] });
    world.clock.set(atDay(29));
    await world.useCases.refreshDue(SHOP);
    await publish(world);
    expect(told1(world)).toMatchObject({
      fromDay: '2026-07-14',
      untilDay: '2026-08-13',
      claims: [{ discountBp: 100 }],
    });
    world.clock.set(atDay(59));
    await world.useCases.refreshDue(SHOP);
    await publish(world);
    expect(told1(world)).toBeNull();
  });

  it('lets the percentage of the start hold for good, and so do steps that nothing takes', async () => {
    const start = await withLevels(1, { ...inSteps, startPercent: '2' });
    start.clock.set(atDay(29));
    await start.useCases.refreshDue(SHOP);
    await publish(start);
    expect(told1(start)).toMatchObject({ untilDay: '9999-12-31', claims: [{ discountBp: 200 }] });
    const kept = await withLevels(1, { ...inSteps, decay: 'none' });
    await publish(kept);
    expect(told1(kept)).toMatchObject({ untilDay: '9999-12-31', claims: [{ discountBp: 100 }] });
  });

  it('does not let a percentage that time takes nothing from end at New Year', async () => {
    const world = await withLevels(1, { window: 'calendar_year', mechanic: 'fixed', fixedPercent: '3', levels: [] });
    await publish(world);
    expect(told1(world)).toMatchObject({ untilDay: '9999-12-31' });
  });

  it('does nothing when nothing waits, and sends nothing twice', async () => {
    const world = await withLevels();
    await publish(world);
    expect(await publish(world)).toBe(0);
    expect(world.admin.calls.filter(({ method }) => method === 'putEntitlements')).toHaveLength(1);
  });

  it('sends 25 customers in one call', async () => {
    const world = await withLevels(30);
    expect([await publish(world), await publish(world), await publish(world)]).toEqual([25, 5, 0]);
    expect(world.admin.calls.map(({ count }) => count)).toEqual([25, 5]);
  });

  it('removes what was told when nothing is owed any more', async () => {
    const world = await withLevels();
    await publish(world);
    await world.useCases.recordPurchase(SHOP, told(anOrder(1, { state: 'cancelled', updatedAt: atDay(0) })));
    await publish(world);
    expect(told1(world)).toBeNull();
  });

  it('sends the newest standing, however many waited', async () => {
    const world = await withLevels();
    await world.useCases.recordPurchase(SHOP, told(anOrder(2, { amountMinor: 40_000 })));
    expect(await publish(world)).toBe(1);
    expect(told1(world)).toMatchObject({ sequence: 2, claims: [{ discountBp: 200 }] });
  });

  it('believes the journal when the copy is still behind', async () => {
    const world = await withLevels();
    await publish(world);
    await world.stores.purchases.record(SHOP, anOrder(2).orderId, anOrder(2, { amountMinor: 40_000 }), []);
    await world.stores.purchases.attribute(SHOP, anOrder(2).orderId, customer(1), false);
    world.cutter.dieAfter(3);
    await expect(world.useCases.refreshStanding(SHOP, customer(1), { kind: 'rebuilt' }, null)).rejects.toThrow();
    world.cutter.revive();
    expect(await world.stores.standings.find(SHOP, customer(1))).toMatchObject({ sequence: 1 });
    await publish(world);
    expect(told1(world)).toMatchObject({ sequence: 2, claims: [{ discountBp: 200 }] });
  });

  it('keeps a newer change waiting that came while an older one was on its way', async () => {
    const world = await withLevels();
    const put = world.admin.putEntitlements;
    Object.assign(world.admin, {
      putEntitlements: async (...args: Parameters<typeof put>) => {
        const answer = await put(...args);
        Object.assign(world.admin, { putEntitlements: put });
        await world.useCases.recordPurchase(SHOP, told(anOrder(2, { amountMinor: 40_000 })));
        return answer;
      },
    });
    await publish(world);
    expect(await waiting(world)).toBe(1);
    await publish(world);
    expect(told1(world)).toMatchObject({ claims: [{ discountBp: 200 }] });
  });

  it('drops a customer whom Shopify does not know, without holding up the others', async () => {
    const world = await withLevels(2);
    world.admin.at(SHOP).customers = new Set([shopper(2)]);
    await publish(world);
    expect([told1(world, 1), told1(world, 2)]).toMatchObject([null, { sequence: 1 }]);
    expect(await waiting(world)).toBe(0);
  });

  it('tries again later when Shopify throttles, later each time', async () => {
    const world = await withLevels();
    const throttled = new AppError('shopify_throttled', true);
    world.admin.failNext(throttled, throttled);
    await publish(world);
    expect([await publish(world), await waiting(world)]).toEqual([0, 1]);
    world.clock.set(NOW + 1000);
    expect(await publish(world)).toBe(1);
    world.clock.set(NOW + 2999);
    expect(await publish(world)).toBe(0);
    world.clock.set(NOW + 3000);
    await publish(world);
    expect(told1(world)).toMatchObject({ sequence: 1 });
  });

  it('sends each by itself when Shopify refuses one of many', async () => {
    const world = await withLevels(3);
    const refused = new AppError('shopify_refused', false);
    world.admin.failNext(refused, refused);
    await publish(world);
    expect([told1(world, 1), told1(world, 2), told1(world, 3)]).toMatchObject([null, { sequence: 1 }, { sequence: 1 }]);
    expect(await waiting(world)).toBe(1);
    expect(world.logged).toContainEqual(expect.objectContaining({ level: 'error', event: 'entitlement.refused' }));
  });

  it('forgets what waits for a shop that has left', async () => {
    const world = await withLevels();
    await world.stores.shops.change(SHOP, { state: 'uninstalled' });
    expect(await publish(world)).toBe(1);
    expect([world.admin.calls.length, await waiting(world)]).toEqual([0, 0]);
  });

  it('has nothing to tell of a customer without a Shopify account', async () => {
    const world = await setUp();
    await aProgram(world, { mechanic: 'fixed', fixedPercent: '3', levels: [] });
    const entered = await world.useCases.enterCustomer(SHOP, {
      firstName: null,
      patronymic: null,
      surname: 'Walk-in',
      email: null,
      phone: null,
      birthDate: null,
      gender: null,
      address: null,
      language: null,
    });
    expect(entered).toMatchObject({ ok: true });
    expect([await publish(world), await waiting(world), world.admin.calls.length]).toEqual([1, 0, 0]);
  });

  it('takes each customer once when two publish at once', async () => {
    const world = await withLevels(30);
    const taken = await Promise.all([publish(world), publish(world)]);
    expect(taken.reduce((a, b) => a + b)).toBe(30);
    expect(world.admin.at(SHOP).entitlements.size).toBe(30);
  });

  it('ends the same wherever the process dies, once the lease has run out', async () => {
    const act = async (world: World): Promise<void> => {
      await publish(world);
      world.clock.set(world.clock.now() + 60_000);
      await publish(world);
    };
    expect(await cutShort({ prepare: () => withLevels(2), act })).toBeGreaterThanOrEqual(4);
  });
});

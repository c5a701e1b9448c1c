import { expect, it } from '@jest/globals';
import type { VariantId } from '../../shared/domain/ids.ts';
import { customer } from '../app/builders.ts';
import { aSimulation, aSummary, simulationId } from '../support/builders/a-simulation.ts';
import { collect, neighbour, type Place } from './place.ts';
import { NOW } from './samples.ts';

const hold = (holder: string, until: number) => ({ holder, until });

export function simulationStoreBattery({ stores, shop }: Place): void {
  const simulations = () => stores().simulations;
  const done = { state: 'done', result: [aSummary([1, 2])] } as const;
  const find = (n: number) => simulations().find(shop(), simulationId(n));

  it('keeps one at a time of each shop that has not ended', async () => {
    expect(await simulations().create(shop(), aSimulation(1))).toBe('created');
    expect(await simulations().create(shop(), aSimulation(2))).toBe('under_way');
    expect(await simulations().create(neighbour, aSimulation(3))).toBe('created');
    expect(await find(1)).toEqual(aSimulation(1));
    expect([await find(2), await find(3)]).toEqual([null, null]);
    expect(await simulations().cancel(shop(), simulationId(1), NOW + 5)).toBe('cancelled');
    expect(await find(1)).toEqual(aSimulation(1, { state: 'cancelled', endedAt: NOW + 5 }));
    expect(await simulations().create(shop(), aSimulation(2))).toBe('created');
  });

  it('gives what waits longest to one worker, of whatever shop, and to the next after its silence', async () => {
    await simulations().create(shop(), aSimulation(1, { createdAt: NOW + 1 }));
    await simulations().create(neighbour, aSimulation(2));
    const [first, second, third] = [hold('a', NOW + 10), hold('b', NOW + 20), hold('c', NOW + 99)];
    expect(await simulations().claim(NOW - 1, first)).toBeNull();
    const running = aSimulation(2, { state: 'running', tries: 1 });
    expect(await simulations().claim(NOW + 1, first)).toEqual({ shop: neighbour, simulation: running });
    expect(await simulations().claim(NOW + 1, second)).toMatchObject({ shop: shop(), simulation: { tries: 1 } });
    expect(await simulations().claim(NOW + 9, third)).toBeNull();
    expect(await simulations().claim(NOW + 10, third)).toMatchObject({ shop: neighbour, simulation: { tries: 2 } });
    await simulations().cancel(neighbour, simulationId(2), NOW);
  });

  it('takes words of progress and the end from who holds it, and from nobody else', async () => {
    await simulations().create(shop(), aSimulation(1));
    await simulations().claim(NOW, hold('a', NOW + 10));
    const progress = { stage: 'walking', doneBp: 8000 } as const;
    const say = (holder: string) => simulations().progress(shop(), simulationId(1), hold(holder, NOW + 50), progress);
    expect([await say('b'), await say('a')]).toEqual(['lost', 'kept']);
    expect(await simulations().claim(NOW + 49, hold('c', NOW + 99))).toBeNull();
    expect(await find(1)).toMatchObject({ progress, state: 'running' });
    const end = (holder: string) => simulations().end(shop(), simulationId(1), holder, NOW + 40, done);
    expect([await end('b'), await end('a'), await end('a')]).toEqual(['lost', 'kept', 'lost']);
    expect(await find(1)).toEqual(aSimulation(1, { ...done, endedAt: NOW + 40, progress, tries: 1 }));
    expect(await say('a')).toBe('lost');
    expect(await simulations().cancel(shop(), simulationId(1), NOW)).toBe('done');
    expect(await simulations().cancel(neighbour, simulationId(1), NOW)).toBeNull();
  });

  it('lets go of what is given back, from an instant on', async () => {
    await simulations().create(shop(), aSimulation(1));
    await simulations().claim(NOW, hold('a', NOW + 10));
    expect(await simulations().giveBack(shop(), simulationId(1), hold('a', NOW + 5))).toBe('kept');
    expect(await find(1)).toMatchObject({ state: 'waiting', tries: 1 });
    expect(await simulations().progress(shop(), simulationId(1), hold('a', NOW + 9), aSimulation(1).progress)).toBe(
      'lost',
    );
    expect(await simulations().claim(NOW + 4, hold('b', NOW + 9))).toBeNull();
    expect(await simulations().claim(NOW + 5, hold('b', NOW + 9))).not.toBeNull();
  });

  it('lists the newest first without their results, and drops the old ones that have ended', async () => {
    for (const n of [1, 2, 3]) {
      await simulations().create(shop(), aSimulation(n, { createdAt: NOW + n }));
      if (n < 3) await simulations().claim(NOW + n, hold('a', NOW + 10));
      if (n < 3) await simulations().end(shop(), simulationId(n), 'a', NOW + n, done);
    }
    const listed = await simulations().list(shop(), 2);
    expect(listed.map(({ id, result }) => [id, result])).toEqual([
      [simulationId(3), null],
      [simulationId(2), null],
    ]);
    expect(await simulations().list(neighbour, 9)).toEqual([]);
    expect(await simulations().dropOld(neighbour, 0)).toBe(0);
    expect(await simulations().dropOld(shop(), 1)).toBe(2);
    expect(await simulations().dropOld(shop(), 0)).toBe(0);
    expect((await simulations().list(shop(), 9)).map(({ id }) => id)).toEqual([simulationId(3)]);
  });

  it('names somebody forgotten in no result any more', async () => {
    await simulations().create(shop(), aSimulation(1));
    await simulations().claim(NOW, hold('a', NOW + 10));
    const result = [aSummary([1, 2]), aSummary([2, 1]), aSummary([3])];
    await simulations().end(shop(), simulationId(1), 'a', NOW, { state: 'done', result });
    expect(await simulations().forgetCustomer(neighbour, customer(1))).toBe(0);
    expect(await simulations().forgetCustomer(shop(), customer(1))).toBe(1);
    const names = (await find(1))?.result?.map(({ gains }) => gains.top.map(({ customerId }) => customerId));
    expect(names).toEqual([[null, customer(2)], [customer(2), null], [customer(3)]]);
    expect(await simulations().forgetCustomer(shop(), customer(1))).toBe(0);
  });
}

export function costStoreBattery({ stores, shop }: Place): void {
  const costs = () => stores().costs;
  const variant = (n: number) => String(n) as VariantId;
  const cost = (n: number, costMinor: number | null) => ({ variantId: variant(n), costMinor });
  const all = async (of = shop()) => (await collect(costs().all(of))).flat();

  it('keeps what was told last of each variant, whenever it comes', async () => {
    await costs().put(shop(), NOW, [cost(1, 100), cost(2, 0), cost(3, null)]);
    await costs().put(shop(), NOW + 5, [cost(1, 150)]);
    await costs().put(shop(), NOW + 1, [cost(1, 120), cost(2, 20), cost(4, 40)]);
    expect(await all()).toEqual([cost(1, 150), cost(2, 20), cost(4, 40)]);
    await costs().put(shop(), NOW + 6, [cost(1, null), cost(3, 30)]);
    expect(await all()).toEqual([cost(2, 20), cost(3, 30), cost(4, 40)]);
    expect(await all(neighbour)).toEqual([]);
    await costs().put(shop(), NOW, []);
  });

  it('ends the same when the same goods are told of at once', async () => {
    await Promise.all([1, 2, 3, 4].map((n) => costs().put(shop(), NOW + n, [cost(7, n)])));
    expect(await all()).toEqual([cost(7, 4)]);
  });
}

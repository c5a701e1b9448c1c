import { expect, it } from '@jest/globals';
import { customer } from '../app/builders.ts';
import { collect, neighbour, type Place, sorted } from './place.ts';
import { aCustomerStanding, aStored, NOW } from './samples.ts';

export function standingStoreBattery({ stores, shop }: Place): void {
  const standings = () => stores().standings;

  it('only moves forward: by the journal’s number, then by the moment it holds for', async () => {
    const at = (sequence: number, asOf: number) => aStored(1, sequence, aCustomerStanding(null, asOf));
    expect(await standings().put(shop(), at(2, NOW))).toBe('stored');
    expect(await standings().put(shop(), at(1, NOW + 9))).toBe('older');
    expect(await standings().put(shop(), at(2, NOW - 1))).toBe('older');
    expect(await standings().put(shop(), at(2, NOW))).toBe('stored');
    expect(await standings().put(shop(), at(2, NOW + 1))).toBe('stored');
    expect(await standings().put(shop(), at(3, NOW))).toBe('stored');
    expect(await standings().find(shop(), customer(1))).toEqual(at(3, NOW));
    expect(await standings().find(neighbour, customer(1))).toBeNull();
  });

  it('moves many at once, each only forward', async () => {
    await standings().put(shop(), aStored(1, 5));
    await standings().put(shop(), aStored(2, 1, aCustomerStanding(NOW + 1)));
    await standings().putMany(
      shop(),
      [1, 2, 3].map((id) => aStored(id, 3)),
    );
    await standings().putMany(shop(), []);
    const numbers = async (id: number) => (await standings().find(shop(), customer(id)))?.sequence;
    expect([await numbers(1), await numbers(2), await numbers(3)]).toEqual([5, 3, 3]);
    expect(await standings().due(shop(), NOW + 2, 9)).toEqual([]);
  });

  it('ends with the newest of many that are put at once', async () => {
    const sequences = [3, 1, 5, 2, 4, 5];
    await Promise.all(sequences.map((sequence) => standings().put(shop(), aStored(1, sequence))));
    expect((await standings().find(shop(), customer(1)))?.sequence).toBe(5);
  });

  it('finds whom time alone will change, the earliest first', async () => {
    await standings().put(shop(), aStored(1, 1, aCustomerStanding(NOW + 2)));
    await standings().put(shop(), aStored(2, 1, aCustomerStanding(NOW + 1)));
    await standings().put(shop(), aStored(3, 1));
    await standings().put(neighbour, aStored(4, 1, aCustomerStanding(NOW)));
    expect(await standings().due(shop(), NOW, 9)).toEqual([]);
    expect(await standings().due(shop(), NOW + 2, 9)).toEqual([customer(2), customer(1)]);
    expect(await standings().due(shop(), NOW + 2, 1)).toEqual([customer(2)]);
    await standings().put(shop(), aStored(2, 2));
    await standings().put(shop(), aStored(2, 2));
    expect(await standings().due(shop(), NOW + 2, 9)).toEqual([customer(1)]);
  });

  it('gives all of them in the order of the ids, some, and none once removed', async () => {
    for (const id of [3, 1, 2]) await standings().put(shop(), aStored(id, 1));
    expect((await collect(standings().all(shop()))).map((row) => row.customerId)).toEqual([1, 2, 3].map(customer));
    const some = await standings().findMany(shop(), [customer(1), customer(9)]);
    expect(some).toEqual([aStored(1, 1)]);
    const range = await standings().ofCustomers(shop(), { from: customer(2), to: customer(3) });
    expect(sorted(range.keys())).toEqual([customer(2), customer(3)]);
    await standings().remove(shop(), customer(2));
    expect(await standings().find(shop(), customer(2))).toBeNull();
  });
}

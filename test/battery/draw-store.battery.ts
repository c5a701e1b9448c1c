import { expect, it } from '@jest/globals';
import { customer } from '../app/builders.ts';
import { aDraw, aLot, drawId } from '../support/builders/a-draw.ts';
import { collect, neighbour, type Place } from './place.ts';

const SEED = '5e'.repeat(32);
const event = { at: 1, by: 'staff 1', kind: 'cancelled', lot: null, note: 'rain' } as const;

export function drawStoreBattery({ stores, shop }: Place): void {
  const draws = () => stores().draws;
  const list = { drawId: drawId(1), listId: 'one' };
  const other = { drawId: drawId(1), listId: 'two' };
  const lot = (holder: number, count = 1) => ({ lot: aLot(holder, count), customerId: customer(holder) });
  const listed = async (of = list) => (await collect(draws().lots(shop(), of))).flat();

  it('keeps draws with their seeds apart, the newest first', async () => {
    await draws().create(shop(), aDraw(1), SEED);
    await draws().create(shop(), aDraw(2), '5f'.repeat(32));
    expect(await draws().find(shop(), drawId(1))).toEqual(aDraw(1));
    expect(await draws().seed(shop(), drawId(1))).toBe(SEED);
    expect((await draws().list(shop())).map(({ id }) => id)).toEqual([drawId(2), drawId(1)]);
    expect(await draws().findMany(shop(), [drawId(2), drawId(9)])).toEqual([aDraw(2)]);
    expect([await draws().find(neighbour, drawId(1)), await draws().seed(neighbour, drawId(1))]).toEqual([null, null]);
    expect(await draws().list(neighbour)).toEqual([]);
  });

  it('changes only what nobody else has changed, and appends to the trail', async () => {
    await draws().create(shop(), aDraw(1), SEED);
    expect(await draws().change(shop(), aDraw(1), { state: 'cancelled' }, event)).toBe('changed');
    expect(await draws().change(shop(), aDraw(1), { state: 'closed' }, event)).toBe('stale');
    expect(await draws().change(neighbour, aDraw(1), { state: 'closed' }, event)).toBe('stale');
    expect(await draws().find(shop(), drawId(1))).toEqual(
      aDraw(1, { state: 'cancelled', trail: [event], revision: 1 }),
    );
  });

  it('says what the clock has to do: close what is open, and tell what was drawn', async () => {
    const open = aDraw(1);
    const { closesAt } = open.terms;
    await draws().create(shop(), open, SEED);
    expect(await draws().due(shop(), closesAt - 1)).toEqual([]);
    expect(await draws().due(shop(), closesAt)).toEqual([open]);
    const drawn = { at: closesAt + 5, seed: SEED, winners: [] };
    await draws().change(shop(), open, { state: 'drawn', drawn }, null);
    const seen = aDraw(1, { state: 'drawn', drawn, revision: 1 });
    expect(await draws().due(shop(), closesAt + 4)).toEqual([]);
    expect(await draws().due(shop(), closesAt + 5)).toEqual([seen]);
    await draws().change(shop(), seen, { isTold: true }, null);
    expect(await draws().due(shop(), closesAt + 5)).toEqual([]);
    expect(await draws().due(neighbour, closesAt + 5)).toEqual([]);
  });

  it('lists lots by their numbers, each once, and drops the lists that do not hold', async () => {
    await draws().putLots(shop(), list, [lot(2), lot(1, 2)]);
    await draws().putLots(shop(), list, [lot(1), { ...lot(2), customerId: customer(9) }]);
    await draws().putLots(shop(), other, [lot(3)]);
    expect(await listed()).toEqual([lot(1), lot(1, 2), lot(2)]);
    expect(await draws().findLots(shop(), list, [aLot(2), aLot(3)])).toEqual([lot(2)]);
    expect(await draws().dropOtherLists(shop(), list)).toBe(1);
    expect([await listed(other), (await listed()).length]).toEqual([[], 3]);
    expect(await collect(draws().lots(neighbour, list))).toEqual([]);
  });

  it('moves lots with a merge, and keeps those of somebody forgotten as nobody’s', async () => {
    await draws().putLots(shop(), list, [lot(1), lot(1, 2), lot(2)]);
    expect(await draws().moveLots(shop(), customer(2), customer(1))).toBe(1);
    expect((await draws().lotsOf(shop(), customer(1))).map((one) => one.lot)).toEqual([aLot(1), aLot(1, 2), aLot(2)]);
    expect(await draws().lotsOf(neighbour, customer(1))).toEqual([]);
    expect(await draws().forgetHolder(shop(), customer(1))).toBe(3);
    expect(await draws().lotsOf(shop(), customer(1))).toEqual([]);
    expect((await listed()).map(({ customerId }) => customerId)).toEqual([null, null, null]);
  });
}

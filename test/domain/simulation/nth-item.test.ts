import { describe, expect, it } from '@jest/globals';
import { nthItem } from '../../support/builders/a-program.ts';
import { at, midnight } from '../../support/builders/at.ts';
import type { Told } from './past.ts';
import { aPastLine, one, order, run } from './run.ts';

const DAY_MS = 86_400_000;
const january = at('2026-01-10');
const eleventh = nthItem('10 → 10 %');
const carrying = nthItem('10 → 10 %', { surplus: 'carries' });

type Back = Told['lines'][number]['returns'];

/** On which day somebody bought so many units at a price in minor units, as one line. */
const bought = (day: number, quantity: number, priceMinor: number, returns: Back = []): Told =>
  order(String(day), january + day * DAY_MS, { quantity, amountMinor: quantity * priceMinor, returns });

/** A basket of several lines of one unit each. */
const basket = (day: number, ...prices: readonly number[]): Told => ({
  ...order(String(day), january + day * DAY_MS),
  lines: prices.map((amountMinor, i) => aPastLine({ lineId: String(i + 1), amountMinor })),
});

const back = (day: number, quantity = 1) => [{ at: january + day * DAY_MS + 1, quantity }];
const alike = (count: number, day: number, priceMinor: number) =>
  Array.from({ length: count }, (_, i) => bought(day + i, 1, priceMinor));
const waiting = (...worth: readonly number[]) => worth.map((worthMinor) => ({ rewards: 1, worthMinor }));

const ten = bought(0, 10, 30_000);

describe('the n-th item over the past (rules 2.4, 4a)', () => {
  it('gives the eleventh item what ten came to a tenth of, up to its own price; the rest lapses', () => {
    const atPrice = (priceMinor: number) => one(eleventh, [ten, bought(1, 1, priceMinor)]);
    expect(atPrice(30_000)).toMatchObject({ discountMinor: 30_000, bookedMinor: 300_000 });
    expect(atPrice(45_000)).toMatchObject({ discountMinor: 30_000, bookedMinor: 315_000 });
    const cheap = atPrice(20_000);
    expect(cheap).toMatchObject({ discountMinor: 20_000, bookedMinor: 300_000, rewardsTaken: 1, waiting: [] });
    expect(cheap?.standing.rewards).toEqual({ items: 10, used: 1, ready: 0, deficit: 0, progress: 0 });
  });

  it('gives the same where all eleven are in one basket', () => {
    expect(one(eleventh, [bought(0, 11, 30_000)])).toMatchObject({ discountMinor: 30_000, rewardsTaken: 1 });
  });

  it('carries the rest to the next item of the basket where the merchant says so', () => {
    const found = one(carrying, [ten, basket(1, 20_000, 15_000)]);
    // 200.00 of the 300.00 to the dearer one, 100.00 to the other, which is counted at the 50.00 it still costs.
    expect(found).toMatchObject({ discountMinor: 30_000, rewardsTaken: 1, bookedMinor: 305_000 });
    expect(found?.standing.rewards).toMatchObject({ items: 11, used: 1, progress: 1 });
    expect(one(eleventh, [ten, basket(1, 20_000, 15_000)])?.discountMinor).toBe(20_000);
  });

  it('lets the dearest unit of a basket take the reward and counts the cheap one', () => {
    const found = one(eleventh, [ten, basket(1, 2000, 45_000)]);
    expect(found).toMatchObject({ discountMinor: 30_000, bookedMinor: 300_000 + 2000 + 15_000 });
    expect(found?.standing.rewards).toEqual({ items: 11, used: 1, ready: 0, deficit: 0, progress: 1 });
  });

  it('counts the cheapest as the tenth and rewards the dearest of the same basket', () => {
    const found = one(eleventh, [bought(0, 9, 10_000), basket(1, 5000, 8000, 20_000)]);
    expect(found).toMatchObject({ discountMinor: 9500, bookedMinor: 90_000 + 5000 + 8000 + 10_500 });
    expect(found?.standing.rewards).toEqual({ items: 11, used: 1, ready: 0, deficit: 0, progress: 1 });
  });

  it('counts one less when one of the ten comes back before the reward is used', () => {
    const past = [bought(0, 10, 30_000, back(1)), bought(2, 1, 30_000)];
    const filled = one(eleventh, past);
    expect(filled).toMatchObject({ discountMinor: 0, waiting: waiting(30_000) });
    expect(filled?.standing.rewards).toEqual({ items: 10, used: 0, ready: 1, deficit: 0, progress: 0 });
    expect(one(eleventh, [...past, bought(3, 1, 30_000)])).toMatchObject({ discountMinor: 30_000, waiting: [] });
  });

  it('makes a deficit of what comes back after it, and the next cycle takes eleven more', () => {
    const past = [bought(0, 10, 30_000, back(2)), bought(1, 1, 30_000)];
    expect(one(eleventh, [...past, order('9', january + 9 * DAY_MS, {}, null)])?.standing.rewards).toEqual({
      items: 9,
      used: 1,
      ready: 0,
      deficit: 1,
      progress: 0,
    });
    const more = (count: number) => one(eleventh, [...past, ...alike(count, 3, 10_000)]);
    expect(more(10)).toMatchObject({ discountMinor: 30_000, waiting: [], standing: { rewards: { progress: 9 } } });
    expect(more(11)).toMatchObject({ discountMinor: 30_000, waiting: waiting(10_000) });
    expect(more(12)).toMatchObject({ discountMinor: 40_000, standing: { rewards: { items: 20, used: 2 } } });
  });

  it('brings the reward back with the item that took it, at what it was charged', () => {
    const found = one(eleventh, [ten, bought(1, 1, 45_000, back(2))]);
    expect(found).toMatchObject({ discountMinor: 30_000, returnedMinor: 15_000, waiting: waiting(30_000) });
    expect(found?.standing.rewards).toEqual({ items: 10, used: 0, ready: 1, deficit: 0, progress: 0 });
  });

  it('takes units from the end of a line, the one that took the reward last', () => {
    const three = (quantity: number) => one(eleventh, [ten, bought(1, 3, 40_000, back(2, quantity))]);
    expect(three(2)).toMatchObject({ returnedMinor: 80_000, standing: { rewards: { items: 10, used: 1 } } });
    expect(three(3)).toMatchObject({ returnedMinor: 90_000, waiting: waiting(30_000) });
  });

  it('lets what is ready lapse with the window, and a deficit with it', () => {
    const yearly = nthItem('10 → 10 %', { window: { kind: 'calendar_year' } });
    const [july, newYear] = [at('2025-07-01'), midnight('2026-01-01')];
    const units = (id: string, when: number, quantity: number, returns: Back = []) =>
      order(id, when, { quantity, amountMinor: quantity * 30_000, returns });
    expect(one(yearly, [units('1', july, 10), units('2', newYear - 1, 1)])?.discountMinor).toBe(30_000);
    expect(one(yearly, [units('1', july, 10), units('2', newYear + 1, 1)])).toMatchObject({
      discountMinor: 0,
      waiting: [],
      standing: { rewards: { items: 1, used: 0, progress: 1 } },
    });
    const owing = [units('1', july, 10, [{ at: july + 2, quantity: 1 }]), units('2', july + 1, 1)];
    expect(one(yearly, [...owing, units('3', newYear + 1, 10), units('4', newYear + 2, 1)])).toMatchObject({
      discountMinor: 60_000,
      standing: { rewards: { items: 10, used: 1, deficit: 0 } },
    });
  });

  it('counts from the purchase that gave the card, in the year of the card', () => {
    const program = nthItem('10 → 10 %', {
      membership: { kind: 'card', fromMinor: 100_000, earlier: 'ignored' },
      window: { kind: 'card_year' },
    });
    const past = [bought(0, 9, 10_000), bought(1, 4, 25_000), bought(2, 6, 25_000)];
    expect(one(program, [...past, bought(3, 1, 20_000)])).toMatchObject({ hasCard: true, discountMinor: 20_000 });
    expect(one(program, [...past, bought(366, 1, 20_000)])).toMatchObject({
      discountMinor: 0,
      standing: { rewards: { items: 1, progress: 1 } },
    });
  });

  it('gives a reward to the first of two purchases at one instant, and not to both', () => {
    const twice = [ten, bought(1, 1, 30_000), { ...bought(1, 1, 30_000), orderId: '2' }];
    expect(one(eleventh, twice)).toMatchObject({
      discountMinor: 30_000,
      standing: { rewards: { items: 11, used: 1, ready: 0, deficit: 0, progress: 1 } },
    });
  });

  it('does not sell the rewarded unit below cost and margin, and leaves ready what nothing is left of', () => {
    const last = (unitCostMinor: number) =>
      order('2', january + DAY_MS, { quantity: 1, amountMinor: 40_000, unitCostMinor });
    const found = (cost: number) => one(eleventh, [ten, last(cost)], { marginBp: 1000 });
    expect(found(20_000)).toMatchObject({ discountMinor: 18_000, floorSavedMinor: 12_000, rewardsTaken: 1 });
    expect(found(40_000)).toMatchObject({ discountMinor: 0, rewardsTaken: 0, waiting: waiting(30_000) });
  });

  it('gives nothing where it only asks what everybody would have, and lets rewards pile up', () => {
    const found = one(eleventh, [ten, bought(1, 1, 45_000), bought(2, 9, 5000)], { mode: 'as_happened' });
    expect(found).toMatchObject({ discountMinor: 0, waiting: waiting(30_000, 9000) });
    expect(found?.standing.rewards).toEqual({ items: 20, used: 0, ready: 2, deficit: 0, progress: 0 });
  });

  it('takes every reward that waits, however many, the oldest first', () => {
    const program = nthItem('2 → 50 %', { membership: { kind: 'card', fromMinor: 90_000, earlier: 'count' } });
    const before = Array.from({ length: 8 }, (_, i) => bought(i, 2, 1000 + i * 10));
    const found = one(program, [...before, bought(9, 1, 90_000), bought(10, 7, 5000)]);
    expect(found).toMatchObject({ rewardsTaken: 7, waiting: waiting(1070) });
    expect(found?.discountMinor).toBe(1000 + 1010 + 1020 + 1030 + 1040 + 1050 + 1060);
  });

  it('tells month by month how many rewards each customer has ready', () => {
    const past = [ten, bought(31, 1, 30_000)];
    expect(run(eleventh, past).months.map(({ holders }) => [...holders])).toEqual([[[1, 1]], [[0, 1]]]);
  });

  it('counts lines of 80,000 units to the last of them', () => {
    const past = Array.from({ length: 1000 }, (_, i) => bought(i, 80_000, 300, back(i + 2, 79_999)));
    const found = one(eleventh, past);
    expect(found?.rewardsTaken).toBeGreaterThan(1000 * 7000);
  });
});

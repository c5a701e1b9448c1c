import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percentOf } from '../../../shared/domain/money/percent.ts';
import { floorMinor } from '../../../shared/domain/quote/floor.ts';
import type { CartLine, Claim } from '../../../shared/domain/quote/quote.ts';
import { quoteCart } from '../../../shared/domain/quote/quote-cart.ts';
import { programId } from '../../support/builders/ids.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';

const claim = (discountBp: number, id = 'prg_0123456789'): Claim => ({ programId: programId(id), discountBp });
const line = (amountMinor: number, said: Partial<CartLine> = {}): CartLine => ({
  id: 'gid://shopify/CartLine/1',
  quantity: 1,
  amountMinor,
  floorMinor: 0,
  ...said,
});
const discounts = (lines: readonly CartLine[], ...bps: readonly number[]) =>
  quoteCart(
    lines,
    bps.map((bp) => claim(bp)),
  ).lines.map(({ discountMinor }) => discountMinor);

describe('the discount for one cart', () => {
  it('is 5.00 of 100.00 at 5 % (rules 2.1)', () => {
    expect(quoteCart([line(10_000)], [claim(500)]).totalMinor).toBe(500);
  });

  it('is rounded half up for each line by itself (rules 3.1)', () => {
    expect(discounts([line(19_999)], 300)).toEqual([600]);
    const two = quoteCart([line(50), line(50, { id: 'gid://shopify/CartLine/2' })], [claim(100)]);
    expect([two.lines.map(({ discountMinor }) => discountMinor), two.totalMinor]).toEqual([[1, 1], 2]);
    expect(discounts([line(49)], 100)).toEqual([]);
  });

  it('is the best of several claims and never their sum (rules 3.2)', () => {
    const quote = quoteCart([line(10_000)], [claim(300, 'prg_third00000'), claim(700, 'prg_seventh000'), claim(500)]);
    expect(quote.lines).toMatchObject([{ programId: 'prg_seventh000', discountBp: 700, discountMinor: 700 }]);
    const first = quoteCart([line(10_000)], [claim(0), claim(500, 'prg_first00000'), claim(500, 'prg_second0000')]);
    expect(first.lines[0]?.programId).toBe('prg_first00000');
  });

  it('is cut so that a line never falls below its cost with the margin on it (rules 3.3)', () => {
    const quote = quoteCart([line(10_000, { floorMinor: floorMinor(9_000, 1, 500) })], [claim(1_000)]);
    expect(quote).toMatchObject({ totalMinor: 550, floorSavedMinor: 450, lines: [{ floorSavedMinor: 450 }] });
  });

  it('is nothing on a line that is at its floor or below, and says what the floor saved', () => {
    for (const floor of [10_000, 10_001, 50_000]) {
      const quote = quoteCart([line(10_000, { floorMinor: floor })], [claim(1_000)]);
      expect(quote).toEqual({ lines: [], totalMinor: 0, floorSavedMinor: 1_000 });
    }
    expect(discounts([line(10_000, { floorMinor: 9_999 })], 1_000)).toEqual([1]);
  });

  it('is nothing without a claim, without goods and on what is free', () => {
    for (const [lines, claims] of [
      [[line(10_000)], []],
      [[line(10_000)], [claim(0)]],
      [[], [claim(500)]],
      [[line(0)], [claim(500)]],
    ] as const)
      expect(quoteCart(lines, claims)).toEqual({ lines: [], totalMinor: 0, floorSavedMinor: 0 });
  });
});

describe('the margin floor', () => {
  it('is the cost of all units with the margin on it, rounded up to the minor unit', () => {
    expect(floorMinor(9_000, 1, 500)).toBe(9_450);
    expect(floorMinor(333, 1, 500)).toBe(350);
    expect(floorMinor(333, 3, 500)).toBe(1_049);
    expect([floorMinor(0, 5, 500), floorMinor(700, 0, 500), floorMinor(700, 2, 0)]).toEqual([0, 0, 1_400]);
  });

  it('is exact for every cost and margin of less than ten million a line', () => {
    const cases = fc.tuple(fc.nat(2 ** 31), fc.integer({ min: 0, max: 99 }), fc.nat(20_000));
    fc.assert(
      fc.property(cases, ([cost, quantity, marginBp]) => {
        const product = BigInt(cost) * BigInt(quantity) * BigInt(10_000 + marginBp);
        same(floorMinor(cost, quantity, marginBp), Number((product + 9_999n) / 10_000n));
      }),
      runs(31),
    );
  });
});

const amounts = fc.oneof(fc.constantFrom(0, 1, 49, 50, 99, 100, 9_999), fc.nat(10_000_000), fc.nat(2 ** 45));
const carts = fc.array(
  fc.record({
    amountMinor: amounts,
    quantity: fc.integer({ min: 1, max: 50 }),
    share: fc.option(fc.nat(1_300)),
    marginBp: fc.nat(3_000),
  }),
  { maxLength: 30 },
);
const claims = fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 4 });

describe('what is always true of a quote (rules 6)', () => {
  it('4, 5: no line below zero or its floor or above its price, parts sum to the whole, nobody pays more', () => {
    fc.assert(
      fc.property(carts, claims, (some, bps) => {
        const lines = some.map(({ amountMinor, quantity, share, marginBp }, i): CartLine => {
          const unitCost = share === null ? 0 : Math.floor((amountMinor / quantity / 1000) * share);
          return { id: String(i), quantity, amountMinor, floorMinor: floorMinor(unitCost, quantity, marginBp) };
        });
        const quote = quoteCart(
          lines,
          bps.map((bp, i) => claim(bp, `prg_000000000${i}`)),
        );
        const best = Math.max(0, ...bps);
        const given = lines.map(({ id }) => quote.lines.find((each) => each.id === id)?.discountMinor ?? 0);
        const wanted = lines.map(({ amountMinor, floorMinor: floor }) =>
          Math.min(percentOf(amountMinor, best), Math.max(0, amountMinor - floor)),
        );
        same(given, wanted);
        const isRight = lines.every(({ amountMinor, floorMinor: floor }, i) => {
          const one = given[i] ?? -1;
          return one >= 0 && one <= amountMinor && (one === 0 || amountMinor - one >= floor);
        });
        const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
        const saved = sum(lines.map(({ amountMinor }) => percentOf(amountMinor, best))) - sum(given);
        same([isRight, quote.totalMinor, quote.floorSavedMinor], [true, sum(given), saved]);
        same(new Set(quote.lines.map(({ id }) => id)).size, quote.lines.length);
      }),
      runs(32),
    );
  });

  it('5: a claim more never makes a cart dearer', () => {
    fc.assert(
      fc.property(carts, claims, fc.integer({ min: 0, max: 10_000 }), (some, bps, more) => {
        const lines = some.map(
          ({ amountMinor, quantity }, i): CartLine => ({ id: String(i), quantity, amountMinor, floorMinor: 0 }),
        );
        const [less, all] = [bps, [...bps, more]].map((each) =>
          quoteCart(
            lines,
            each.map((bp) => claim(bp)),
          ),
        );
        same((all?.totalMinor ?? 0) >= (less?.totalMinor ?? 0), true);
      }),
      runs(33),
    );
  });
});

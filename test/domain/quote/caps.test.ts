import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CartLine, ScopedClaim } from '../../../shared/domain/quote/quote.ts';
import { bestClaim, quoteCart } from '../../../shared/domain/quote/quote-cart.ts';
import { programId } from '../../support/builders/ids.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';

const capped = (discountBp: number, capMinor?: number, id = 'prg_0123456789'): ScopedClaim => ({
  programId: programId(id),
  discountBp,
  ...(capMinor === undefined ? {} : { capMinor }),
});
const cart = (...amounts: readonly number[]): readonly CartLine[] =>
  amounts.map((amountMinor, i) => ({ id: String(i), quantity: 1, amountMinor, floorMinor: 0 }));
const given = (lines: readonly CartLine[], claim: ScopedClaim) => {
  const quote = quoteCart(lines, [claim]);
  return lines.map(({ id }) => quote.lines.find((line) => line.id === id)?.discountMinor ?? 0);
};

describe('a discount under a cap (rules 3.6)', () => {
  it('is given line by line until the cap is reached; the rest is at full price', () => {
    expect(given(cart(10_000, 10_000, 10_000), capped(1_000, 1_500))).toEqual([1_000, 500, 0]);
    expect(quoteCart(cart(10_000, 10_000, 10_000), [capped(1_000, 1_500)])).toMatchObject({
      totalMinor: 1_500,
      capSavedMinor: 1_500,
      lines: [{ id: '0' }, { id: '1', capSavedMinor: 500 }],
    });
  });

  it('is whole where it only just reaches its cap, and says nothing of one', () => {
    expect(quoteCart(cart(10_000, 5_000), [capped(1_000, 1_500)])).toEqual(
      quoteCart(cart(10_000, 5_000), [capped(1_000)]),
    );
    expect(quoteCart(cart(10_000), [capped(1_000, 0)])).toMatchObject({
      lines: [],
      totalMinor: 0,
      capSavedMinor: 1_000,
    });
  });

  it('uses nothing of its cap for what the floor takes away', () => {
    const [first, second] = cart(10_000, 10_000);
    const lines = [{ ...(first as CartLine), floorMinor: 9_800 }, second as CartLine];
    expect(given(lines, capped(1_000, 1_000))).toEqual([200, 800]);
  });

  it('of two programs that give the same is the one that gives more at most', () => {
    expect(
      bestClaim([capped(500, 10, 'prg_a'), capped(500, undefined, 'prg_b'), capped(500, 99, 'prg_c')]),
    ).toMatchObject({
      programId: 'prg_b',
    });
  });

  it('never is more than the cap, than the price, than without a cap, nor below the floor', () => {
    const line = fc.record({ amountMinor: fc.nat(200_000), floorPerMille: fc.nat(1_000) });
    const claims = fc.array(
      fc.tuple(
        fc.nat(10_000),
        fc.option(fc.nat(20_000), { nil: undefined }),
        fc.constantFrom('prg_a', 'prg_b', 'prg_c'),
      ),
      { minLength: 1, maxLength: 3 },
    );
    const most = (all: readonly ScopedClaim[]) => bestClaim(all)?.capMinor ?? Number.POSITIVE_INFINITY;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), claims, (some, told) => {
        const lines = some.map(({ amountMinor, floorPerMille }, i) => {
          return {
            id: String(i),
            quantity: 1,
            amountMinor,
            floorMinor: Math.floor((amountMinor * floorPerMille) / 1000),
          };
        });
        const all = told.map(([bp, cap, id]) => capped(bp, cap, id));
        const quote = quoteCart(lines, all);
        const free = quoteCart(lines, [{ ...capped(bestClaim(all)?.discountBp ?? 0), programId: programId('prg_x') }]);
        same(
          [quote.totalMinor, quote.totalMinor + (quote.capSavedMinor ?? 0)],
          [Math.min(free.totalMinor, most(all)), free.totalMinor],
        );
        for (const { id, discountMinor } of quote.lines) {
          const { amountMinor = 0, floorMinor = 0 } = lines[Number(id)] ?? {};
          same(discountMinor > 0 && amountMinor - discountMinor >= floorMinor, true);
        }
      }),
      runs(36),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holdsOf, type Scope } from '../../../shared/domain/program/scope.ts';
import type { CartLine, ScopedClaim } from '../../../shared/domain/quote/quote.ts';
import { quoteCart } from '../../../shared/domain/quote/quote-cart.ts';
import type { ScopedRewardClaim } from '../../../shared/domain/quote/rewards.ts';
import { productId, programId } from '../../support/builders/ids.ts';

const [OIL, WINE, SALT] = [productId('81'), productId('82'), productId('83')];
const only = (...products: readonly (typeof OIL)[]): Scope => ({ kind: 'products', products, excluded: [] });
const allBut = (...excluded: readonly (typeof OIL)[]): Scope => ({ kind: 'all', excluded });

const claim = (id: string, discountBp: number, scope?: Scope): ScopedClaim => {
  const plain = { programId: programId(`prg_${id}`), discountBp };
  return scope === undefined ? plain : { ...plain, scope };
};
const line = (id: string, amountMinor: number, of: typeof OIL | null, quantity = 1): CartLine => {
  return { id, quantity, amountMinor, floorMinor: 0, productId: of };
};
const told = (lines: readonly CartLine[], claims: readonly ScopedClaim[], reward: ScopedRewardClaim | null = null) =>
  quoteCart(lines, claims, reward).lines.map(({ id, programId: by, discountMinor }) => [id, by, discountMinor]);

/** After two items the next one gets half of what they cost; one of 40.00 is ready. */
const oneReady = (scope: Scope): ScopedRewardClaim => ({
  programId: programId('prg_third'),
  ...{ after: 2, shareBp: 5_000, progress: 0, countedMinor: 0, deficit: 0, readyMinor: [4_000] },
  ...{ carries: false, counts: false, scope },
});

describe('a cart of several programs, each about its own goods (rules 3.2)', () => {
  const cart = [line('a', 10_000, OIL), line('b', 10_000, WINE), line('c', 10_000, null)];

  it('gives each line the best of the programs that it is goods of', () => {
    const claims = [claim('all', 300), claim('oil', 1_000, only(OIL)), claim('rest', 500, allBut(WINE))];
    expect(told(cart, claims)).toEqual([
      ['a', 'prg_oil', 1_000],
      ['b', 'prg_all', 300],
      ['c', 'prg_rest', 500],
    ]);
  });

  it('gives a line nothing that is nobody’s goods', () => {
    expect(told(cart, [claim('oil', 1_000, only(OIL))])).toEqual([['a', 'prg_oil', 1_000]]);
  });

  it('neither counts nor rewards units that are none of the program’s goods', () => {
    const wine = line('b', 20_000, WINE, 2);
    expect(told([line('a', 5_000, OIL), wine], [], oneReady(only(OIL)))).toEqual([['a', 'prg_third', 4_000]]);
    expect(told([line('a', 5_000, OIL), wine], [], oneReady(allBut(OIL)))).toEqual([['b', 'prg_third', 4_000]]);
    const two = line('a', 5_000, OIL, 2);
    expect(told([two, wine, line('c', 900, OIL)], [], { ...oneReady(only(OIL)), readyMinor: [] })).toEqual([
      ['a', 'prg_third', 1_700],
    ]);
  });

  it('is, line by line, the better of what each program alone would give', () => {
    const goods = fc.constantFrom(OIL, WINE, SALT, null);
    const scopes = fc.constantFrom(undefined, only(OIL), only(OIL, WINE), allBut(SALT), allBut(OIL, WINE));
    const lines = fc.array(
      fc.record({ amountMinor: fc.nat(20_000), floor: fc.nat(20_000), of: goods, quantity: fc.constantFrom(1, 2, 5) }),
      { maxLength: 6 },
    );
    const claims = fc.array(fc.record({ discountBp: fc.nat(10_000), scope: scopes }), { maxLength: 4 });
    fc.assert(
      fc.property(lines, claims, (some, offers) => {
        const all = some.map(({ amountMinor, floor, of, quantity }, i) => {
          return { ...line(String(i), amountMinor, of, quantity), floorMinor: floor };
        });
        const owed = offers.map(({ discountBp, scope }, i) => claim(String(i), discountBp, scope));
        const quote = quoteCart(all, owed);
        const given = (id: string) => quote.lines.find((l) => l.id === id)?.discountMinor ?? 0;
        for (const one of all) {
          const alone = owed
            .filter(({ scope }) => holdsOf(scope)(one.productId ?? null))
            .map(({ programId: by, discountBp }) => quoteCart([one], [{ programId: by, discountBp }]).totalMinor);
          expect(given(one.id)).toBe(Math.max(0, ...alone));
        }
        expect(quote.totalMinor).toBe(quote.lines.reduce((sum, { discountMinor }) => sum + discountMinor, 0));
      }),
      { seed: 552, numRuns: 10_000 },
    );
  });
});

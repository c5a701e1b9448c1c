import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildFunction } from '../../extension/discount-function/build.ts';
import { currencyDigits } from '../../shared/domain/money/currency.ts';
import { percentOf } from '../../shared/domain/money/percent.ts';
import { type Applied, runBoth } from './applied.ts';
import { type CheckoutCart, floorOf, quoteOf } from './checkout-cart.ts';
import { longCart } from './long-carts.ts';
import { randomCarts } from './random-carts.ts';

let bundle: string;
beforeAll(async () => {
  bundle = await buildFunction();
});

const quotedLines = (cart: CheckoutCart): readonly number[] => {
  const quoted = new Map(quoteOf(cart).lines.map(({ id, discountMinor }) => [id, discountMinor]));
  return cart.lines.map(({ id }) => quoted.get(id) ?? 0);
};

/** How many lines the Function may look at one by one: within a unit of the currency from their floor, all at 100 %. */
function nearTheirFloor(cart: CheckoutCart): number {
  const bp = Math.max(0, ...quoteOf(cart).lines.map(({ discountBp }) => discountBp));
  const near = ({ amount, floor }: { readonly amount: number; readonly floor: number }) =>
    bp === 10_000 || (floor > 0 && amount - percentOf(amount, bp) - floor <= 10 ** currencyDigits(cart.currency) + 4);
  return cart.lines.map((line) => ({ amount: line.quantity * line.unitMinor, floor: floorOf(cart, line) })).filter(near)
    .length;
}

function alwaysTrue(cart: CheckoutCart, { discounts, totalMinor }: Applied): void {
  expect(discounts.reduce((sum, each) => sum + each, 0)).toBe(totalMinor);
  cart.lines.forEach((line, i) => {
    const [given, amount] = [discounts[i] ?? 0, line.quantity * line.unitMinor];
    expect(given >= 0 && given <= amount).toBe(true);
    if (given > 0) expect(amount - given).toBeGreaterThanOrEqual(floorOf(cart, line));
  });
}

describe('any cart through the built Function', () => {
  it('gets up to 15 lines what the server would quote, to the minor unit', async () => {
    await fc.assert(
      fc.asyncProperty(randomCarts(1, 15), async (cart) => {
        const run = await runBoth(bundle, cart);
        alwaysTrue(cart, run);
        expect(run.discounts).toEqual(quotedLines(cart));
      }),
      { seed: 41, numRuns: 250, endOnFailure: true },
    );
  });

  it('gets with more lines the same, and at most two percent less where the floor cuts more than twenty', async () => {
    await fc.assert(
      fc.asyncProperty(randomCarts(16, 70), async (cart) => {
        const run = await runBoth(bundle, cart);
        alwaysTrue(cart, run);
        const quoted = quotedLines(cart);
        // Of more than twenty lines that take rewards the Function gives the first ones theirs only.
        const isRewarded = quoteOf(cart).lines.some(({ rewards }) => rewards !== undefined);
        if (isRewarded && cart.lines.length > 20) return;
        if (nearTheirFloor(cart) <= 20) expect(run.discounts).toEqual(quoted);
        quoted.forEach((minor, i) => {
          const { quantity, unitMinor } = cart.lines[i] as CheckoutCart['lines'][number];
          expect(minor - (run.discounts[i] ?? 0)).toBeGreaterThanOrEqual(0);
          expect(minor - (run.discounts[i] ?? 0)).toBeLessThanOrEqual((quantity * unitMinor) / 50 + 1);
        });
      }),
      { seed: 42, numRuns: 80, endOnFailure: true },
    );
  });

  it('keeps every floor where more than fifty lines lie near it, in a currency without decimals too', async () => {
    await fc.assert(
      fc.asyncProperty(randomCarts(55, 90), fc.constantFrom('JPY', 'EUR', 'KWD'), async (cart, currency) => {
        const lines = cart.lines.map((line, i) => {
          const unitMinor = 95 + i * 7;
          return { ...line, unitMinor, costMinor: Math.floor(unitMinor * (0.85 + i / 1000)), kind: 'goods' as const };
        });
        const rules = { ...cart.rules, currency, marginBp: 500, floorOn: true };
        const own = { ...cart, currency, rate: '1.0', rules, lines };
        const run = await runBoth(bundle, own);
        alwaysTrue(own, run);
        quotedLines(own).forEach((minor, i) => {
          expect(run.discounts[i]).toBeLessThanOrEqual(minor);
        });
      }),
      { seed: 44, numRuns: 60, endOnFailure: true },
    );
  });

  it('makes everything free at 100 %, however many lines', async () => {
    const { storefront } = longCart({ lines: 1, bp: 10_000 }).statement;
    const cart = { ...longCart({ lines: 120, bp: 10_000, floorOn: false }), statement: { storefront, checkout: null } };
    const run = await runBoth(bundle, cart);
    expect(run.totalMinor).toBe(quoteOf(cart).totalMinor);
    expect(run.totalMinor).toBe(cart.lines.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, 0));
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildCappedFunction } from '../../extension/capped-function/build.ts';
import { buildFunction } from '../../extension/discount-function/build.ts';
import { readStatement } from '../../shared/domain/entitlement/read-statement.ts';
import { writeStatement } from '../../shared/domain/entitlement/write-statement.ts';
import { aNumber } from '../support/builders/a-card.ts';
import { programId } from '../support/builders/ids.ts';
import { runInNode, runInQuickJs } from '../support/run-function.ts';
import { applied } from './applied.ts';
import { type CheckoutCart, floorOf, keys, quoteOf, SHOP } from './checkout-cart.ts';
import { cappedQuery, inputOf } from './function-input.ts';
import { longCart, typedCard } from './long-carts.ts';
import { randomCarts } from './random-carts.ts';

const DAY = '2026-11-22';
let [capped, plain] = ['', ''];
beforeAll(async () => {
  [capped, plain] = await Promise.all([buildCappedFunction(), buildFunction()]);
});

const run = (cart: CheckoutCart) => applied(cart, runInNode(capped, inputOf(cart, {}, cappedQuery)));
const runPlain = (cart: CheckoutCart) => applied(cart, runInNode(plain, inputOf(cart)));
const typed = (capMinor: number, bp = 1_000) => typedCard(bp, undefined, undefined, { capMinor });
const days = { sequence: 7, fromDay: DAY, untilDay: DAY };
const quotedLines = (cart: CheckoutCart): readonly number[] => {
  const quoted = new Map(quoteOf(cart).lines.map(({ id, discountMinor }) => [id, discountMinor]));
  return cart.lines.map(({ id }) => quoted.get(id) ?? 0);
};

/** Whoever logged in, or typed a card, under a cap that a few lines reach, or none. */
const under = fc.record({
  bp: fc.oneof(fc.constantFrom(100, 750, 10_000), fc.nat(10_000)),
  capMinor: fc.oneof(fc.constantFrom(0, 1, 500, 999_999_999), fc.nat(400_000)),
  isTyped: fc.boolean(),
});
const cappedCarts = (min: number, max: number) =>
  fc.tuple(randomCarts(min, max), under).map(([cart, { bp, capMinor, isTyped }]): CheckoutCart => {
    const claim = { programId: programId('prg_0123456789'), discountBp: bp, capMinor };
    const said = { ...days, shop: SHOP, cardNumber: aNumber(1), discountBp: bp, capMinor };
    return {
      ...cart,
      loggedIn: isTyped ? null : { ...days, claims: [claim] },
      statement: { storefront: isTyped ? writeStatement(keys.newest, said) : null, checkout: null },
    };
  });

describe('a cart under a cap, at checkout', () => {
  it('gets what the server would quote, in any currency, and nothing from the other discount', () => {
    fc.assert(
      fc.property(cappedCarts(1, 15), (cart) => {
        const { discounts } = run(cart);
        expect(discounts).toEqual(quotedLines(cart));
        expect(runPlain(cart).totalMinor).toBe(0);
      }),
      { seed: 361, numRuns: 400, endOnFailure: true },
    );
  });

  it('never gets more than the cap nor a line below its floor, however long it is', () => {
    fc.assert(
      fc.property(cappedCarts(16, 70), (cart) => {
        const { discounts, totalMinor } = run(cart);
        expect(totalMinor).toBeLessThanOrEqual(quoteOf(cart).totalMinor);
        cart.lines.forEach((line, i) => {
          const left = line.quantity * line.unitMinor - (discounts[i] ?? 0);
          expect(left).toBeGreaterThanOrEqual(Math.min(floorOf(cart, line), line.quantity * line.unitMinor));
        });
      }),
      { seed: 362, numRuns: 100, endOnFailure: true },
    );
  });

  it('is told in the line of the discount that a cap was reached, and of how much', () => {
    const cart = (capMinor: number) => longCart({ lines: 2, storefront: typed(capMinor) });
    expect(run(cart(150)).messages).toEqual(['Your 10 % ≤ 1.50 as a regular']);
    expect(run(cart(999_999)).messages).toEqual(['Your 10 % as a regular']);
  });

  it('is worked out alike by Shopify’s engine', async () => {
    const cart = longCart({ lines: 20, cut: 4, storefront: typed(5_000) });
    const input = inputOf(cart, {}, cappedQuery);
    expect(await runInQuickJs(capped, input)).toEqual(runInNode(capped, input));
    expect(run(cart)).toMatchObject({ totalMinor: 5_000 });
  });

  it('leaves what has no cap to the other discount', () => {
    expect(run(longCart({ lines: 3 })).totalMinor).toBe(0);
    const claims = [{ programId: programId('prg_0123456789'), discountBp: 500 }];
    expect(run(longCart({ lines: 3, storefront: null, loggedIn: { ...days, claims } })).totalMinor).toBe(0);
  });

  it('is not moved by a statement that was changed, nor by one shown as another kind', () => {
    const text = typed(150);
    const given = run(longCart({ lines: 2, storefront: text })).totalMinor;
    expect(given).toBe(150);
    for (let i = 0; i < text.length; i += 1) {
      for (const put of '0123456789ez.') {
        const storefront = text.slice(0, i) + put + text.slice(i + 1);
        if (storefront === text) continue;
        const cart = longCart({ lines: 2, storefront });
        expect([storefront, run(cart).totalMinor, runPlain(cart).totalMinor]).toEqual([storefront, 0, 0]);
        expect(readStatement(storefront, [keys.newest], SHOP)).toBeNull();
      }
    }
  });
});

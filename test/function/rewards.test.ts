import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildGiftFunction } from '../../extension/gift-function/build.ts';
import { buildRewardFunction } from '../../extension/reward-function/build.ts';
import type { ProductId } from '../../shared/domain/ids.ts';
import type { OfferGives } from '../../shared/domain/offer/offer.ts';
import { readFunctionOutput } from '../sandbox/storefront/function-output.ts';
import { loadFunctionSchema } from '../sandbox/storefront/function-schema.ts';
import { runInNode, runInQuickJs } from '../support/run-function.ts';
import { type Applied, applied } from './applied.ts';
import { type CheckoutCart, floorOf } from './checkout-cart.ts';
import { longCart } from './long-carts.ts';
import { randomCarts } from './random-carts.ts';
import { productOf, rewardInputOf, rewardQuoteOf } from './reward-input.ts';

const BUNDLE_BYTES_MAX = 20_000;
const INPUT_BYTES_MAX = 128_000;
const OUTPUT_BYTES_MAX = 20_000;
/** What it is today; it may grow by a tenth. */
const ratchet = { percent: { bundleBytes: 2_500, lineBytes: 128.2 }, gift: { bundleBytes: 600, lineBytes: 171 } };

const bundles = { percent: '', gift: '' };
beforeAll(async () => {
  bundles.percent = await buildRewardFunction();
  bundles.gift = await buildGiftFunction();
});

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const percent = (discountBp: number): OfferGives => ({ kind: 'percent', discountBp });
const gift: OfferGives = { kind: 'gift', productId: productOf(0) };

async function run(cart: CheckoutCart, gives: OfferGives, spoiled?: string): Promise<Applied> {
  const input = rewardInputOf(cart, gives, spoiled);
  const output = await runInQuickJs(bundles[gives.kind], input);
  expect(runInNode(bundles[gives.kind], input)).toEqual(output);
  return applied(cart, output);
}

const kinds = fc.oneof(
  fc.constantFrom(1, 300, 500, 750, 10_000).map(percent),
  fc.integer({ min: 1, max: 10_000 }).map(percent),
  fc.constant(gift),
);

describe('a reward by code, through the built Function', () => {
  it('takes up to 15 lines exactly what the server says, a percentage as well as a gift', async () => {
    await fc.assert(
      fc.asyncProperty(randomCarts(1, 15), kinds, async (cart, gives) => {
        expect((await run(cart, gives)).discounts).toEqual(rewardQuoteOf(cart, gives));
      }),
      { seed: 61, numRuns: 250, endOnFailure: true },
    );
  });

  it('never takes more than that from longer carts, and keeps the floor of every line', async () => {
    await fc.assert(
      fc.asyncProperty(randomCarts(16, 90), kinds, async (cart, gives) => {
        const { discounts } = await run(cart, gives);
        rewardQuoteOf(cart, gives).forEach((minor, i) => {
          const line = cart.lines[i] as CheckoutCart['lines'][number];
          expect(discounts[i]).toBeLessThanOrEqual(minor);
          if (gives.kind === 'gift') expect(discounts[i]).toBe(minor);
          else if (discounts[i] !== 0) {
            expect(line.quantity * line.unitMinor - (discounts[i] ?? 0)).toBeGreaterThanOrEqual(floorOf(cart, line));
          }
        });
      }),
      { seed: 62, numRuns: 80, endOnFailure: true },
    );
  });

  it('gives away one unit of the gift, whatever it cost the merchant, and nothing where there is none', async () => {
    const cart = longCart({ lines: 6, cut: 6 });
    const lines = cart.lines.map((line) => ({ ...line, costMinor: line.unitMinor }));
    // Lines 0 and 5 are of the product; 5 is the dearer one.
    const expected = [0, 0, 0, 0, 0, lines[5]?.unitMinor];
    expect((await run({ ...cart, lines }, gift)).discounts).toEqual(expected);
    const other: OfferGives = { kind: 'gift', productId: '17' as ProductId };
    expect((await run(cart, other)).output).toEqual({ operations: [] });
  });

  it('gives no discount and does not fail, whatever stands where our metafield should', async () => {
    const odd = fc
      .oneof(
        fc.constantFrom<unknown>([1], [2], {}, '', 7, [1, '', 'EUR', 500, true, '', 2, -5, ''], [[1]]),
        fc.jsonValue({ maxDepth: 3 }),
      )
      .map((value) => JSON.stringify(value))
      .filter((text) => text !== 'null');
    await fc.assert(
      fc.asyncProperty(odd, fc.constantFrom(2, 20), async (text, lines) => {
        for (const gives of [gift, percent(300)]) {
          const { output } = await run(longCart({ lines }), gives, text);
          expect(output).toEqual({ operations: [] });
          expect(readFunctionOutput(loadFunctionSchema(), output)).toMatchObject({ ok: true });
        }
      }),
      { seed: 63, numRuns: 150, endOnFailure: true },
    );
  });
});

describe('the Function of the codes within Shopify’s limits', () => {
  it.each(['percent', 'gift'] as const)('is a bundle of its own, as small as it was: %s', (kind) => {
    const { bundleBytes, lineBytes } = ratchet[kind];
    expect(Buffer.byteLength(bundles[kind])).toBeLessThanOrEqual(Math.min(BUNDLE_BYTES_MAX, bundleBytes * 1.1));
    const gives = kind === 'gift' ? gift : percent(300);
    const size = (lines: number) => bytes(rewardInputOf(longCart({ lines, cut: lines }), gives));
    expect(size(201) - size(1)).toBeLessThanOrEqual(200 * lineBytes * 1.1);
  });

  it.each([
    ['all of them far from their floor', { lines: 200 }, percent(300)],
    ['twenty of them cut', { lines: 200, cut: 20 }, percent(1_000)],
    ['all of them cut', { lines: 200, cut: 200 }, percent(10_000)],
    ['a gift among them', { lines: 200 }, gift],
  ] as const)('reads and answers 200 lines, %s', async (_which, said, gives) => {
    const cart = longCart(said);
    expect(bytes(rewardInputOf(cart, gives))).toBeLessThanOrEqual(INPUT_BYTES_MAX);
    const found = await run(cart, gives);
    expect(bytes(found.output)).toBeLessThanOrEqual(OUTPUT_BYTES_MAX);
    expect(found.totalMinor).toBeGreaterThan(0);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildFunction } from '../../extension/discount-function/build.ts';
import { runBoth } from './applied.ts';
import { floorOf, quoteOf } from './checkout-cart.ts';
import { inputOf } from './function-input.ts';
import { type LongCart, longCart } from './long-carts.ts';
import { createWorkshop } from './work.ts';

/** Shopify's (facts 3.4), for carts of up to 200 lines. */
const INPUT_BYTES_MAX = 128_000;
const OUTPUT_BYTES_MAX = 20_000;
const BUNDLE_BYTES_MAX = 20_000;

/** What it is today; it may grow by a tenth, its work by a fifth. Reading is most of the cost: mind every byte. */
const ratchet = { bundleBytes: 5_550, lineBytes: 128.2, shortTicks: 3, longTicks: 19, cutTicks: 49 };

let bundle: string;
beforeAll(async () => {
  bundle = await buildFunction();
});

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

const carts: readonly (readonly [string, Omit<LongCart, 'lines'>])[] = [
  ['all discounted', {}],
  ['the floor off', { floorOn: false }],
  ['twenty of them cut', { cut: 20 }],
  ['a hundred of them cut', { cut: 100 }],
  ['all of them cut', { cut: 200 }],
  ['all of them cut at 30 %', { cut: 200, bp: 3_000 }],
  ['all of them cut at 100 %', { cut: 200, bp: 10_000 }],
  ['all of them cut and a message of 100 letters', { cut: 200, message: `{percent}${'x'.repeat(91)}` }],
  ['all of them cut and as many of another alphabet', { cut: 200, message: `{percent}${'ї'.repeat(91)}` }],
  ['all of them cut at 100 % with that message', { cut: 200, bp: 10_000, message: `{percent}${'ї'.repeat(91)}` }],
];

describe('the Function within Shopify’s limits', () => {
  it('is a bundle of less than 20 kB, and no bigger than it was', () => {
    expect(Buffer.byteLength(bundle)).toBeLessThanOrEqual(BUNDLE_BYTES_MAX);
    expect(Buffer.byteLength(bundle)).toBeLessThanOrEqual(ratchet.bundleBytes * 1.1);
  });

  it('reads no more bytes for each line than it did', () => {
    const [none, all] = [longCart({ lines: 1 }), longCart({ lines: 201, cut: 100 })].map((cart) =>
      bytes(inputOf(cart)),
    );
    expect((all ?? 0) - (none ?? 0)).toBeLessThanOrEqual(200 * ratchet.lineBytes * 1.1);
  });

  it.each(carts)('reads and answers 200 lines, %s', async (_which, said) => {
    const cart = longCart({ lines: 200, ...said });
    expect(bytes(inputOf(cart))).toBeLessThanOrEqual(INPUT_BYTES_MAX);
    const run = await runBoth(bundle, cart);
    expect(bytes(run.output)).toBeLessThanOrEqual(OUTPUT_BYTES_MAX);
    const quote = quoteOf(cart);
    expect(run.totalMinor).toBeGreaterThan(quote.totalMinor * 0.75);
    expect(run.totalMinor).toBeLessThanOrEqual(quote.totalMinor);
    cart.lines.forEach((line, i) => {
      const left = line.quantity * line.unitMinor - (run.discounts[i] ?? 0);
      if (run.discounts[i] !== 0) expect(left).toBeGreaterThanOrEqual(floorOf(cart, line));
    });
    if ((said.cut ?? 0) <= 20) expect(run.totalMinor).toBe(quote.totalMinor);
  });

  it('counts twenty lines and two hundred as little work as it did', async () => {
    const workshop = await createWorkshop(bundle);
    try {
      const ticks = (said: LongCart) => workshop.ticks(inputOf(longCart(said)));
      const found = {
        nothing: ticks({ lines: 1, storefront: null }),
        short: ticks({ lines: 20 }),
        long: ticks({ lines: 200 }),
        cut: ticks({ lines: 200, cut: 200 }),
      };
      expect(found.nothing).toBeLessThanOrEqual(1);
      expect(found.short).toBeLessThanOrEqual(ratchet.shortTicks * 1.2);
      expect(found.long).toBeLessThanOrEqual(ratchet.longTicks * 1.2);
      expect(found.cut).toBeLessThanOrEqual(ratchet.cutTicks * 1.2);
    } finally {
      workshop.close();
    }
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildFunction } from '../../extension/discount-function/build.ts';
import { runBoth } from './applied.ts';
import { quoteOf } from './checkout-cart.ts';
import { readCarts } from './read-cart.ts';

let bundle: string;
beforeAll(async () => {
  bundle = await buildFunction();
});

const carts = readCarts().map((fixture) => [`${fixture.says} (${fixture.file})`, fixture] as const);

describe('a cart, at checkout and on the server', () => {
  it('is told of in at least 25 files', () => {
    expect(carts.length).toBeGreaterThanOrEqual(25);
  });

  it.each(carts)('%s', async (_says, { cart, discounts, totalMinor, message }) => {
    const quote = quoteOf(cart);
    const quoted = new Map(quote.lines.map(({ id, discountMinor }) => [id, discountMinor]));
    expect(cart.lines.map(({ id }) => quoted.get(id) ?? 0)).toEqual(discounts);
    expect(quote.totalMinor).toBe(totalMinor);
    const run = await runBoth(bundle, cart);
    expect(run.discounts).toEqual(discounts);
    expect(run.totalMinor).toBe(totalMinor);
    if (message !== null) expect(run.messages).toEqual([message]);
    if (totalMinor === 0) expect(run.output).toEqual({ operations: [] });
  });
});

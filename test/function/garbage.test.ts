import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildFunction } from '../../extension/discount-function/build.ts';
import { readFunctionOutput } from '../sandbox/storefront/function-output.ts';
import { loadFunctionSchema } from '../sandbox/storefront/function-schema.ts';
import { runInNode, runInQuickJs } from '../support/run-function.ts';
import { inputOf, type Spoiled } from './function-input.ts';
import { type LongCart, longCart } from './long-carts.ts';

let bundle: string;
beforeAll(async () => {
  bundle = await buildFunction();
});

const known = { sequence: 1, fromDay: '2026-11-01', untilDay: '2026-12-31', claims: [] };

async function answer(said: Partial<LongCart>, spoiled: Spoiled): Promise<unknown> {
  const input = inputOf(longCart({ lines: 3, ...said }), spoiled);
  const output = await runInQuickJs(bundle, input);
  expect(runInNode(bundle, input)).toEqual(output);
  expect(readFunctionOutput(loadFunctionSchema(), output)).toMatchObject({ ok: true });
  return output;
}

/** Any JSON, small and odd things above all. */
const anyJson = fc
  .oneof(
    fc.constantFrom<unknown>(true, 0, -1, 0.5, 1e300, '', '1', [], {}, [1], [[1]], { length: 8, 0: 1 }, { valueOf: 1 }),
    fc.jsonValue({ maxDepth: 3 }),
    fc.array(fc.oneof(fc.constantFrom<unknown>(1, null, 'EUR', '2026-11-01', true, {}), fc.jsonValue()), {
      maxLength: 14,
    }),
  )
  .map((value) => JSON.stringify(value))
  // Shopify's schema has no metafield without a value.
  .filter((text) => text !== 'null');

describe('whatever stands where our metafields should', () => {
  it('as the shop’s rules: no discount, and no failure', async () => {
    const values = ['""', '[]', '{}', '[2]', '[1]', 'true', '7', '"[1]"', `${'['.repeat(2_000)}${']'.repeat(2_000)}`];
    for (const rules of values) expect(await answer({ loggedIn: known }, { rules })).toEqual({ operations: [] });
    await fc.assert(
      fc.asyncProperty(anyJson, async (rules) => {
        expect(await answer({}, { rules })).toEqual({ operations: [] });
      }),
      { seed: 51, numRuns: 150, endOnFailure: true },
    );
  });

  it('as what a customer is owed: no discount, and no failure', async () => {
    await fc.assert(
      fc.asyncProperty(anyJson, async (loyalty) => {
        expect(await answer({ storefront: null }, { loyalty })).toEqual({ operations: [] });
      }),
      { seed: 52, numRuns: 150, endOnFailure: true },
    );
  });

  it('as a cost: an answer that Shopify takes, and no failure', async () => {
    await fc.assert(
      fc.asyncProperty(anyJson, fc.constantFrom(3, 20), async (cost, lines) => {
        await answer({ lines }, { cost });
      }),
      { seed: 53, numRuns: 150, endOnFailure: true },
    );
  });

  it('as a card’s statement: no discount, and no failure', async () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 60 }), anyJson);
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await answer({ storefront: text }, {})).toEqual({ operations: [] });
        expect(await answer({ storefront: `1b${text}` }, {})).toEqual({ operations: [] });
      }),
      { seed: 54, numRuns: 100, endOnFailure: true },
    );
  });

  it('leaves a card its discount beside a nonsense metafield, and a login its own beside a bad card', async () => {
    const owed = { ...known, claims: [{ programId: 'prg_0123456789' as never, discountBp: 500 }] };
    const good = await answer({ bp: 500 }, {});
    expect(good).not.toEqual({ operations: [] });
    expect(await answer({ bp: 500 }, { loyalty: '{"a":[1]}' })).toEqual(good);
    expect(await answer({ bp: 500, loggedIn: owed, storefront: '1bx' }, {})).toEqual(good);
  });
});

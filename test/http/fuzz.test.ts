import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startTestApp, type TestApp } from '../support/app.ts';
import { adminRoutes, type RouteUnderTest, tillRoutes } from './routes.ts';
import { fill, type Seeded, seedShop } from './seed-shop.ts';

const SHOP = 'fuzzed.myshopify.com';
const SEED = 20_261_123;

let app: TestApp;
let known: Seeded;
beforeAll(async () => {
  app = await startTestApp();
  known = await seedShop(app, SHOP);
});
afterAll(() => app.stop());

const routes = [...adminRoutes, ...tillRoutes];
const named = (route: RouteUnderTest) => [`${route.method} ${route.path}`, route] as const;

/** Values that hurt: wrong types, huge and tiny numbers, odd texts, keys that JavaScript reads in its own way. */
const nasty = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, true, -1, 1.5, 1e308, 2 ** 53, '', ' ', '\u0000', '😀'.repeat(50), [], {}, [[]]),
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    { $gt: '' },
    { $where: '1' },
    'NaN',
    '-0',
    '1e9',
    '0'.repeat(300),
  ),
);

/** A valid body with one place of it made nasty. */
function spoiled(body: unknown): fc.Arbitrary<unknown> {
  const paths: (readonly (string | number)[])[] = [];
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    paths.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
  };
  walk(body, []);
  const put = (value: unknown, path: readonly (string | number)[], bad: unknown): unknown => {
    const [key, ...rest] = path;
    if (key === undefined) return bad;
    const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value as object) };
    (copy as Record<string, unknown>)[key] = put((copy as Record<string, unknown>)[key], rest, bad);
    return copy;
  };
  return fc.tuple(fc.constantFrom(...paths), nasty).map(([path, bad]) => put(body, path, bad));
}

/** The answer has a status below 500 and, when it is no success, the shape of a refusal. */
async function expectClear(response: Response): Promise<void> {
  const text = await response.text();
  if (response.status >= 500) throw new Error(`${response.status} ${text}\n${JSON.stringify(app.logged.at(-1))}`);
  if (response.status < 400) return;
  expect(JSON.parse(text)).toMatchObject({ code: expect.any(String) });
}

describe('whatever is sent', () => {
  it.each(routes.filter(({ method }) => method !== 'GET').map(named))('%s answers clearly', async (_name, route) => {
    const bodies = route.body === undefined ? nasty : fc.oneof(nasty, spoiled(fill(route.body, known)));
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        await expectClear(await app.as(SHOP).send(route.method, fill(route.path, known), body));
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it.each(routes.map(named))('%s answers clearly to odd ids and queries', async (_name, route) => {
    const word = fc.oneof(
      fc.string({ maxLength: 30, unit: 'binary' }),
      fc.constantFrom('..', '%', '%00', '%ff', '$ne', '-1', '1e99', ''),
    );
    const keys = fc.constantFrom(
      'search',
      'states',
      'has',
      'order',
      'after',
      'max',
      'before',
      'seriesId',
      'programId',
      'ids',
      'x',
    );
    const queries = fc.array(fc.tuple(keys, word), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(word, queries, async (id, query) => {
        const odd = encodeURIComponent(id);
        const path = route.path.replaceAll(/:\w+/g, odd);
        const search = new URLSearchParams(query.map(([key, value]) => [key, value])).toString();
        const asked = fill(route.path, known) === route.path ? route.path : path;
        await expectClear(await app.as(SHOP).send(route.method, `${asked}?${search}`, fill(route.body, known)));
      }),
      { seed: SEED, numRuns: 30 },
    );
  });

  it('addresses that are broken get a clear answer', async () => {
    for (const path of [
      '/api/customers/%E0%A4%A',
      '/api/cards/%',
      '/%',
      '/api/nowhere',
      '/ext/nowhere',
      '/nowhere.php',
    ]) {
      const response = await app.as(SHOP).get(path);
      expect([path, response.status < 500]).toEqual([path, true]);
    }
  });
});

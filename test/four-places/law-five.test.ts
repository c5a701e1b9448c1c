import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildCappedFunction } from '../../extension/capped-function/build.ts';
import { buildFunction } from '../../extension/discount-function/build.ts';
import type { CheckoutCart } from '../function/checkout-cart.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { aNumber } from '../support/builders/a-card.ts';
import { createQuickJsRunner } from '../support/run-carts.ts';
import { runs } from '../support/runs.ts';
import { same } from '../support/same.ts';
import { type Discounts, functionSays, type Runners, serverSays, simulationSays } from './answers.ts';
import { CARD, homeCarts, type Place, settle } from './places.ts';
import { tillSays } from './till-answer.ts';

/**
 * How often the slow ones are asked: the Function's engine takes 2 ms to read the bundle, a hundred times as long as
 * the core, and the till two requests over HTTP.
 */
const EACH_FUNCTION = 4;
const EACH_TILL = 10;

let app: TestApp;
let places: readonly Place[];
let checkout: Runners;
beforeAll(async () => {
  app = await startTestApp();
  const [plain, capped] = await Promise.all([buildFunction(), buildCappedFunction()]);
  checkout = { plain: await createQuickJsRunner(plain), capped: await createQuickJsRunner(capped) };
  places = await settle(app);
});
afterAll(async () => {
  checkout.plain.close();
  checkout.capped.close();
  await app.stop();
});

const sum = (values: Discounts): number => values.reduce((all, one) => all + one, 0);
const amountOf = ({ quantity, unitMinor }: CheckoutCart['lines'][number]): number => quantity * unitMinor;

describe('a holder never pays more than without the card (rules 6.5), nor anywhere else than here', () => {
  it('on any cart, in the server, in checkout, at the till and in a simulation', async () => {
    const which = fc.nat(9_999);
    const seen = { discounts: 0, rewards: 0, function: 0, till: 0 };
    await fc.assert(
      fc.asyncProperty(homeCarts, which, async (cart, n) => {
        const place = places[n % places.length] as Place;
        const { lines } = cart;
        const given = await serverSays(app, place, lines, CARD);
        // Nobody pays more on any line, so nobody does on the whole; without a card everything is paid in full.
        const isRight = given.every((minor, i) => minor >= 0 && minor <= amountOf(lines[i] as (typeof lines)[number]));
        same([isRight, await serverSays(app, place, lines, aNumber(2))], [true, lines.map(() => 0)]);
        same(
          [simulationSays(place, lines, 'with_program'), simulationSays(place, lines, 'as_happened')],
          [sum(given), 0],
        );
        if (n % EACH_FUNCTION === 0) {
          same(functionSays(checkout, place, cart, true), given);
          seen.function += 1;
        }
        if (n % EACH_TILL === 0) {
          same(await tillSays(app, place, lines), given);
          seen.till += 1;
        }
        if (sum(given) > 0) seen[place.program.mechanic.kind === 'nth_item' ? 'rewards' : 'discounts'] += 1;
      }),
      { ...runs(602), endOnFailure: true },
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(runs(602).numRuns / 20);
  }, 120_000);

  it('and in checkout a shopper whom nobody knows pays everything', () => {
    for (const place of places) {
      const [cart] = fc.sample(homeCarts, { seed: 603, numRuns: 1 });
      if (cart !== undefined)
        same(
          functionSays(checkout, place, cart, false),
          cart.lines.map(() => 0),
        );
    }
  });
});

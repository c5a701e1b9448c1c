import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { percentOf } from '../../../shared/domain/money/percent.ts';
import type { Unused } from '../../../shared/domain/program/program.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { nthItem } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { midnight } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { orderId } from '../../support/builders/ids.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';

const DAY_MS = 86_400_000;
const START = midnight('2024-11-01');

/** A purchase of some units at one price, of which the last ones took rewards. */
type Bought = { readonly day: number; readonly units: number; readonly price: number; readonly took: number };

const purchases: fc.Arbitrary<readonly Bought[]> = fc.array(
  fc.record({
    day: fc.nat(500),
    units: fc.integer({ min: 1, max: 7 }),
    price: fc.constantFrom(0, 1, 100, 999),
    took: fc.constantFrom(0, 0, 0, 1, 2),
  }),
  { maxLength: 9 },
);

const unusedOnes = fc.constantFrom<Unused | undefined>(undefined, 'never', { days: 1 }, { days: 60 }, { days: 400 });

/** The rules one unit and one reward after the other, with a year of the calendar or none. */
function byTheWord(bought: readonly Bought[], n: number, unused: Unused | undefined, isYearly: boolean, day: number) {
  const yearOf = (on: number) => (isYearly ? new Date(START + on * DAY_MS + DAY_MS / 2).getUTCFullYear() : 0);
  const days = typeof unused === 'object' ? unused.days : Number.POSITIVE_INFINITY;
  let waiting: { worth: number; until: number }[] = [];
  let [year, used, owed, counted, blank] = [yearOf(0), 0, 0, 0, 0];
  let begun: number[] = [];
  const goTo = (on: number) => {
    waiting = waiting.filter(({ until }) => until > on);
    if (yearOf(on) === year) return;
    [year, used, owed, counted, blank, begun] = [yearOf(on), 0, 0, 0, 0, []];
    if (unused === undefined) waiting = [];
  };
  for (const { day: on, units, price, took } of bought) {
    goTo(on);
    const rewarded = Math.min(took, units);
    for (let i = 0; i < rewarded; i += 1) {
      used += 1;
      if (waiting.shift() === undefined) owed += 1;
    }
    for (let i = rewarded; i < units; i += 1) {
      counted += 1;
      begun.push(price);
      if (begun.length < n) continue;
      const worth = percentOf(
        begun.reduce((a, b) => a + b, 0),
        5_000,
      );
      begun = [];
      if (worth === 0) blank += 1;
      else if (owed > 0) owed -= 1;
      else waiting.push({ worth, until: on + days });
    }
  }
  goTo(day);
  const deficit = Math.max(0, (owed - blank) * n - begun.length);
  const progress = deficit > 0 ? 0 : begun.length;
  return { counted, used, deficit, progress, ready: waiting.map(({ worth }) => worth).slice(0, 5) };
}

const asPurchase = ({ day, units, price, took }: Bought, i: number, n: number) => {
  const count = Math.min(took, units);
  const reward = count === 0 ? {} : { reward: { after: n, count, givenMinor: 0 } };
  const line = aLine({ quantity: units, amountMinor: units * price, ...reward });
  return aPurchase({ orderId: orderId(String(100 + i)), processedAt: START + day * DAY_MS, lines: [line] });
};

describe('rewards that nobody uses, whatever is bought', () => {
  it('wait and lapse as the rules say, one unit after the other', () => {
    fc.assert(
      fc.property(
        purchases,
        fc.integer({ min: 1, max: 4 }),
        unusedOnes,
        fc.boolean(),
        fc.nat(600),
        (some, n, unused, isYearly, later) => {
          const bought = [...some].sort((a, b) => a.day - b.day);
          const day = (bought.at(-1)?.day ?? 0) + later;
          const program = nthItem(`${n} → 50 %`, {
            window: { kind: isYearly ? 'calendar_year' : 'lifetime' },
            ...(unused === undefined ? {} : { unused }),
          });
          const told = facts({ purchases: bought.map((one, i) => asPurchase(one, i, n)) });
          const { rewards } = evaluate(program, told, START + day * DAY_MS);
          const { counted, used, deficit, progress, readyMinor } = rewards ?? {};
          same({ counted, used, deficit, progress, ready: readyMinor }, byTheWord(bought, n, unused, isYearly, day));
        },
      ),
      runs(66),
    );
  });
});

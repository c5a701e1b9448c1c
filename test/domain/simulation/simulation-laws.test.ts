import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Mode } from '../../../shared/domain/simulation/frame.ts';
import { simulate } from '../../../shared/domain/simulation/simulate.ts';
import { marginOf } from '../../../shared/domain/simulation/turnover.ts';
import type { CustomerOutcome } from '../../../shared/domain/simulation/walk-customer.ts';
import { chance, shuffled } from '../../support/story/shuffle.ts';
import { historyOf, type Told } from './past.ts';
import { anyProgram, pasts } from './random-past.ts';
import { joined, type Plain, plainWalk } from './reference.ts';

const runs = (seed: number, numRuns: number) => ({ seed, numRuns });
const tell = () => undefined;
const modes = fc.constantFrom<Mode>('with_program', 'with_program', 'as_happened');
const margins = fc.constantFrom(null, 0, 500);

/** Equal, and quick to see as long as it is. */
function same(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
}

/** What both walks know. */
const seenOf = ({ hasCard, discountMinor, bookedMinor, floorSavedMinor, standing, waiting }: CustomerOutcome) => ({
  hasCard,
  discountMinor,
  bookedMinor,
  floorSavedMinor,
  waiting: joined(waiting),
  standing,
});

function wantedOf({ standing, ...plain }: Plain) {
  const { spentMinor, purchases, items, level, position, discountBp: bp, takesPart, rewards: told } = standing;
  const rewards =
    told === undefined || !takesPart
      ? null
      : { items: told.counted, used: told.used, ready: told.ready, deficit: told.deficit, progress: told.progress };
  return { ...plain, standing: { bp, level, position, rewards, spentMinor, purchases, items } };
}

const ofCustomer = (past: readonly Told[], id: string) => past.filter((order) => order.customerId === id);

describe('what is always true of a simulation (rules 4a)', () => {
  it('gives each customer exactly what evaluating and quoting every single purchase gives', () => {
    fc.assert(
      fc.property(pasts, anyProgram, modes, margins, (past, program, mode, marginBp) => {
        const { customers, endsAt } = simulate(program, historyOf(past), { mode, marginBp, tell });
        expect(customers.map((c) => c.customerId)).toEqual(
          ['5', 'ann@example.test'].filter((id) => ofCustomer(past, id).length > 0),
        );
        for (const found of customers) {
          const asked = { mode, marginBp, endsAt: endsAt ?? 0 };
          same(seenOf(found), wantedOf(plainWalk(program, ofCustomer(past, found.customerId), asked)));
        }
      }),
      runs(481, 10_000),
    );
  });

  it('owes each customer at the end of each month what evaluating at that instant gives', () => {
    fc.assert(
      fc.property(pasts, anyProgram, (past, program) => {
        const { months } = simulate(program, historyOf(past), { mode: 'as_happened', marginBp: null, tell });
        for (const { asOf, holders, withoutCard } of months) {
          const wanted = new Map<number, number>();
          let without = 0;
          for (const id of ['5', 'ann@example.test']) {
            const sofar = ofCustomer(past, id).filter((order) => order.at <= asOf);
            if (sofar.length === 0) continue;
            const { standing } = plainWalk(program, sofar, { mode: 'as_happened', marginBp: null, endsAt: asOf });
            if (!standing.takesPart) without += 1;
            else {
              const owed = standing.rewards?.ready ?? standing.discountBp;
              wanted.set(owed, (wanted.get(owed) ?? 0) + 1);
            }
          }
          const inOrder = (counts: ReadonlyMap<number, number>) => [...counts].sort(([a], [b]) => a - b);
          same({ holders: inOrder(holders), withoutCard }, { holders: inOrder(wanted), withoutCard: without });
        }
      }),
      runs(482, 300),
    );
  });

  it('says the same in whatever order the past is told', () => {
    fc.assert(
      fc.property(pasts, anyProgram, modes, fc.nat(), (past, program, mode, seed) => {
        const options = { mode, marginBp: 500, tell };
        const mixed = shuffled([...past], chance(seed));
        expect(simulate(program, historyOf(mixed), options)).toEqual(simulate(program, historyOf(past), options));
      }),
      runs(483, 1000),
    );
  });

  it('loses nothing: customers and nobody add up to the past, and months and places to the customers', () => {
    fc.assert(
      fc.property(pasts, anyProgram, modes, (past, program, mode) => {
        const { customers, months, places, nobodys } = simulate(program, historyOf(past), {
          mode,
          marginBp: 500,
          tell,
        });
        const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
        const whole = sum(past.flatMap(({ lines }) => lines.map((line) => line.amountMinor)));
        const [discount, booked] = [
          sum(customers.map((c) => c.discountMinor)),
          sum(customers.map((c) => c.bookedMinor)),
        ];
        expect(discount + booked + nobodys.amountMinor).toBe(whole);
        for (const parts of [months, places]) {
          expect(sum(parts.map((p) => p.orders))).toBe(sum(customers.map((c) => c.orders)));
          expect(sum(parts.map((p) => p.amountMinor))).toBe(discount + booked);
          expect(sum(parts.map((p) => p.discountMinor))).toBe(discount);
          expect(sum(parts.map((p) => p.returnedMinor))).toBe(sum(customers.map((c) => c.returnedMinor)));
          expect(sum(parts.map((p) => p.floorSavedMinor))).toBe(sum(customers.map((c) => c.floorSavedMinor)));
        }
        expect(marginOf(months)).toEqual(marginOf(places));
        const sold = past.filter((o) => o.customerId !== null).flatMap(({ lines }) => lines);
        const known = sold.filter((line) => line.unitCostMinor !== null);
        const before = sum(known.map((line) => line.amountMinor - line.quantity * (line.unitCostMinor ?? 0)));
        const margin = marginOf(places);
        expect(margin?.beforeMinor ?? 0).toBe(before);
        if (known.length === sold.length) expect(margin?.afterMinor ?? 0).toBe(before - discount);
        expect(sum(customers.map((c) => c.orders)) + nobodys.orders).toBe(past.length);
      }),
      runs(484, 1000),
    );
  });
});

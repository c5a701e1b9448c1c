import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { Mode } from '../../../shared/domain/simulation/frame.ts';
import type { Month } from '../../../shared/domain/simulation/months.ts';
import { type Simulated, simulate } from '../../../shared/domain/simulation/simulate.ts';
import { marginOf, type Turnover } from '../../../shared/domain/simulation/turnover.ts';
import type { CustomerOutcome } from '../../../shared/domain/simulation/walk-customer.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';
import { chance, shuffled } from '../../support/story/shuffle.ts';
import { historyOf, type Told } from './past.ts';
import { anyProgram, pasts } from './random-past.ts';
import { heldMarks, joined, type Plain, plainWalk } from './reference.ts';

const tell = () => undefined;
const modes = fc.constantFrom<Mode>('with_program', 'with_program', 'as_happened');
const margins = fc.constantFrom(null, 0, 500);

/** What both walks know. */
const seenOf = ({ hasCard, discountMinor, bookedMinor, floorSavedMinor, standing, waiting }: CustomerOutcome) => ({
  hasCard,
  discountMinor,
  bookedMinor,
  floorSavedMinor,
  waiting: joined(waiting),
  standing,
});

function wantedOf({ standing, facts: _facts, ...plain }: Plain) {
  const { spentMinor, purchases, items, level, position, discountBp: bp, takesPart, rewards: told } = standing;
  const rewards =
    told === undefined || !takesPart
      ? null
      : { items: told.counted, used: told.used, ready: told.ready, deficit: told.deficit, progress: told.progress };
  const marks = takesPart ? heldMarks(standing) : null;
  return { ...plain, standing: { bp, level, position, rewards, marks, spentMinor, purchases, items } };
}

const ofCustomer = (past: readonly Told[], id: string) => past.filter((order) => order.customerId === id);

const inOrder = (counts: ReadonlyMap<number, number>) => [...counts].sort(([a], [b]) => a - b);
const tellHolders = ({ holders, withoutCard }: Month) => ({ holders: inOrder(holders), withoutCard });

/** How many customers are owed what at an instant, by the plainest reading of the rules. */
function owedAt(program: ProgramVersion, past: readonly Told[], asOf: number) {
  const holders = new Map<number, number>();
  let withoutCard = 0;
  for (const id of ['5', 'ann@example.test']) {
    const sofar = ofCustomer(past, id).filter((order) => order.at <= asOf);
    if (sofar.length === 0) continue;
    const { standing } = plainWalk(program, sofar, { mode: 'as_happened', marginBp: null, endsAt: asOf });
    const owed = standing.marks?.ready.length ?? standing.rewards?.ready ?? standing.discountBp;
    if (standing.takesPart) holders.set(owed, (holders.get(owed) ?? 0) + 1);
    else withoutCard += 1;
  }
  return { holders: inOrder(holders), withoutCard };
}

const tellAll = (all: Simulated) => ({
  ...all,
  months: all.months.map((month) => ({ ...month, ...tellHolders(month) })),
});

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

type Sums = Pick<Turnover, 'orders' | 'amountMinor' | 'discountMinor' | 'returnedMinor' | 'floorSavedMinor'>;

/** What months, places or customers come to together. */
const together = (parts: readonly Sums[]) => [
  sum(parts.map((p) => p.orders)),
  sum(parts.map((p) => p.amountMinor)),
  sum(parts.map((p) => p.discountMinor)),
  sum(parts.map((p) => p.returnedMinor)),
  sum(parts.map((p) => p.floorSavedMinor)),
];

describe('what is always true of a simulation (rules 4a)', () => {
  it('gives each customer exactly what evaluating and quoting every single purchase gives', () => {
    fc.assert(
      fc.property(pasts, anyProgram, modes, margins, (past, program, mode, marginBp) => {
        const { customers, endsAt } = simulate(program, historyOf(past), { mode, marginBp, tell });
        const bought = ['5', 'ann@example.test'].filter((id) => ofCustomer(past, id).length > 0);
        same(
          customers.map((c) => c.customerId),
          bought,
        );
        for (const found of customers) {
          const asked = { mode, marginBp, endsAt: endsAt ?? 0 };
          same(seenOf(found), wantedOf(plainWalk(program, ofCustomer(past, found.customerId), asked)));
        }
      }),
      runs(481),
    );
  });

  it('owes each customer at the end of each month what evaluating at that instant gives', () => {
    fc.assert(
      fc.property(pasts, anyProgram, fc.nat(999), (past, program, which) => {
        const { months } = simulate(program, historyOf(past), { mode: 'as_happened', marginBp: null, tell });
        const month = months[which % months.length];
        if (month !== undefined) same(tellHolders(month), owedAt(program, past, month.asOf));
      }),
      runs(482),
    );
  });

  it('says the same in whatever order the past is told', () => {
    fc.assert(
      fc.property(pasts, anyProgram, modes, fc.nat(), (past, program, mode, seed) => {
        const options = { mode, marginBp: 500, tell };
        const mixed = shuffled([...past], chance(seed));
        same(
          tellAll(simulate(program, historyOf(mixed), options)),
          tellAll(simulate(program, historyOf(past), options)),
        );
      }),
      runs(483),
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
        const whole = sum(past.flatMap(({ lines }) => lines.map((line) => line.amountMinor)));
        const all = customers.map((c) => ({ ...c, amountMinor: c.discountMinor + c.bookedMinor }));
        same([together(months), together(places)], [together(all), together(all)]);
        same(sum(all.map((c) => c.amountMinor)) + nobodys.amountMinor, whole);
        same(marginOf(months), marginOf(places));
        const sold = past.filter((o) => o.customerId !== null).flatMap(({ lines }) => lines);
        const known = sold.filter((line) => line.unitCostMinor !== null);
        const before = sum(known.map((line) => line.amountMinor - line.quantity * (line.unitCostMinor ?? 0)));
        const margin = marginOf(places);
        same([margin?.beforeMinor ?? 0, sum(all.map((c) => c.orders)) + nobodys.orders], [before, past.length]);
        if (known.length === sold.length) same(margin?.afterMinor ?? 0, before - sum(all.map((c) => c.discountMinor)));
      }),
      runs(484),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { difference } from '../../../shared/domain/journal/difference.ts';
import { manualFactsOf } from '../../../shared/domain/journal/manual-facts.ts';
import { sumJournal } from '../../../shared/domain/journal/sum.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import type { CustomerStanding } from '../../../shared/domain/standing/standing.ts';
import { aProgram, levels, PROGRAM, stepUp } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { at } from '../../support/builders/at.ts';
import { facts, given } from '../../support/builders/facts.ts';
import { cardNumber, customerId, orderId, programId } from '../../support/builders/ids.ts';

const yearly = levels('100.00 → 1 %, 800.00 → 2 %', { window: { kind: 'calendar_year' } });
const standing = (
  purchases = [aPurchase()],
  asOf = at('2026-02-01'),
  programs: readonly ProgramVersion[] = [yearly],
): CustomerStanding => evaluateAll(programs, facts({ purchases }), asOf);

describe('what the journal says is different', () => {
  it('says everything of somebody new, measure by measure', () => {
    const end = at('2027-01-01 00:00');
    expect(difference(null, standing())).toEqual([
      { kind: 'joined', programId: PROGRAM },
      { kind: 'window', programId: PROGRAM, before: null, after: end },
      { kind: 'spent', programId: PROGRAM, before: 0, after: 10_000 },
      { kind: 'purchases', programId: PROGRAM, before: 0, after: 1 },
      { kind: 'items', programId: PROGRAM, before: 0, after: 1 },
      { kind: 'discount', programId: PROGRAM, before: 0, after: 100 },
      { kind: 'level', programId: PROGRAM, before: null, after: 0 },
    ]);
  });

  it('says nothing where nothing changed but the time, the version or what time will change next', () => {
    expect(difference(standing(), standing())).toEqual([]);
    expect(difference(standing(), standing([aPurchase()], at('2026-03-01')))).toEqual([]);
    expect(difference(standing(), standing([aPurchase()], at('2026-03-01'), [{ ...yearly, version: 2 }]))).toEqual([]);
  });

  it('says what was before and what is after', () => {
    const more = standing([aPurchase(), aPurchase({ orderId: orderId('1002') })]);
    expect(difference(standing(), more)).toEqual([
      { kind: 'spent', programId: PROGRAM, before: 10_000, after: 20_000 },
      { kind: 'purchases', programId: PROGRAM, before: 1, after: 2 },
      { kind: 'items', programId: PROGRAM, before: 1, after: 2 },
    ]);
  });

  it('says what was given by hand, and the discount that comes of it', () => {
    const vip = evaluateAll([yearly], facts({ purchases: [aPurchase()], manual: [given(500)] }), at('2026-02-01'));
    expect(difference(standing(), vip)).toEqual([
      { kind: 'given', programId: PROGRAM, before: 0, after: 500 },
      { kind: 'discount', programId: PROGRAM, before: 100, after: 500 },
    ]);
  });

  it('says how many steps up the next purchase is, and when a pause takes one back', () => {
    const program = stepUp('0 %, 1 %, 10 %', { decay: { days: 30, to: 'step_back' } });
    const bought = [aPurchase({ processedAt: at('2026-02-01') })];
    const [before, after] = [
      standing(bought, at('2026-02-01'), [program]),
      standing(bought, at('2026-03-03'), [program]),
    ];
    expect(difference(null, before)).toContainEqual({ kind: 'position', programId: PROGRAM, before: 0, after: 1 });
    expect(difference(before, after)).toEqual([
      { kind: 'position', programId: PROGRAM, before: 1, after: 0 },
      { kind: 'discount', programId: PROGRAM, before: 100, after: 0 },
    ]);
  });

  it('takes everything back when a program ends', () => {
    const gone = difference(standing(), standing([aPurchase()], at('2026-02-01'), []));
    expect(gone.map((change) => change.kind)).toEqual([
      'left',
      'window',
      'spent',
      'purchases',
      'items',
      'discount',
      'level',
    ]);
    expect(gone).toContainEqual({ kind: 'spent', programId: PROGRAM, before: 10_000, after: 0 });
  });

  it('goes program by program', () => {
    const other = aProgram({ programId: programId('prg_another000') });
    const changes = difference(standing(), standing([aPurchase()], at('2026-02-01'), [yearly, other]));
    expect(new Set(changes.map((change) => change.programId))).toEqual(new Set([other.programId]));
  });

  it('says nothing of a card program to somebody without a card', () => {
    const byCard = { ...yearly, membership: { kind: 'card', fromMinor: 0, earlier: 'ignored' } as const };
    expect(difference(null, standing([aPurchase()], at('2026-02-01'), [byCard]))).toEqual([]);
  });
});

describe('the sum of the journal', () => {
  it('is the standing after the last entry, in whatever order the entries lie', () => {
    const steps = [
      standing(),
      standing([]),
      standing([aPurchase(), aPurchase({ orderId: orderId('2') })]),
      standing([], at('2027-02-01')),
    ];
    const entries = steps.map((after, i) => ({ sequence: i + 1, changes: difference(steps[i - 1] ?? null, after) }));
    for (const some of [entries, entries.toReversed()])
      expect(sumJournal(some).get(PROGRAM)).toEqual({
        takesPart: true,
        spent: 0,
        purchases: 0,
        items: 0,
        position: 0,
        given: 0,
        discount: 0,
        counted: 0,
        used: 0,
        deficit: 0,
        progress: 0,
        ready: 0,
        ready_worth: 0,
        kept: null,
        marks: 0,
        marks_used: 0,
        marks_missing: 0,
        marks_ready: 0,
        brought: 0,
        bonus_used: 0,
        bonus_ready: 0,
        bonus_deficit: 0,
        kept_rewards: null,
        level: null,
        windowEndsAt: at('2028-01-01 00:00'),
      });
    expect(sumJournal(entries.slice(0, 3)).get(PROGRAM)).toMatchObject({ spent: 20_000, purchases: 2, level: 0 });
  });

  it('is nothing again after a program has ended', () => {
    const entries = [
      { sequence: 1, changes: difference(null, standing()) },
      { sequence: 2, changes: difference(standing(), { asOf: at('2026-03-01'), standings: [] }) },
    ];
    expect(sumJournal(entries).get(PROGRAM)).toMatchObject({ takesPart: false, spent: 0, level: null });
    expect(sumJournal(entries).get(PROGRAM)?.windowEndsAt).toBeNull();
  });
});

describe('facts that the journal carries', () => {
  const entry = { asOf: 5, sequence: 7 };
  const note = 'VIP';

  it('are levels given, taken and brought by a merge, from the instant of the entry on', () => {
    expect(
      manualFactsOf({ ...entry, cause: { kind: 'level_given', programId: PROGRAM, discountBp: 500, note } }),
    ).toEqual([{ kind: 'level_given', programId: PROGRAM, at: 5, sequence: 7, discountBp: 500, note }]);
    expect(manualFactsOf({ ...entry, cause: { kind: 'level_taken', programId: PROGRAM, note } })).toEqual([
      { kind: 'level_taken', programId: PROGRAM, at: 5, sequence: 7, note },
    ]);
    const from = customerId('cus_other00000');
    const merged = { kind: 'merged', from, given: [{ programId: PROGRAM, discountBp: 300 }] } as const;
    expect(manualFactsOf({ ...entry, cause: merged })).toEqual([
      { kind: 'level_joined', programId: PROGRAM, at: 5, sequence: 7, discountBp: 300, from },
    ]);
  });

  it('are none where something else was the cause', () => {
    expect(manualFactsOf({ ...entry, cause: { kind: 'card_linked', number: cardNumber('2000000000008') } })).toEqual(
      [],
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { CardNumber, OrderId, ProgramId, RefundId } from '../../shared/domain/ids.ts';
import type { Cause, Change } from '../../shared/domain/journal/journal.ts';
import { createFormat } from '../../shared/text/format/format.ts';
import type { JournalSpeaker } from '../../shared/text/journal-speaker.ts';
import { journalLine } from '../../shared/text/journal-words.ts';
import { textOf } from '../../shared/text/text.ts';

const CARD = 'prg_card' as ProgramId;
const YEAR = 'prg_year' as ProgramId;
const number = '2935007050629' as CardNumber;

const speaker: JournalSpeaker = {
  text: textOf('en-GB'),
  format: createFormat({ language: 'en-GB', currency: 'EUR', timeZone: 'Europe/Berlin' }),
  programNames: { [CARD]: 'Our card', [YEAR]: 'The year counts' },
  levelNames: { [CARD]: ['Friend', ''] },
  orderName: '#1042',
};
const say = (cause: Cause, changes: readonly Change[] = [], more: Partial<JournalSpeaker> = {}) =>
  journalLine({ cause, changes }, { ...speaker, ...more });

const order: Cause = { kind: 'order', orderId: '1' as OrderId, name: '#1042' };
const refund: Cause = { kind: 'refund', orderId: '1' as OrderId, refundId: '2' as RefundId };
const spent = (before: number, after: number, programId = CARD): Change => ({
  kind: 'spent',
  programId,
  before,
  after,
});
const level = (before: number | null, after: number | null): Change => ({
  kind: 'level',
  programId: CARD,
  before,
  after,
});
const discount = (before: number, after: number): Change => ({ kind: 'discount', programId: CARD, before, after });

describe('The journal says', () => {
  it('what a purchase brought, in the order people ask for it, with the level by its name', () => {
    const changes = [discount(0, 100), level(null, 0), spent(20_000, 50_000)];
    expect(say(order, changes)).toBe('Order #1042 of €300.00 was paid → total €500.00 → Friend reached: 1%');
  });

  it('the number of a level that was given no name', () => {
    expect(say(order, [level(0, 1), discount(100, 200)])).toBe('Order #1042 was changed → level 2 reached: 2%');
  });

  it('which order a refund belongs to, what it took away, and where the level went', () => {
    const changes = [spent(80_000, 50_000), level(1, 0), discount(200, 100)];
    expect(say(refund, changes)).toBe('A refund of order #1042 took €300.00 away → total €500.00 → back to Friend: 1%');
    expect(say(refund, [], { orderName: null })).toBe('A refund was made → nothing changed');
    expect(say(refund, [level(0, null), discount(100, 0)])).toBe(
      'A refund of order #1042 was made → no level and no discount any more',
    );
  });

  it('how many steps up somebody is, and what took them back', () => {
    const steps = (before: number, after: number): Change => ({ kind: 'position', programId: CARD, before, after });
    expect(say(order, [discount(0, 100), spent(0, 10_000), steps(0, 1)])).toBe(
      'Order #1042 of €100.00 was paid → total €100.00 → 1 step up → discount up to 1%',
    );
    expect(say(refund, [steps(3, 2)])).toBe('A refund of order #1042 was made → back to 2 steps');
    const time: Cause = { kind: 'time_passed' };
    expect(say(time, [steps(2, 1), discount(200, 100)])).toBe(
      'Time passed without a purchase → back to 1 step → discount down to 1%',
    );
    expect(say(time, [steps(2, 0)])).toBe('Time passed without a purchase → back to the start');
    const window: Change = { kind: 'window', programId: CARD, before: 1, after: null };
    expect(say(time, [window, steps(2, 0)])).toBe(
      'Time passed: a period ended or a new one began → counting without end → back to the start',
    );
  });

  it('each program by its name where several changed', () => {
    expect(say(order, [spent(0, 1000), spent(0, 700, YEAR)])).toBe(
      'Order #1042 of €10.00 was paid → Our card: total €10.00 → The year counts: total €7.00',
    );
  });

  it('the last day that counts, not the instant after it', () => {
    const newYear = Date.UTC(2026, 11, 31, 23);
    const window: Change = { kind: 'window', programId: CARD, before: null, after: newYear };
    expect(say({ kind: 'card_linked', number }, [{ kind: 'joined', programId: CARD }, window])).toBe(
      `Card ${number} was handed over → takes part now → counting until 31 Dec 2026`,
    );
  });

  it('what was given by hand, with the note of whoever gave it', () => {
    const given: Cause = { kind: 'level_given', programId: CARD, discountBp: 750, note: 'A friend of the house' };
    expect(say(given, [{ kind: 'given', programId: CARD, before: 0, after: 750 }])).toBe(
      'At least 7.5% in “Our card” was given by hand (A friend of the house) → at least 7.5% by hand',
    );
  });

  it('says which version somebody keeps, once where percentage and rewards are of the same', () => {
    const cause: Cause = { kind: 'program_published', programId: CARD, version: 2 };
    const kept = (before: number | null, after: number | null): Change => ({
      kind: 'kept',
      programId: CARD,
      before,
      after,
    });
    const rewards = (before: number | null, after: number | null): Change => {
      return { kind: 'kept_rewards', programId: CARD, before, after };
    };
    expect(say(cause, [kept(null, 1)])).toBe('Version 2 of “Our card” took effect → keeps version 1');
    expect(say(cause, [kept(null, 1), rewards(null, 1)])).toBe('Version 2 of “Our card” took effect → keeps version 1');
    expect(say(cause, [rewards(null, 1)])).toBe('Version 2 of “Our card” took effect → keeps the rewards of version 1');
    expect(say({ kind: 'time_passed' }, [kept(1, null), rewards(1, null)])).toMatch(/ → the newest version counts$/);
    expect(say({ kind: 'time_passed' }, [rewards(1, null)])).toMatch(/ → rewards by the newest version$/);
  });
});

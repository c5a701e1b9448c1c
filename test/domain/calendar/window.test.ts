import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leavesAt, windowAt, windowBefore } from '../../../shared/domain/calendar/window.ts';
import type { Window } from '../../../shared/domain/program/program.ts';
import { at, midnight, ZONE } from '../../support/builders/at.ts';

const calendar: Window = { kind: 'calendar_year' };
const card: Window = { kind: 'card_year' };
const months = (count: number): Window => ({ kind: 'rolling_months', months: count });
const days = (count: number): Window => ({ kind: 'rolling_days', days: count });

describe('windows (rules 1)', () => {
  it("cut the calendar year in the shop's time zone", () => {
    const year = { startsAt: midnight('2026-01-01'), endsAt: midnight('2027-01-01') };
    expect(windowAt(calendar, ZONE, year.startsAt, null)).toEqual(year);
    expect(windowAt(calendar, ZONE, year.endsAt - 1, null)).toEqual(year);
    expect(windowAt(calendar, ZONE, year.endsAt, null).startsAt).toBe(year.endsAt);
    const kiritimati = windowAt(calendar, 'Pacific/Kiritimati', Date.UTC(2026, 11, 31, 10), null);
    expect(kiritimati.startsAt).toBe(Date.UTC(2026, 11, 31, 10));
  });

  it('run the year of a card from the day of issue, whatever the hour', () => {
    const issuedAt = at('2026-05-10 18:00');
    const first = { startsAt: midnight('2026-05-10'), endsAt: midnight('2027-05-10') };
    expect(windowAt(card, ZONE, issuedAt, issuedAt)).toEqual(first);
    expect(windowAt(card, ZONE, first.endsAt - 1, issuedAt)).toEqual(first);
    expect(windowAt(card, ZONE, first.endsAt, issuedAt)).toEqual({
      startsAt: midnight('2027-05-10'),
      endsAt: midnight('2028-05-10'),
    });
  });

  it('put the anniversary of 29 February on the 28th, and on the 29th again in a leap year', () => {
    const issuedAt = at('2024-02-29');
    const startOf = (day: string) => windowAt(card, ZONE, at(day), issuedAt).startsAt;
    expect(['2025-03-01', '2026-03-01', '2027-03-01', '2028-03-01'].map(startOf)).toEqual(
      ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'].map((day) => midnight(day)),
    );
  });

  it('follow one another without a gap, in every zone', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'America/Sao_Paulo', 'Asia/Tokyo', 'Pacific/Apia');
    const instants = fc.integer({ min: Date.UTC(1999, 0, 1), max: Date.UTC(2060, 0, 1) });
    fc.assert(
      fc.property(zone, instants, fc.nat(20 * 365 * 86_400_000), fc.constantFrom(calendar, card), (tz, a, later, w) => {
        const [issuedAt, asOf] = [a, a + later];
        const { startsAt, endsAt } = windowAt(w, tz, asOf, issuedAt);
        if (startsAt === null || endsAt === null) throw new Error('a year has bounds');
        expect(startsAt <= asOf && asOf < endsAt).toBe(true);
        expect(windowAt(w, tz, endsAt, issuedAt).startsAt).toBe(endsAt);
        const before = windowBefore(w, tz, startsAt, issuedAt);
        if (before === null) expect(startsAt).toBeLessThanOrEqual(issuedAt);
        else expect(before.endsAt).toBe(startsAt);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('have nothing before the first year of a card', () => {
    const issuedAt = at('2026-05-10 00:00');
    const first = windowAt(card, ZONE, issuedAt, issuedAt);
    expect(windowBefore(card, ZONE, first.startsAt, issuedAt)).toBeNull();
    expect(windowBefore(card, ZONE, first.endsAt, issuedAt)).toEqual(first);
  });

  it('are open where there is no card, for life, and where they roll', () => {
    for (const window of [card, { kind: 'lifetime' } as const, days(30), months(3)]) {
      expect(windowAt(window, ZONE, at('2026-05-10'), null)).toEqual({ startsAt: null, endsAt: null });
      expect(windowBefore(window, ZONE, null, null)).toBeNull();
    }
  });
});

describe('leaving a rolling window', () => {
  const leaves = (window: Window, day: string, zone = ZONE) => leavesAt(window, zone, at(day, zone));

  it('takes N times 24 hours, or N months of the calendar', () => {
    expect(leaves(days(1), '2026-03-28 12:00')).toBe(at('2026-03-29 13:00'));
    expect(leaves(months(1), '2026-03-10 12:00')).toBe(at('2026-04-10 12:00'));
    expect(leaves(months(12), '2024-02-29 12:00')).toBe(midnight('2025-03-01'));
    expect(leaves(months(1), '2026-12-31 12:00')).toBe(at('2027-01-31 12:00'));
    expect(leaves({ kind: 'lifetime' }, '2026-03-10')).toBeNull();
    expect(leaves(calendar, '2026-03-10')).toBeNull();
  });

  it('waits for the end of a month that does not have the day', () => {
    for (const day of ['2026-01-29 00:00', '2026-01-30 12:00', '2026-01-31 23:59'])
      expect(leaves(months(1), day)).toBe(midnight('2026-03-01'));
    expect(leaves(months(1), '2026-01-28 23:59')).toBe(at('2026-02-28 23:59'));
  });

  it('takes the first time after a gap where the clock skips it', () => {
    expect(leaves(months(1), '2026-02-28 02:30')).toBe(at('2026-03-28 02:30'));
    expect(leaves(months(2), '2026-01-29 02:30')).toBe(at('2026-03-29 03:00'));
  });

  it('never lets a later purchase go first', () => {
    const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) });
    fc.assert(
      fc.property(instants, fc.nat(40 * 86_400_000), fc.integer({ min: 1, max: 24 }), (a, gap, count) => {
        const [first, second] = [a, a + gap].map((made) => leavesAt(months(count), 'UTC', made) ?? 0);
        expect(first).toBeLessThanOrEqual(second ?? 0);
        expect(first).toBeGreaterThan(a + 27 * 86_400_000 * count);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });
});

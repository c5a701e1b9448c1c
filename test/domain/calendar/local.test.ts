import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOf, daysInMonth, isDay, readDay, startOfDay } from '../../../shared/domain/calendar/day.ts';
import { instantOf, localOf } from '../../../shared/domain/calendar/local.ts';
import { isTimeZone } from '../../../shared/domain/calendar/offset.ts';
import { at } from '../../support/builders/at.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Cairo',
  'Africa/Casablanca',
];
const zones = fc.constantFrom(...ZONES);
const instants = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2090, 0, 1) });
const iso = (instant: number) => new Date(instant).toISOString();

/** What the engine's own formatter shows, as `2026-03-29 02:00:00`. */
const shownBy = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (instant: number) => format.format(instant);
};
const shown = new Map(ZONES.map((zone) => [zone, shownBy(zone)]));

describe("the shop's clock", () => {
  it('shows at every instant what the engine says it shows', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const { year, month, day, ms } = localOf(instant, zone);
        const [whole, rest] = [Math.floor(ms / 1000), ms % 1000];
        const two = (value: number) => String(value).padStart(2, '0');
        const time = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map(two).join(':');
        expect(`${year}-${two(month)}-${two(day)} ${time}`).toBe(shown.get(zone)?.(instant));
        expect(rest).toBe(instant % 1000);
      }),
      { seed: 4, numRuns: 1000 },
    );
  });

  it('is set forward and back at the right millisecond', () => {
    const change = Date.UTC(2026, 2, 29, 1);
    expect(localOf(change - 1, 'Europe/Berlin').ms).toBe(2 * 3_600_000 - 1);
    expect(localOf(change, 'Europe/Berlin').ms).toBe(3 * 3_600_000);
  });

  it('finds the instant that shows a time, and the same time again', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const local = localOf(instant, zone);
        const first = instantOf(local, zone);
        expect(localOf(first, zone)).toEqual(local);
        expect(first).toBeLessThanOrEqual(instant);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('takes for a time that is skipped the first one after it, and for a doubled one the first of both', () => {
    expect(iso(at('2026-03-29 02:30'))).toBe('2026-03-29T01:00:00.000Z');
    expect(iso(at('2026-10-25 02:30'))).toBe('2026-10-25T00:30:00.000Z');
    expect(iso(at('2026-10-25 03:00'))).toBe('2026-10-25T02:00:00.000Z');
    expect(iso(at('2026-10-04 02:15', 'Australia/Lord_Howe'))).toBe('2026-10-03T15:30:00.000Z');
  });

  it('knows which time zones there are', () => {
    expect(['Europe/Kyiv', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
  });
});

describe('days', () => {
  it('begin at midnight, or after the gap where the clock skips it', () => {
    expect(iso(startOfDay('2026-07-01', 'Europe/Berlin'))).toBe('2026-06-30T22:00:00.000Z');
    expect(iso(startOfDay('2018-11-04', 'America/Sao_Paulo'))).toBe('2018-11-04T03:00:00.000Z');
    expect(iso(startOfDay('2024-04-26', 'Africa/Cairo'))).toBe('2024-04-25T22:00:00.000Z');
  });

  it('that a time zone left out begin with the next one', () => {
    expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBe(startOfDay('2011-12-31', 'Pacific/Apia'));
  });

  it('hold every instant from their first to the first of the next', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const day = dayOf(instant, zone);
        const start = startOfDay(day, zone);
        expect(start).toBeLessThanOrEqual(instant);
        expect(startOfDay(addDays(day, 1), zone)).toBeGreaterThan(instant);
        expect(dayOf(start, zone)).toBe(day);
        expect(dayOf(start - 1, zone) < day).toBe(true);
      }),
      { seed: 6, numRuns: 1000 },
    );
  });

  it('are counted across months, years and leap days', () => {
    expect([addDays('2024-02-28', 1), addDays('2023-02-28', 1), addDays('2026-01-01', -1)]).toEqual([
      '2024-02-29',
      '2023-03-01',
      '2025-12-31',
    ]);
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  });

  it('are read only where the calendar has them', () => {
    expect(['2024-02-29', '2023-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-04-31', ''].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(() => readDay('2023-02-29')).toThrow('invariant broken');
  });
});

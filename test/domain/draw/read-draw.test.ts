import { describe, expect, it } from '@jest/globals';
import { type DrawDraft, emptyDrawDraft } from '../../../shared/domain/draw/draft.ts';
import { readDraw } from '../../../shared/domain/draw/read-draw.ts';

const NOW = Date.UTC(2026, 5, 15, 10);
const frame = { currency: 'EUR', timeZone: 'Europe/Prague', now: NOW };
const whole: DrawDraft = {
  ...emptyDrawDraft,
  name: ' Spring draw ',
  prizes: [{ name: 'Bicycle', count: '1' }],
  closesDay: '2026-06-20',
};
const faultsOf = (change: Partial<DrawDraft>) => {
  const read = readDraw({ ...whole, ...change }, frame);
  return read.ok ? [] : read.error.faults.map(({ path, code }) => `${path}: ${code}`);
};

describe('a draw as it is typed', () => {
  it('closes by the clock of the shop', () => {
    const read = readDraw(whole, frame);
    expect(read.ok && [read.value.name, read.value.closesAt]).toEqual(['Spring draw', Date.UTC(2026, 5, 20, 16)]);
  });

  it('counts what was bought on the last day to its end, and no further than the closing', () => {
    const period = { bought: 'yes', fromDay: '2026-06-01', purchases: '2' } as const;
    const until = (toDay: string) => {
      const read = readDraw({ ...whole, ...period, toDay }, frame);
      return read.ok ? read.value.bought?.to : read.error.faults;
    };
    expect(until('2026-06-10')).toBe(Date.UTC(2026, 5, 10, 22));
    expect(until('2026-06-20')).toBe(Date.UTC(2026, 5, 20, 16));
  });

  it('says everything that is wrong at once, beside its field', () => {
    expect(faultsOf({ name: ' ', prizes: [], closesDay: '', closesTime: '25:00' })).toEqual([
      'name: draw_name_missing',
      'closesDay: day_unreadable',
      'closesTime: time_unreadable',
      'prizes: prizes_missing',
    ]);
    expect(faultsOf({ prizes: [{ name: '', count: '0' }] })).toEqual([
      'prizes.0.name: prize_name_missing',
      'prizes.0.count: prizes_out_of_range',
    ]);
    const prizes = (...counts: readonly string[]) => ({ prizes: counts.map((count) => ({ name: 'Tea', count })) });
    expect(faultsOf(prizes('500'))).toEqual([]);
    expect(faultsOf(prizes('499', '2'))).toEqual(['prizes: prizes_too_many']);
    expect(faultsOf(prizes('501', '2'))).toEqual(['prizes.0.count: prizes_out_of_range']);
    expect(faultsOf({ closesDay: '2026-06-15', closesTime: '11:00' })).toEqual(['closesDay: draw_closes_in_the_past']);
    expect(faultsOf({ lots: 'purchases', lotPer: '1' })).toEqual(['lots: lots_need_a_period']);
    const period = { bought: 'yes', fromDay: '2026-06-10', toDay: '2026-06-09' } as const;
    expect(faultsOf({ ...period, locations: '7, nowhere' })).toEqual([
      'toDay: period_reversed',
      'locations: locations_unreadable',
    ]);
    expect(faultsOf({ ...period, toDay: '2026-06-21' })).toEqual(['toDay: period_after_closing']);
    expect(faultsOf({ among: 'level', programId: 'prg_0123456789', level: '' })).toEqual(['level: choice_unknown']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { createFormat } from '../../shared/text/format/format.ts';

const formatFor = (language: string, currency = 'EUR', timeZone = 'Europe/Berlin') =>
  createFormat({ language, currency, timeZone });

describe('The screens write', () => {
  it('money with as many digits as the currency has, to the last one', () => {
    expect(formatFor('en').money(9_007_199_254_740_991)).toBe('€90,071,992,547,409.91');
    expect(formatFor('en', 'JPY').money(1050)).toBe('¥1,050');
    expect(formatFor('en', 'KWD').money(1005).replace(/\s/g, ' ')).toBe('KWD 1.005');
    expect(formatFor('en').money(-5)).toBe('-€0.05');
  });

  it('percentages without a float', () => {
    const { percent } = formatFor('en');
    expect([percent(750), percent(1), percent(10_000), percent(0)]).toEqual(['7.5%', '0.01%', '100%', '0%']);
  });

  it('the day as the shop counts it, in the order the reader is used to', () => {
    const newYear = Date.UTC(2026, 11, 31, 23);
    expect(formatFor('en-GB').dateTime(newYear)).toBe('1 Jan 2027, 00:00');
    expect(formatFor('en-US').date(newYear)).toBe('Jan 1, 2027');
    expect(formatFor('en-US', 'EUR', 'America/New_York').date(newYear)).toBe('Dec 31, 2026');
    expect(formatFor('en-GB').shortDay('2026-03-01')).toBe('1 Mar');
  });

  it('languages by their names, and a tag that is none as it is', () => {
    const { language } = formatFor('en');
    expect([language('de'), language('pt-BR'), language('not a tag')]).toEqual([
      'German',
      'Brazilian Portuguese',
      'not a tag',
    ]);
  });
});

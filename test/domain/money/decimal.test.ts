import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { currencyDigits, parseCurrency } from '../../../shared/domain/money/currency.ts';
import { formatDecimal, parseDecimal } from '../../../shared/domain/money/decimal.ts';

const minor = (text: string, currency = 'EUR') => {
  const read = parseDecimal(text, currency);
  return read.ok ? read.value : read.error.code;
};

describe('amounts as Shopify writes them', () => {
  it('reads cents, yen and fils without a rounding', () => {
    expect(['300.00', '0.01', '0.1', '7', '0', '000.50'].map((text) => minor(text))).toEqual([
      30_000, 1, 10, 700, 0, 50,
    ]);
    expect(['300', '300.00', '0'].map((text) => minor(text, 'JPY'))).toEqual([300, 300, 0]);
    expect(['1.250', '1.25', '0.001'].map((text) => minor(text, 'KWD'))).toEqual([1250, 1250, 1]);
  });

  it('refuses a digit that the currency does not have', () => {
    expect(minor('0.001')).toBe('too_precise');
    expect(minor('0.0100')).toBe(1);
    expect(minor('300.5', 'JPY')).toBe('too_precise');
    expect(minor('1.2501', 'KWD')).toBe('too_precise');
  });

  it('refuses what is below zero, but not a zero with a sign', () => {
    expect(minor('-0.01')).toBe('negative');
    expect(minor('-0.00')).toBe(0);
    expect(Object.is(minor('-0.00'), 0)).toBe(true);
  });

  it('refuses what a safe whole number cannot hold', () => {
    expect(minor('90071992547409.91')).toBe(Number.MAX_SAFE_INTEGER);
    expect(minor('90071992547409.92')).toBe('too_large');
    expect(minor('99999999999999999999')).toBe('too_large');
    expect(minor('999999999999999999999')).toBe('not_a_decimal');
  });

  it('refuses what is no decimal', () => {
    for (const text of ['', ' ', '1.', '.5', '1,00', '1e3', '+1', ' 1', '0x10', 'NaN', '1.0.0', '١'])
      expect(minor(text)).toBe('not_a_decimal');
  });

  it('writes back what it read', () => {
    expect(formatDecimal(30_000, 'EUR')).toBe('300.00');
    expect([0, 5, 50].map((amount) => formatDecimal(amount, 'EUR'))).toEqual(['0.00', '0.05', '0.50']);
    expect(formatDecimal(300, 'JPY')).toBe('300');
    expect(formatDecimal(5, 'KWD')).toBe('0.005');
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom('EUR', 'JPY', 'KWD'), (amount, currency) => {
        expect(minor(formatDecimal(amount, currency), currency)).toBe(amount);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('knows how many digits a currency has', () => {
    expect(['USD', 'JPY', 'KRW', 'CLP', 'BHD', 'TND', 'HUF'].map(currencyDigits)).toEqual([2, 0, 0, 0, 3, 3, 2]);
  });

  it('reads a currency only as three capitals', () => {
    expect(parseCurrency('CZK')).toBe('CZK');
    for (const text of ['czk', 'CZ', 'CZKK', 'C K', '']) expect(parseCurrency(text)).toBeNull();
  });
});

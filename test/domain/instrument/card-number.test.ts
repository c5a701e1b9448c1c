import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkDigit,
  makeCardNumber,
  parseCardNumber,
  spacedCardNumber,
} from '../../../shared/domain/instrument/card-number.ts';

const payloads = fc.stringMatching(/^\d{8}$/);
const prefixes = fc.stringMatching(/^2\d{3}$/);
const seed = { seed: 9, numRuns: 500 };

describe('card numbers', () => {
  it('end in the check digit that a scanner works out', () => {
    // Published EAN-13 numbers; the last digit is the check digit.
    for (const known of ['4006381333931', '9780306406157', '5901234123457', '0012345678905', '2000000000008'])
      expect(checkDigit(known.slice(0, 12))).toBe(known[12]);
  });

  it('are read as typed or scanned, with blanks and hyphens', () => {
    const number = makeCardNumber('2100', '00000001');
    expect(number).toBe('2100000000012');
    for (const typed of ['2100000000012', '2 100000 000012', '2-100000-000012', ' 2100 0000 00012\n'])
      expect(parseCardNumber(typed)).toBe(number);
  });

  it('are none without 13 digits, a 2 in front and the right end', () => {
    for (const typed of [
      '',
      '210000000001',
      '21000000000120',
      '1100000000019',
      '2100000000013',
      '21000000000l2',
      '２１',
    ])
      expect(parseCardNumber(typed)).toBeNull();
  });

  it('are printed in groups and read again', () => {
    fc.assert(
      fc.property(prefixes, payloads, (prefix, payload) => {
        const number = makeCardNumber(prefix, payload);
        expect(spacedCardNumber(number)).toMatch(/^2 \d{6} \d{6}$/);
        expect(parseCardNumber(spacedCardNumber(number))).toBe(number);
      }),
      seed,
    );
  });

  it('let no single wrong digit pass', () => {
    fc.assert(
      fc.property(prefixes, payloads, fc.nat(12), fc.integer({ min: 1, max: 9 }), (prefix, payload, place, by) => {
        const digits = [...makeCardNumber(prefix, payload)];
        digits[place] = String((Number(digits[place]) + by) % 10);
        expect(parseCardNumber(digits.join(''))).toBeNull();
      }),
      seed,
    );
  });

  it('let two neighbours change places unnoticed only where they differ by five', () => {
    fc.assert(
      fc.property(prefixes, payloads, fc.integer({ min: 1, max: 11 }), (prefix, payload, place) => {
        const number = makeCardNumber(prefix, payload);
        const [a = '', b = ''] = [number[place], number[place + 1]];
        const swapped = number.slice(0, place) + b + a + number.slice(place + 2);
        const isNoticed = a !== b && Math.abs(Number(a) - Number(b)) !== 5;
        expect(parseCardNumber(swapped) === null).toBe(isNoticed);
      }),
      seed,
    );
  });

  it('are made of twelve digits in front, or not at all', () => {
    for (const [prefix, payload] of [
      ['1100', '00000001'],
      ['2100', '0000001'],
      ['2100', '000000001'],
      ['2100', '0000000x'],
    ] as const)
      expect(() => makeCardNumber(prefix, payload)).toThrow('invariant broken');
  });
});

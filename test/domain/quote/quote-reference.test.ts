import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type QuoteReference,
  readQuoteReference,
  writeQuoteReference,
} from '../../../shared/domain/quote/quote-reference.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';

const known: fc.Arbitrary<QuoteReference> = fc.record({
  at: fc.integer({ min: 0, max: 8.64e15 }),
  sequence: fc.option(fc.integer({ min: 1, max: 999_999_999 })),
  marginBp: fc.option(fc.integer({ min: 0, max: 100_000 })),
  owedCounts: fc.boolean(),
});

describe('the reference of a quote', () => {
  it('is short, and read back as it was written, however it is typed', () => {
    const said = { at: Date.UTC(2026, 10, 26, 12), sequence: 1, marginBp: 500, owedCounts: false };
    const text = writeQuoteReference(said);
    expect(text).toMatch(/^[0-9A-Z]{8}-1-500P-[0-9A-Z]$/);
    expect(readQuoteReference(` ${text.toLowerCase()} `)).toEqual(said);
    fc.assert(
      fc.property(known, (one) => same(readQuoteReference(writeQuoteReference(one)), one)),
      runs(611),
    );
  });

  it('is no reference any more with one letter changed or two that follow each other swapped', () => {
    const letters = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    fc.assert(
      fc.property(known, fc.nat(), letters, (one, n, letter) => {
        const text = writeQuoteReference(one);
        const i = n % (text.length - 2);
        const [a = '', b = ''] = text.slice(i);
        const changed = `${text.slice(0, i)}${letter}${text.slice(i + 1)}`;
        const swapped = `${text.slice(0, i)}${b}${a}${text.slice(i + 2)}`;
        for (const wrong of [changed, swapped]) if (wrong !== text) same(readQuoteReference(wrong), null);
      }),
      runs(612),
    );
    for (const none of ['', 'x', '1-1-P-1', '---']) expect(readQuoteReference(none)).toBeNull();
  });
});

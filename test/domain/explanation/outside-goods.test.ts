import { describe, expect, it } from '@jest/globals';
import type { Scope } from '../../../shared/domain/program/scope.ts';
import { lineWords, verdictWords } from '../../../shared/text/explanation-words.ts';
import { createFormat } from '../../../shared/text/format/format.ts';
import { textOf } from '../../../shared/text/text.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram, levels, PROGRAM } from '../../support/builders/a-program.ts';
import { lineId, productId, programId } from '../../support/builders/ids.ts';
import { bought, explain } from './bought.ts';

const OIL = productId('81');
const oilOnly: Scope = { kind: 'products', products: [OIL], excluded: [] };
const oil = (ours: number) =>
  aLine({ productId: OIL, priceMinor: 10_000, amountMinor: 10_000 - ours, ourDiscountMinor: ours });
const wine = aLine({ lineId: lineId('2'), productId: productId('82'), priceMinor: 10_000, amountMinor: 10_000 });

const speaker = {
  text: textOf('en'),
  format: createFormat({ language: 'en', currency: 'EUR', timeZone: 'Europe/Berlin' }),
};
const explained = (lines: Parameters<typeof bought>[4] & object, program = aProgram({ scope: oilOnly })) =>
  explain([program], [bought('1', '2026-03-01', 0, 0, lines)], '1');

describe('an order of goods that are not all the program’s', () => {
  it('says of each line whether it is, and finds the discount as promised', () => {
    const found = explained({ lines: [oil(500), wine] });
    expect(found.lines.map(({ outside, toMinor }) => [outside, toMinor])).toEqual([
      [[], 500],
      [[PROGRAM], 0],
    ]);
    expect([found.verdict, ...found.lines.map((line) => lineWords(line, speaker))]).toEqual([
      'as_promised',
      '€5.00',
      'Not among the goods of the program',
    ]);
  });

  it('was owed nothing where none of them is', () => {
    const found = explained({ lines: [wine] });
    expect([found.verdict, found.counted]).toEqual(['nothing_owed', []]);
    expect(verdictWords(found, speaker)).toBe('No discount of ours was owed, and none was taken.');
  });

  it('names no program as outside that owed nothing anyway', () => {
    expect(explained({ lines: [wine] }, levels('900.00 → 1 %', { scope: oilOnly })).lines[0]?.outside).toEqual([]);
  });

  it('puts only purchases of its goods behind a level', () => {
    const program = levels('100.00 → 1 %', { scope: oilOnly, programId: programId('prg_0123456789') });
    const before = [
      bought('1', '2026-03-01', 0, 0, { lines: [oil(0), wine] }),
      bought('2', '2026-03-02', 0, 0, { lines: [wine] }),
      bought('3', '2026-03-03', 0, 0, { lines: [oil(100)] }),
    ];
    const behind = explain([program], before, '3').programs[0]?.behind.purchases;
    expect(behind?.map(({ orderId, netMinor }) => [orderId, netMinor])).toEqual([['1', 10_000]]);
  });
});

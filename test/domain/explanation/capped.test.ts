import { describe, expect, it } from '@jest/globals';
import { lineWords } from '../../../shared/text/explanation-words.ts';
import { createFormat } from '../../../shared/text/format/format.ts';
import { textOf } from '../../../shared/text/text.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram } from '../../support/builders/a-program.ts';
import { lineId } from '../../support/builders/ids.ts';
import { bought, explain } from './bought.ts';

const format = createFormat({ language: 'en', currency: 'EUR', timeZone: 'Europe/Berlin' });
const speaker = { text: textOf('en'), format };
const line = (id: string, ours: number) =>
  aLine({ lineId: lineId(id), priceMinor: 10_000, amountMinor: 10_000 - ours, ourDiscountMinor: ours });
const words = (found: ReturnType<typeof explain>) => found.lines.map((each) => lineWords(each, speaker));
const order = (...ours: readonly number[]) =>
  bought('1', '2026-03-01', 0, 0, { lines: ours.map((minor, i) => line(String(i + 1), minor)) });

describe('an order under a cap', () => {
  it('says on which line the cap was reached, and finds the discount as promised', () => {
    const program = aProgram({ caps: { orderMinor: 800, monthMinor: null } });
    const found = explain([program], [order(500, 300, 0)], '1');
    const reached = 'the cap was reached, the rest is at full price';
    expect([found.verdict, found.fromMinor, ...words(found)]).toEqual([
      'as_promised',
      800,
      '€5.00',
      `€3.00: ${reached}`,
      `€0.00: ${reached}`,
    ]);
  });

  it('was owed nothing more where the month before it had used the cap up', () => {
    const program = aProgram({ caps: { orderMinor: null, monthMinor: 800 } });
    const later = bought('2', '2026-03-09', 0, 0, { lines: [line('1', 0)] });
    const found = explain([program], [order(500, 300), later], '2');
    expect([found.verdict, found.lines[0]?.isCapped]).toEqual(['as_promised', true]);
  });

  it('says nothing of a cap that was not reached', () => {
    const program = aProgram({ caps: { orderMinor: 800, monthMinor: null } });
    expect(words(explain([program], [order(500)], '1'))).toEqual(['€5.00']);
  });
});

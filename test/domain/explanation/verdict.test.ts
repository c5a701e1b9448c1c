import { describe, expect, it } from '@jest/globals';
import type { OrderSnapshot } from '../../../shared/domain/purchase/purchase.ts';
import { aHeldCard } from '../../support/builders/a-card.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { lineId } from '../../support/builders/ids.ts';

import { bought, explain } from './bought.ts';

describe('what was taken beside what was promised', () => {
  const FIVE = aProgram();
  const of = (...lines: readonly Partial<Parameters<typeof aLine>[0]>[]) =>
    explain(
      [FIVE],
      [aPurchase({ channel: 'web', lines: lines.map((line, i) => aLine({ lineId: lineId(String(i + 1)), ...line })) })],
      '1001',
    );
  const line = (priceMinor: number, ours: number, others = 0) => ({
    priceMinor,
    amountMinor: priceMinor - ours - others,
    ourDiscountMinor: ours,
  });

  it('rounds half up line by line, and takes a unit a line for rounding at checkout', () => {
    // 5 % of 0.50 are 0.025 and become 0.03; of the sum, 1.00, they would be 0.05.
    expect(of(line(50, 3), line(50, 3))).toMatchObject({ verdict: 'as_promised', fromMinor: 6, takenMinor: 6 });
    expect(of(line(50, 2), line(50, 3))).toMatchObject({ verdict: 'as_promised', fromMinor: 6, takenMinor: 5 });
    expect(of(line(50, 1), line(50, 3)).verdict).toBe('less');
    expect(of(line(20, 0), line(20, 0))).toMatchObject({ verdict: 'less', takenMinor: 0 });
  });

  it('says less where a line got less, and names the floor only as possible', () => {
    const told = of(line(10_000, 500), line(10_000, 200));
    expect(told).toMatchObject({ verdict: 'less', fromMinor: 1000, takenMinor: 700 });
    expect(told.causes).toEqual(['floor', 'standing_on_its_way', 'told_later']);
  });

  it('leaves open what the percentage was taken of where another discount lies on the line', () => {
    const both = of(line(10_000, 450, 1000));
    expect(both).toMatchObject({ verdict: 'as_promised', fromMinor: 450, toMinor: 500 });
    const instead = of(line(10_000, 0, 2000));
    expect(instead).toMatchObject({ verdict: 'less', fromMinor: 400, toMinor: 500, takenMinor: 0 });
    expect(instead.causes[0]).toBe('other_discounts');
  });

  it('says more plainly, and that nothing was owed where no program ran', () => {
    expect(of(line(10_000, 800)).verdict).toBe('more');
    const none = explain([], [bought('1', '2026-03-01', 10_000, 500)], '1');
    expect(none).toMatchObject({
      verdict: 'unowed',
      programs: [],
      causes: ['told_later', 'standing_on_its_way', 'same_title'],
    });
  });

  it('promises nothing on a gift card', () => {
    expect(of({ ...line(10_000, 0), isGiftCard: true }, line(10_000, 500))).toMatchObject({
      verdict: 'as_promised',
      fromMinor: 500,
    });
  });

  it('names by where it was bought what may have hidden the holder', () => {
    const causes = (said: Partial<OrderSnapshot>) =>
      explain([FIVE], [bought('1', '2026-03-01', 10_000, 0, said)], '1').causes[0];
    const { number: cardNumber } = aHeldCard();
    expect([
      causes({ channel: 'web' }),
      causes({ channel: 'web', cardNumber }),
      causes({ channel: 'till' }),
      causes({ channel: 'other' }),
    ]).toEqual(['unknown_at_checkout', 'typed_card_lapsed', 'no_card_scanned', 'other_channel']);
  });

  it('does not say that no card was scanned where a friend’s was', () => {
    const told = { channel: 'till', referredBy: aHeldCard().number } as const;
    const { causes } = explain([FIVE], [bought('1', '2026-03-01', 10_000, 0, told)], '1');
    expect(causes).not.toContain('no_card_scanned');
  });
});

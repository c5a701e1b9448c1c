import { describe, expect, it } from '@jest/globals';
import { explainPurchase } from '../../shared/domain/explanation/explain-purchase.ts';
import type { ProgramVersion } from '../../shared/domain/program/program.ts';
import { programWords, verdictWords } from '../../shared/text/explanation-words.ts';
import { createFormat } from '../../shared/text/format/format.ts';
import { textOf } from '../../shared/text/text.ts';
import { aHeldCard } from '../support/builders/a-card.ts';
import { aLine } from '../support/builders/a-line.ts';
import { aProgram, levels, nthItem, stepUp } from '../support/builders/a-program.ts';
import { aPurchase } from '../support/builders/a-purchase.ts';
import { aSnapshot } from '../support/builders/a-snapshot.ts';
import { at } from '../support/builders/at.ts';
import { facts, given } from '../support/builders/facts.ts';
import { lineId, orderId } from '../support/builders/ids.ts';

const speaker = {
  text: textOf('en-GB'),
  format: createFormat({ language: 'en-GB', currency: 'EUR', timeZone: 'Europe/Berlin' }),
};

const line = (ours: number, others = 0) =>
  aLine({ priceMinor: 10_000, amountMinor: 10_000 - ours - others, ourDiscountMinor: ours });

const earlier = aPurchase({
  orderId: orderId('1'),
  processedAt: at('2026-01-01'),
  lines: [aLine({ amountMinor: 60_000 })],
});

/** What is said of an order of one line at 100.00, after one of 600.00 on New Year. */
function say(version: ProgramVersion, lines = [line(0)], known = {}) {
  const snapshot = aSnapshot({ orderId: orderId('2'), processedAt: at('2026-01-10'), lines });
  const purchases = [earlier, { orderId: orderId('2'), snapshot, refunds: [] }];
  const explanation = explainPurchase([version], facts({ purchases, ...known }), snapshot);
  const [program] = explanation.programs;
  const { basis = '', accumulation = null } = program === undefined ? {} : programWords(program, speaker);
  return { verdict: verdictWords(explanation, speaker), basis, accumulation };
}

describe('An explanation says', () => {
  it('the level by its name, and what had been bought before', () => {
    expect(say(levels('500.00 → 1 %'), [line(100)])).toEqual({
      verdict: '€1.00 were taken, as promised.',
      basis: 'Level 1 gives 1%: what had been bought before this order reached it.',
      accumulation: 'Counted until then: €600.00 in 1 purchase. This order itself never counts for its own discount.',
    });
  });

  it('less, more, and what is not known exactly', () => {
    const five = aProgram();
    expect(say(five, [line(300)]).verdict).toBe('€3.00 were taken. Promised were €5.00, so less was given.');
    expect(say(five, [line(0, 1000)]).verdict).toBe(
      '€0.00 were taken. Promised were €4.50 to €5.00, so less was given.',
    );
    expect(say(five, [line(900)]).verdict).toBe('€9.00 were taken. Promised were €5.00, so more was given.');
    expect(say(five, [line(499), { ...line(500), lineId: lineId('2') }]).verdict).toBe(
      '€9.99 were taken, as promised; €10.00 before rounding at checkout.',
    );
    expect(say(levels('900.00 → 1 %'), [line(100)]).verdict).toBe(
      '€1.00 were taken, although by what is known today nothing was owed.',
    );
  });

  it('where every kind of percentage came from', () => {
    const card = { kind: 'card', fromMinor: 0, earlier: 'count' } as const;
    const cards = [aHeldCard({ issuedAt: at('2026-03-20') })];
    const bases = [
      say(aProgram()),
      say(aProgram(), undefined, { manual: [given(700)] }),
      say(stepUp('1 %, 2 %, 10 %')),
      say(stepUp('1 %, 2 %, 10 %', { decay: { days: 5, to: 'start' } })),
      say(nthItem('10 → 10 %')),
      say(levels('900.00 → 1 %')),
      say(aProgram({ membership: card })),
      say(aProgram({ membership: card }), undefined, { cards }),
    ];
    expect(bases.map(({ basis }) => basis)).toEqual([
      'Everybody in it gets 5% on every purchase.',
      '7% were given by hand, more than was earned.',
      '1 step up, where it gives 3%.',
      'At the start, where it gives 1%.',
      '1 of 10 items were counted just before this order. 0 rewards were ready. ' +
        'The items of this order itself count towards its rewards.',
      'No level was reached just before this order.',
      'It asks for a card, and none was in use at that time.',
      'It asks for a card, and the card was handed over only later, on 20 Mar 2026.',
    ]);
    expect(bases.map(({ verdict }) => verdict)).toContain('No discount of ours was owed, and none was taken.');
  });

  it('which version was kept, and beside which newer one', () => {
    const newer = { ...levels('900.00 → 9 %'), version: 2, effectiveAt: at('2026-01-05'), keeps: { until: null } };
    const snapshot = aSnapshot({ orderId: orderId('2'), processedAt: at('2026-01-10'), lines: [line(100)] });
    const purchases = [earlier, { orderId: orderId('2'), snapshot, refunds: [] }];
    const rules = (versions: readonly ProgramVersion[]) =>
      explainPurchase(versions, facts({ purchases }), snapshot).programs.map((one) => programWords(one, speaker).rule);
    expect(rules([levels('500.00 → 1 %', { effectiveAt: at('2025-12-01') }), newer])).toEqual([
      'By version 1 of the rule, in force since 1 Dec 2025: kept, as it gave no less than version 2.',
    ]);
    expect(
      rules([levels('700.00 → 1 %', { effectiveAt: at('2025-12-01') }), { ...newer, ...aProgram(), version: 2 }]),
    ).toEqual(['By version 2 of the rule, in force since 1 Jan 1970.']);
    const [first, second] = [
      nthItem('10 → 10 %', { effectiveAt: at('2025-12-01') }),
      { ...newer, mechanic: aProgram().mechanic },
    ];
    expect(rules([first, second])).toEqual([
      'By version 2 of the rule, in force since 5 Jan 2026.',
      'By version 1 of the rule, in force since 1 Dec 2025: kept, as it gave no less than version 2.',
    ]);
  });
});

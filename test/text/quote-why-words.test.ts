import { describe, expect, it } from '@jest/globals';
import { type AskedLine, explainQuote } from '../../shared/domain/explanation/explain-quote.ts';
import type { ProgramVersion } from '../../shared/domain/program/program.ts';
import { ON_THE_WEB } from '../../shared/domain/program/where.ts';
import { createFormat } from '../../shared/text/format/format.ts';
import { whyLineWords } from '../../shared/text/quote-why-words.ts';
import { textOf } from '../../shared/text/text.ts';
import { aProgram, nthItem } from '../support/builders/a-program.ts';
import { aPurchase } from '../support/builders/a-purchase.ts';
import { at } from '../support/builders/at.ts';
import { facts } from '../support/builders/facts.ts';
import { productId, programId } from '../support/builders/ids.ts';

const speaker = {
  text: textOf('en-GB'),
  format: createFormat({ language: 'en-GB', currency: 'EUR', timeZone: 'Europe/Berlin' }),
};

const line = (id: string, said: Partial<AskedLine> = {}): AskedLine => ({
  id,
  quantity: 1,
  amountMinor: 10_000,
  floorMinor: 0,
  isGiftCard: false,
  ...said,
});

/** What is said of each line, after one item was bought for 100.00. */
function say(program: ProgramVersion, ...lines: readonly AskedLine[]): readonly string[] {
  const known = facts({ purchases: [aPurchase()] });
  const why = explainQuote([program], known, lines, { at: at('2026-02-01'), place: ON_THE_WEB });
  return why.lines.map((one) => whyLineWords(one, why, speaker));
}

describe('Of each line of a quote is said', () => {
  it('which program gives what, and what the floor keeps of it', () => {
    const ten = aProgram({ mechanic: { kind: 'fixed', discountBp: 1_000 } });
    expect(say(ten, line('a'), line('b', { floorMinor: 9_450 }), line('c', { isGiftCard: true }))).toEqual([
      '“Regulars” gives 10%, which is €10.00.',
      '“Regulars” gives 10%, which is €10.00. The margin floor keeps it at €94.50 or more, so €4.50 of it is cut.',
      'A gift card is money for goods to come, so nothing is taken off it.',
    ]);
  });

  it('how many rewards it takes, or the rest of one, or that nothing is owed', () => {
    const second = nthItem('1 → 80 %', { surplus: 'carries' });
    expect(say(second, line('a', { amountMinor: 5_000 }), line('b', { amountMinor: 4_000 }))).toEqual([
      'It takes 1 reward of “Regulars”, which gives €50.00.',
      'What was left of a reward of “Regulars” gives €30.00.',
    ]);
    expect(say(nthItem('10 → 10 %'), line('a'))).toEqual(['Nothing is owed on it.']);
  });

  it('whose goods it is not among, beside what another program gives on it', () => {
    const oil = productId('81');
    const oilClub = aProgram({
      programId: programId('prg_oil0000000'),
      name: 'Oil club',
      mechanic: { kind: 'fixed', discountBp: 1_000 },
      scope: { kind: 'products', products: [oil], excluded: [] },
    });
    const wine = line('b', { productId: productId('82') });
    expect(say(oilClub, line('a', { productId: oil }), wine, line('c'))).toEqual([
      '“Oil club” gives 10%, which is €10.00.',
      'It is not among the goods of “Oil club”.',
      'It is not among the goods of “Oil club”.',
    ]);
    const both = explainQuote([aProgram(), oilClub], facts(), [wine], { at: at('2026-02-01'), place: ON_THE_WEB });
    expect(both.lines.map((one) => whyLineWords(one, both, speaker))).toEqual([
      '“Regulars” gives 5%, which is €5.00. It is not among the goods of “Oil club”.',
    ]);
  });
});

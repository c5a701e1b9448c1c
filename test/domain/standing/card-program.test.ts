import { describe, expect, it } from '@jest/globals';
import type { Membership } from '../../../shared/domain/program/program.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { aHeldCard, aNumber } from '../../support/builders/a-card.ts';
import { aProgram, levels } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { at } from '../../support/builders/at.ts';
import { facts, given } from '../../support/builders/facts.ts';
import { orderId, programId } from '../../support/builders/ids.ts';
import { play } from '../../support/story/play.ts';
import { table } from '../../support/story/table.ts';

const STEPS = '500.00 → 1 %, 800.00 → 2 %';
const byCard: Membership = { kind: 'card', fromMinor: 50_000, earlier: 'ignored' };
const counting: Membership = { kind: 'card', fromMinor: 50_000, earlier: 'count' };

describe('a program by card (rules 1)', () => {
  it('counts the purchase that gave the card and nothing before it', () => {
    const story = table`
      day         fact          amount | total   discount
      2026-01-10  order A       300.00 | 0.00    0 %
      2026-01-20  order B       500.00 | 0.00    0 %
      2026-01-20  card 1 for B         | 500.00  1 %
      2026-02-01  order C       300.00 | 800.00  2 %
    `;
    expect(play(levels(STEPS, { membership: byCard }), story)).toEqual(story);
  });

  it('counts what was bought before as well where the merchant says so', () => {
    const story = table`
      day         fact          amount | total   discount
      2026-01-10  order A       300.00 | 0.00    0 %
      2026-01-20  order B       500.00 | 0.00    0 %
      2026-01-20  card 1 for B         | 800.00  2 %
    `;
    expect(play(levels(STEPS, { membership: counting }), story)).toEqual(story);
  });

  it('counts from the day of issue where no purchase gave the card', () => {
    const story = table`
      day                      fact     amount | total
      2026-01-20 12:00         card 1          | 0.00
      2026-01-20 11:59:59.999  order A  300.00 | 0.00
      2026-01-20 12:00         order B  200.00 | 200.00
    `;
    expect(play(levels(STEPS, { membership: byCard }), story)).toEqual(story);
  });

  it('keeps the card when the purchase that gave it comes back, but not its amount', () => {
    const story = table`
      day         fact          amount | total   items  discount
      2026-01-20  order A       500.00 | 0.00    0      0 %
      2026-01-20  card 1 for A         | 500.00  1      1 %
      2026-02-01  refund A-1    500.00 | 0.00    0      0 %
      2026-02-02  order B       500.00 | 500.00  1      1 %
    `;
    expect(play(levels(STEPS, { membership: byCard }), story)).toEqual(story);
  });

  it('counts the purchase for which a card is handed over days later', () => {
    const story = table`
      day         fact          amount | total
      2026-01-20  order A       500.00 | 0.00
      2026-01-21  order B        10.00 | 0.00
      2026-01-25  card 1 for A         | 510.00
    `;
    expect(play(levels(STEPS, { membership: byCard }), story)).toEqual(story);
  });

  it('leaves out an order of the same instant that comes before the one that gave the card', () => {
    const story = table`
      day               fact          amount | total
      2026-01-20 10:00  order A        10.00 | 0.00
      2026-01-20 10:00  order B       500.00 | 0.00
      2026-01-20 10:00  order C        20.00 | 0.00
      2026-01-20 10:00  card 1 for B         | 520.00
    `;
    expect(play(levels(STEPS, { membership: byCard }), story)).toEqual(story);
  });

  it('goes on when a card is replaced: the first one still says since when', () => {
    const story = table`
      day         fact          amount | total   discount
      2026-01-20  order A       500.00 | 0.00    0 %
      2026-01-20  card 1 for A         | 500.00  1 %
      2026-02-01  order B       300.00 | 800.00  2 %
      2026-03-01  card 2               | 800.00  2 %
    `;
    expect(play(levels(STEPS, { membership: byCard }), story)).toEqual(story);
  });

  it('gives nothing without a card, not even by hand, and says what a holder would need', () => {
    const program = levels(STEPS, { membership: byCard, window: { kind: 'calendar_year' } });
    const standing = evaluate(program, facts({ purchases: [aPurchase()], manual: [given(500)] }), at('2026-02-01'));
    expect(standing).toMatchObject({ takesPart: false, discountBp: 0, givenBp: 500, spentMinor: 0, level: null });
    expect(standing).toMatchObject({ windowStartsAt: null, windowEndsAt: null, changesAt: null });
    expect(standing.next).toEqual({ level: 0, missingSpentMinor: 50_000, missingPurchases: 0 });
  });

  it('begins with the card, not a millisecond before', () => {
    const held = facts({ cards: [aHeldCard({ issuedAt: at('2026-01-10') })] });
    const program = aProgram({ membership: byCard });
    expect(evaluate(program, held, at('2026-01-10') - 1)).toMatchObject({ takesPart: false, discountBp: 0 });
    expect(evaluate(program, held, at('2026-01-10'))).toMatchObject({ takesPart: true, discountBp: 500 });
  });

  it('does not take the card of another program for its own', () => {
    const held = facts({ cards: [aHeldCard({ programId: programId('prg_another000') })] });
    expect(evaluate(aProgram({ membership: byCard }), held, at('2026-02-01')).takesPart).toBe(false);
  });

  it('counts from the day of issue where the order that gave the card was never paid', () => {
    const purchases = [
      aPurchase({ processedAt: at('2026-01-05'), state: 'cancelled' }),
      aPurchase({ orderId: orderId('1002'), processedAt: at('2026-01-07') }),
    ];
    const cards = [aHeldCard({ issuedAt: at('2026-01-10'), issuedBy: orderId('1001') })];
    expect(
      evaluate(levels(STEPS, { membership: byCard }), facts({ purchases, cards }), at('2026-02-01')),
    ).toMatchObject({ spentMinor: 0 });
  });

  it('lets the lower number decide between two cards of one instant, in whatever order they lie', () => {
    const purchases = [
      aPurchase({ processedAt: at('2026-01-05') }),
      aPurchase({ orderId: orderId('1002'), processedAt: at('2026-01-07') }),
    ];
    const cards = [
      aHeldCard({ number: aNumber(1), issuedBy: orderId('1001') }),
      aHeldCard({ number: aNumber(2), issuedBy: orderId('1002') }),
    ];
    const program = levels(STEPS, { membership: byCard });
    for (const some of [cards, cards.toReversed()])
      expect(evaluate(program, facts({ purchases, cards: some }), at('2026-02-01')).spentMinor).toBe(20_000);
  });
});

describe('the year of the card (rules 1)', () => {
  const program = levels(STEPS, { membership: byCard, window: { kind: 'card_year' } });

  it('begins anew on each anniversary, at midnight', () => {
    const story = table`
      day                      fact          amount | total   discount
      2026-03-10 15:00         order A       500.00 | 0.00    0 %
      2026-03-10 15:00         card 1 for A         | 500.00  1 %
      2027-03-09 23:59:59.999  nothing              | 500.00  1 %
      2027-03-10 00:00         nothing              | 0.00    0 %
      2027-03-10 00:00         order B       800.00 | 800.00  2 %
      2028-03-09 23:59:59.999  nothing              | 800.00  2 %
      2028-03-10 00:00         nothing              | 0.00    0 %
    `;
    expect(play(program, story)).toEqual(story);
  });

  it('ends on 28 February where the card was issued on the 29th, and on the 29th in a leap year', () => {
    const story = table`
      day                      fact     amount | total
      2024-02-29 12:00         card 1          | 0.00
      2025-02-27               order A  100.00 | 100.00
      2025-02-27 23:59:59.999  nothing         | 100.00
      2025-02-28 00:00         nothing         | 0.00
      2028-02-28 23:59:59.999  order B   10.00 | 10.00
      2028-02-29 00:00         nothing         | 0.00
    `;
    expect(play(program, story)).toEqual(story);
  });

  it('reaches back to the purchase that gave the card in its first year only', () => {
    const story = table`
      day               fact          amount | total   discount
      2026-03-10 23:50  order A       500.00 | 0.00    0 %
      2026-03-11 00:05  card 1 for A         | 500.00  1 %
      2026-03-11 10:00  order B        20.00 | 520.00  1 %
      2027-03-10 23:59  nothing              | 520.00  1 %
      2027-03-11 00:00  nothing              | 0.00    0 %
    `;
    expect(play(program, story)).toEqual(story);
  });

  it('reaches back as well where the card was issued on the stroke of midnight', () => {
    const story = table`
      day               fact          amount | total
      2026-03-10 23:50  order A       500.00 | 0.00
      2026-03-11 00:00  card 1 for A         | 500.00
      2027-03-11 00:00  nothing              | 0.00
    `;
    expect(play(program, story)).toEqual(story);
  });

  it('holds the level of the first year, the purchase that gave the card included, through the second', () => {
    const story = table`
      day               fact          amount | total   discount
      2026-03-10 23:50  order A       500.00 | 0.00    0 %
      2026-03-11 00:05  card 1 for A         | 500.00  1 %
      2027-03-11 00:00  nothing              | 0.00    1 %
      2028-03-11 00:00  nothing              | 0.00    0 %
    `;
    const holds = levels(STEPS, { membership: byCard, window: { kind: 'card_year' }, holds: 'next_window' });
    expect(play(holds, story)).toEqual(story);
  });
});

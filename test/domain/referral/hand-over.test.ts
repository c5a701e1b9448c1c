import { describe, expect, it } from '@jest/globals';
import type { Referral } from '../../../shared/domain/program/program.ts';
import { judgeReferred, type Referred } from '../../../shared/domain/referral/referred.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram, PROGRAM, stepUp } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { customerId, orderId } from '../../support/builders/ids.ts';
import { play } from '../../support/story/play.ts';
import { table } from '../../support/story/table.ts';

const once: Referral = { welcomeBp: 800, bonusBp: 500, bonus: 'once', withinDays: 30 };
const giver = (referral: Partial<Referral> = {}) => aProgram({ referral: { ...once, ...referral } });

describe('a card handed on to a friend (rules 2.7)', () => {
  it('puts 5 points on top of the giver’s own 5 %, once, on the next purchase', () => {
    const story = table`
      day         fact              amount | brought  bonuses  taken  owing  discount
      2026-01-01  order A           10.00  | 0        0        0      0      5 %
      2026-01-02  friend’s order F  10.00  | 1        1        0      0      10 %
      2026-01-03  order B           10.00  | 1        0        1      0      5 %
      2026-01-04  order C           10.00  | 1        0        1      0      5 %
    `;
    expect(play(giver(), story)).toEqual(story);
  });

  it('leaves the giver the bonus for good where the shop wants that, and one only', () => {
    const story = table`
      day         fact              amount | brought  bonuses  discount
      2026-01-02  friend’s order F  10.00  | 1        1        10 %
      2026-01-03  order A           10.00  | 1        1        10 %
      2026-01-04  friend’s order G  10.00  | 2        1        10 %
      2026-01-05  order B           10.00  | 2        1        10 %
    `;
    expect(play(giver({ bonus: 'for_good' }), story)).toEqual(story);
  });

  it('gives one bonus for each friend, one purchase after another', () => {
    const story = table`
      day         fact              amount | brought  bonuses  taken  discount
      2026-01-02  friend’s order F  10.00  | 1        1        0      10 %
      2026-01-03  friend’s order G  10.00  | 2        2        0      10 %
      2026-01-04  order A           10.00  | 2        1        1      10 %
      2026-01-05  order B           10.00  | 2        0        2      5 %
    `;
    expect(play(giver(), story)).toEqual(story);
  });

  it('comes on top of the step of every visit', () => {
    const story = table`
      day         fact              amount | position  bonuses  discount
      2026-01-01  order A           10.00  | 1         0        1 %
      2026-01-02  friend’s order F  10.00  | 1         1        6 %
      2026-01-03  order B           10.00  | 2         0        2 %
    `;
    const program = { ...stepUp('0 %, 1 %, 10 %'), referral: once };
    expect(play(program, story)).toEqual(story);
  });
});

describe('what happens to a friend’s order (rules 5)', () => {
  it('takes an unused bonus back when all the goods come back within 30 days', () => {
    const story = table`
      day         fact                 amount         | brought  bonuses  owing  discount
      2026-01-02  friend’s order F     10.00 + 20.00  | 1        1        0      10 %
      2026-01-03  friend’s refund F-1  10.00          | 1        1        0      10 %
      2026-01-31  friend’s refund F-2  20.00          | 0        0        0      5 %
    `;
    expect(play(giver(), story)).toEqual(story);
  });

  it('makes a used bonus a deficit, which the next friend fills first', () => {
    const story = table`
      day         fact                 amount | brought  bonuses  taken  owing  discount
      2026-01-02  friend’s order F     10.00  | 1        1        0      0      10 %
      2026-01-03  order A              10.00  | 1        0        1      0      5 %
      2026-01-04  friend’s refund F-1  10.00  | 0        0        1      1      5 %
      2026-01-05  friend’s order G     10.00  | 1        0        1      0      5 %
      2026-01-06  friend’s order H     10.00  | 2        1        1      0      10 %
    `;
    expect(play(giver(), story)).toEqual(story);
  });

  it('leaves the bonus when the goods come back after the shop’s days', () => {
    const story = table`
      day         fact                 amount | brought  bonuses
      2026-01-02  friend’s order F     10.00  | 1        1
      2026-02-02  friend’s refund F-1  10.00  | 1        1
    `;
    expect(play(giver(), story)).toEqual(story);
  });

  it('changes nothing with money alone, and takes the bonus with a cancelled order', () => {
    const story = table`
      day         fact                   amount | brought  bonuses
      2026-01-02  friend’s order F       10.00  | 1        1
      2026-01-03  friend’s goodwill F-1  10.00  | 1        1
      2026-01-04  friend’s cancel F             | 0        0
    `;
    expect(play(giver(), story)).toEqual(story);
  });

  it('brings nothing before it is paid, and nothing when it never is', () => {
    const story = table`
      day         fact             amount   | brought  bonuses
      2026-01-02  friend’s owed F  10.00    | 0        0
      2026-01-03  friend’s owed G  10.00    | 0        0
      2026-01-04  friend’s cancel G         | 0        0
      2026-01-05  friend’s pay F            | 1        1
    `;
    expect(play(giver(), story)).toEqual(story);
  });

  it('gives the bonus back when the purchase that took it comes back in full', () => {
    const story = table`
      day         fact              amount | bonuses  taken
      2026-01-02  friend’s order F  10.00  | 1        0
      2026-01-03  order A           10.00  | 0        1
      2026-01-04  refund A-1        10.00  | 1        0
    `;
    expect(play(giver(), story)).toEqual(story);
  });
});

const DAY = '2026-01-05';
const friendly = (said: Partial<NonNullable<Referred['friend']>> = {}): Referred => ({
  programId: PROGRAM,
  purchase: aPurchase({ orderId: orderId('50'), processedAt: at(DAY) }),
  friend: { id: customerId('cus_friend0000'), isGiver: false, others: [], ...said },
});
const judged = (one: Referred) => judgeReferred(one, once, at('2026-02-01'), { owedCounts: false });

describe('whom a card handed on does not welcome (rules 2.7)', () => {
  it('is the giver, by whatever record', () => {
    expect(judged(friendly({ isGiver: true }))).toBe('own_card');
  });

  it('is somebody who bought before, by the order of purchases and not of arrival, also when all came back', () => {
    const earlier = aPurchase({ orderId: orderId('9'), processedAt: at('2026-01-04') });
    const later = aPurchase({ orderId: orderId('49'), processedAt: at('2026-01-06') });
    const sameInstant = aPurchase({ orderId: orderId('9'), processedAt: at(DAY) });
    const unpaid = aPurchase({ orderId: orderId('9'), processedAt: at('2026-01-04'), state: 'owed' });
    expect(judged(friendly({ others: [later] }))).toBe('counts');
    expect(judged(friendly({ others: [later, earlier] }))).toBe('no_new_customer');
    expect(judged(friendly({ others: [sameInstant] }))).toBe('no_new_customer');
    expect(judged(friendly({ others: [unpaid] }))).toBe('counts');
  });
});

describe('two carts that are open with one bonus', () => {
  const own = (id: string, day: string, tookMinor: number) => {
    const lines = [aLine({ priceMinor: 10_000, amountMinor: 10_000 - tookMinor, ourDiscountMinor: tookMinor })];
    return aPurchase({ orderId: orderId(id), processedAt: at(day), lines });
  };
  const told = (second: ReturnType<typeof own>) =>
    facts({ purchases: [own('51', '2026-01-06', 1000), second], referred: [friendly()] });

  it('use it twice where both took it: the second is a deficit', () => {
    const { referral } = evaluate(giver(), told(own('52', '2026-01-07', 1000)), at('2026-01-10'));
    expect(referral).toMatchObject({ used: 2, ready: 0, deficit: 1 });
  });

  it('use it once where the second took no more than the giver’s own', () => {
    const { referral } = evaluate(giver(), told(own('52', '2026-01-07', 500)), at('2026-01-10'));
    expect(referral).toMatchObject({ used: 1, ready: 0, deficit: 0 });
  });
});

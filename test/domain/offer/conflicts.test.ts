import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OfferId } from '../../../shared/domain/ids.ts';
import { conflictsOf } from '../../../shared/domain/offer/conflicts.ts';
import type { Redeemed } from '../../../shared/domain/offer/offer.ts';
import type { Purchase } from '../../../shared/domain/purchase/purchase.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import type { Facts } from '../../../shared/domain/standing/standing.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { nthItem, PROGRAM } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { aRefund } from '../../support/builders/a-refund.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { lineId, orderId, refundId } from '../../support/builders/ids.ts';

const eleventh = nthItem('10 → 10 %');
const DAY = 86_400_000;
const FIRST = at('2026-01-10');
const AFTER = at('2026-03-01');

/** The n-th day's order of so many units at 300.00, of which the first may have taken a reward. */
function bought(n: number, quantity: number, rewards = 0, change: object = {}): Purchase {
  const price = { priceMinor: 30_000, quantity, amountMinor: 30_000 * (quantity - rewards) };
  const reward = { after: 10, count: rewards, givenMinor: 30_000 * rewards };
  const line = aLine({ lineId: lineId(`${n}1`), ...price, ...(rewards === 0 ? {} : { reward }) });
  return aPurchase({ orderId: orderId(String(n)), processedAt: FIRST + n * DAY, lines: [line], ...change });
}
const returned = (n: number, quantity: number) =>
  aRefund({
    refundId: refundId(`${n}9`),
    orderId: orderId(String(n)),
    processedAt: FIRST + 30 * DAY,
    lines: [{ lineId: lineId(`${n}1`), quantity }],
  });
const used = (n: number, offer = 'cycle 1 at 5'): Redeemed => ({
  programId: PROGRAM,
  offerId: offer as OfferId,
  marks: 5,
  gives: { kind: 'percent', discountBp: 300 },
  orderId: orderId(String(n)),
});
const ordersOf = (known: Facts, asOf = AFTER) =>
  conflictsOf([evaluate(eleventh, known, asOf)], [eleventh], known, asOf).map((each) => each.orderId);

describe('two orders that used the same reward', () => {
  it('of the n-th item: the second is the conflict, and what it got too much is missing', () => {
    const known = facts({ purchases: [bought(1, 10), bought(2, 1, 1), bought(3, 1, 1)] });
    expect(evaluate(eleventh, known, AFTER).rewards).toMatchObject({ used: 2, deficit: 10, ready: 0 });
    expect(ordersOf(known)).toEqual(['3']);
  });

  it('are none where each used a reward of its own, in one basket or in two', () => {
    expect(ordersOf(facts({ purchases: [bought(1, 20), bought(2, 1, 1), bought(3, 1, 1)] }))).toEqual([]);
    expect(ordersOf(facts({ purchases: [bought(1, 20), bought(2, 2, 2)] }))).toEqual([]);
  });

  it('are none where only a return made items missing', () => {
    const known = facts({ purchases: [bought(1, 10, 0, { refunds: [returned(1, 1)] }), bought(2, 1, 1)] });
    expect(evaluate(eleventh, known, AFTER).rewards).toMatchObject({ deficit: 1 });
    expect(ordersOf(known)).toEqual([]);
  });

  it('are a conflict no more when one of them was returned, or the missing items were bought', () => {
    const back = bought(3, 1, 1, { refunds: [returned(3, 1)] });
    expect(ordersOf(facts({ purchases: [bought(1, 10), bought(2, 1, 1), back] }))).toEqual([]);
    expect(ordersOf(facts({ purchases: [bought(1, 10), bought(2, 1, 1), bought(3, 1, 1), bought(4, 10)] }))).toEqual(
      [],
    );
  });

  it('by code: every one after the first that still stands, in the order of purchase', () => {
    const redeemed = [used(3), used(1), used(2), used(4, 'cycle 1 at 7')];
    const purchases = [1, 2, 3, 4].map((n) => bought(n, 1));
    expect(ordersOf(facts({ purchases, redeemed }))).toEqual(['2', '3']);
    const gone = [bought(1, 1, 0, { cancelledAt: FIRST + 5 * DAY }), ...purchases.slice(1)];
    expect(ordersOf(facts({ purchases: gone, redeemed }))).toEqual(['3']);
  });

  it('by code, one of them somebody else’s order: the customer’s own came first', () => {
    const redeemed = [used(1), used(99)];
    expect(ordersOf(facts({ purchases: [bought(1, 1)], redeemed }))).toEqual(['99']);
  });

  it('never go unseen, in ten thousand histories: as many conflicts as uses beyond the first of each reward', () => {
    const uses = fc.array(fc.record({ offer: fc.nat(3), isBack: fc.boolean() }), { maxLength: 12 });
    fc.assert(
      fc.property(uses, fc.nat(), (some, turn) => {
        const purchases = some.map(({ isBack }, i) =>
          bought(i + 1, 1, 0, isBack ? { refunds: [returned(i + 1, 1)] } : {}),
        );
        const redeemed = some.map(({ offer }, i) => used(i + 1, `offer ${offer}`));
        const turned = [...redeemed.slice(turn % (some.length + 1)), ...redeemed.slice(0, turn % (some.length + 1))];
        const found = ordersOf(facts({ purchases: purchases.toReversed(), redeemed: turned }));
        const expected = some.flatMap(({ offer, isBack }, i) => {
          const isSecond = some.slice(0, i).some((other) => other.offer === offer && !other.isBack);
          return isSecond && !isBack ? [String(i + 1)] : [];
        });
        expect(found).toEqual(expected);
      }),
      { seed: 71, numRuns: 10_000, endOnFailure: true },
    );
  });
});

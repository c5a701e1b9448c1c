import { describe, expect, it } from '@jest/globals';
import { mergePurchase, newness, refundOfFile } from '../../../shared/domain/purchase/merge-purchase.ts';
import type { OrderSnapshot, Purchase, Refund } from '../../../shared/domain/purchase/purchase.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aGoodwill, aRefund } from '../../support/builders/a-refund.ts';
import { aSnapshot } from '../../support/builders/a-snapshot.ts';
import { at } from '../../support/builders/at.ts';
import { cardNumber, orderId, refundId, shopifyCustomerId } from '../../support/builders/ids.ts';

const order = orderId('1001');
const none: readonly Refund[] = [];

/** Told one after the other; the same must come out the other way round. */
function told(...facts: readonly (OrderSnapshot | Refund)[]): Purchase {
  const tell = (known: Purchase | null, fact: OrderSnapshot | Refund) =>
    'refundId' in fact
      ? mergePurchase(known, order, null, [fact]).purchase
      : mergePurchase(known, order, fact, none).purchase;
  const merged = facts.reduce<Purchase | null>(tell, null);
  const reversed = facts.toReversed().reduce<Purchase | null>(tell, null);
  expect(reversed).toEqual(merged);
  return merged as Purchase;
}

const newerOf = (a: Partial<OrderSnapshot>, b: Partial<OrderSnapshot>) => told(aSnapshot(a), aSnapshot(b)).snapshot;

describe('putting together what is told of one order (rules 1)', () => {
  it('keeps the newest snapshot and every refund once, whatever comes first', () => {
    const [made, edited] = [aSnapshot(), aSnapshot({ updatedAt: at('2026-01-11'), lines: [aLine({ quantity: 2 })] })];
    const refunds = [aRefund({ refundId: refundId('12') }), aRefund({ refundId: refundId('9') })];
    const purchase = told(refunds[0] as Refund, made, edited, made, refunds[1] as Refund, refunds[0] as Refund);
    expect(purchase.snapshot).toEqual(edited);
    expect(purchase.refunds.map((r) => r.refundId)).toEqual(['9', '12']);
  });

  it('knows a refund before its order', () => {
    expect(told(aRefund())).toEqual({ orderId: order, snapshot: null, refunds: [aRefund()] });
  });

  it('lets Shopify’s own word replace what a file told, returns included, whichever comes first', () => {
    const ofFile = (toldAt: number, quantity: number) => ({
      snapshot: aSnapshot({ updatedAt: toldAt, fileToldAt: toldAt, name: 'of a file' }),
      refunds: [aRefund({ refundId: refundOfFile(toldAt, '1'), lines: [{ lineId: aLine().lineId, quantity }] })],
    });
    const [first, corrected] = [ofFile(at('2026-05-01'), 1), ofFile(at('2026-06-01'), 2)];
    const own = { snapshot: aSnapshot({ updatedAt: at('2026-01-10') }), refunds: [aRefund()] };
    const merged = (...told: readonly (typeof own)[]) =>
      told.reduce<Purchase | null>((known, { snapshot, refunds }) => {
        return mergePurchase(known, order, snapshot, refunds).purchase;
      }, null);
    for (const told of [
      [first, corrected],
      [corrected, first],
      [corrected, first, corrected],
    ])
      expect(merged(...told)).toEqual({ orderId: order, ...corrected });
    for (const told of [
      [own, first, corrected],
      [first, own, corrected],
      [corrected, first, own],
      [first, own, own],
    ])
      expect(merged(...told)).toEqual({ orderId: order, ...own });
    expect(mergePurchase(merged(own), order, first.snapshot, first.refunds).changed).toBe(false);
  });

  it('takes of one second the order that has come further: owed, paid, cancelled', () => {
    for (const name of ['#1', '#2', '#3', '#4', '#5', '#6']) {
      expect(newerOf({ name, state: 'owed' }, { state: 'paid' })?.state).toBe('paid');
      expect(newerOf({ name, state: 'owed' }, { state: 'cancelled' })?.state).toBe('cancelled');
      expect(newerOf({ name }, { cancelledAt: at('2026-01-10') })?.cancelledAt).not.toBeNull();
    }
    expect(newerOf({ state: 'owed', updatedAt: 2000 }, { state: 'paid', updatedAt: 1000 })?.state).toBe('owed');
  });

  it('takes a deleted order for the end of it, whatever is told later', () => {
    expect(newerOf({ state: 'deleted', updatedAt: 1000 }, { updatedAt: 2000 })?.state).toBe('deleted');
    expect(newerOf({ state: 'deleted', updatedAt: 1000 }, { state: 'deleted', updatedAt: 2000 })?.updatedAt).toBe(2000);
  });

  it('prefers of one second what names a card, then what names a customer', () => {
    const card = cardNumber('2000000000008');
    expect(newerOf({ cardNumber: card }, {})?.cardNumber).toBe(card);
    expect(newerOf({ shopifyCustomerId: shopifyCustomerId('7') }, {})?.shopifyCustomerId).toBe('7');
    expect(newerOf({ cardNumber: card }, { shopifyCustomerId: shopifyCustomerId('7') })?.cardNumber).toBe(card);
  });

  it('lets the contents decide between two of one second that differ in nothing else', () => {
    for (const amountMinor of [1, 2, 3, 4, 5, 6, 7, 8]) {
      newerOf({ lines: [aLine({ amountMinor })] }, { lines: [aLine({ amountMinor: amountMinor + 1 })] });
    }
  });

  it('lets the fuller telling of one refund stay: more goods, then more money', () => {
    const [one, two] = [aRefund(), aRefund({ lines: [{ lineId: aLine().lineId, quantity: 2 }] })];
    expect(told(one, two).refunds).toEqual([two]);
    expect(told(aGoodwill(0), aGoodwill(500)).refunds).toEqual([aGoodwill(500)]);
    expect(told(aGoodwill(90), aGoodwill(500), aGoodwill(1000)).refunds).toEqual([aGoodwill(1000)]);
    expect(told(aRefund({ processedAt: 1 }), aRefund({ processedAt: 2 })).refunds).toHaveLength(1);
  });

  it('says whether something new was told', () => {
    const { purchase, changed } = mergePurchase(null, order, aSnapshot(), [aRefund()]);
    expect(changed).toBe(true);
    expect(mergePurchase(purchase, order, aSnapshot(), [aRefund()]).changed).toBe(false);
    expect(mergePurchase(purchase, order, aSnapshot({ updatedAt: 1 }), none).changed).toBe(false);
    expect(mergePurchase(purchase, order, aSnapshot({ updatedAt: at('2026-02-01') }), none).changed).toBe(true);
    expect(mergePurchase(purchase, order, null, [aRefund({ refundId: refundId('2') })]).changed).toBe(true);
    expect(mergePurchase(purchase, order, null, none)).toEqual({ purchase, changed: false });
  });

  it('does not mind in which order the fields of a snapshot were read', () => {
    const { name, ...rest } = aSnapshot();
    expect(newness({ ...rest, name })).toBe(newness(aSnapshot()));
  });

  it('compares as text, so that a database may do it', () => {
    const instants = [0, 999, 1_000, 1_767_000_000_000, 9_999_999_999_999, 10_000_000_000_000];
    const texts = instants.map((updatedAt) => newness(aSnapshot({ updatedAt })));
    expect([...texts].sort()).toEqual(texts);
    expect(texts[0]).toMatch(/^[0-9a-f-]+$/);
  });
});

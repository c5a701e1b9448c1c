import { describe, expect, it } from '@jest/globals';
import { isOneOf } from '../../webhooks/order/our-discount.ts';
import { readOrder } from '../../webhooks/order/read-order.ts';
import { type Body, changed, fixture } from './fixture.ts';

const CARD = '2123456789010';
const paid = fixture('orders-paid');

function snapshotOf(body: Body) {
  const told = readOrder(body, isOneOf(['Regulars']));
  if (!told.ok || told.value.snapshot === null) throw new Error(JSON.stringify(told));
  return told.value.snapshot;
}
const withCard = (sourceName: string, value: unknown): Body => ({
  ...paid,
  source_name: sourceName,
  note_attributes: [{ name: 'regulars_card', value }],
});

describe('an order of the till', () => {
  it('bears the card that the cashier scanned', () => {
    expect(snapshotOf(withCard('pos', CARD))).toMatchObject({ channel: 'till', cardNumber: CARD });
    for (const wrong of ['2123456789012', '', 17, null]) {
      expect(snapshotOf(withCard('pos', wrong)).cardNumber).toBeNull();
    }
  });

  it('is the only one whose card number is believed: on the web anybody may write one', () => {
    expect(snapshotOf(withCard('web', CARD)).cardNumber).toBeNull();
    expect(snapshotOf(withCard('shopify_draft_order', CARD)).cardNumber).toBeNull();
  });

  it('has our discount as one set by hand under our title', () => {
    const byHand = changed(
      changed(paid, 'discount_applications.0.type', 'manual'),
      'discount_applications.0.title',
      'Regulars',
    );
    expect(snapshotOf({ ...byHand, source_name: 'pos' }).lines[0]?.ourDiscountMinor).toBe(300);
    expect(snapshotOf(byHand).lines[0]?.ourDiscountMinor).toBe(0);
  });

  it('tells rewards by the sign in the title, at the till and from checkout, whatever the text around it', () => {
    const line = (type: string, title: string, sourceName: string) =>
      snapshotOf({
        ...changed(changed(paid, 'discount_applications.0.type', type), 'discount_applications.0.title', title),
        source_name: sourceName,
      }).lines[0];
    const reward = { after: 10, count: 2, givenMinor: 300 };
    expect(line('automatic', 'A text of last year: ★ 10+1 × 2', 'web')).toMatchObject({
      ourDiscountMinor: 300,
      reward,
    });
    expect(line('manual', 'Regulars ★ 10+1 × 2', 'pos')).toMatchObject({ ourDiscountMinor: 300, reward });
    expect(line('manual', 'Regulars ★ 10+1 × 2', 'web')?.reward).toBeUndefined();
    expect(line('automatic', 'Regulars', 'web')?.reward).toBeUndefined();
    expect(line('automatic', 'Buy 10+1', 'web')?.reward).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { DAY_MS } from '../../../shared/domain/calendar/day.ts';
import type { ProductId } from '../../../shared/domain/ids.ts';
import type { OfferGives, Redeemed } from '../../../shared/domain/offer/offer.ts';
import type { Marks, ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { OrderSnapshot, Purchase } from '../../../shared/domain/purchase/purchase.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram, PROGRAM } from '../../support/builders/a-program.ts';
import { aRefund } from '../../support/builders/a-refund.ts';
import { aSnapshot } from '../../support/builders/a-snapshot.ts';
import { midnight } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { lineId, orderId, productId, refundId } from '../../support/builders/ids.ts';

const START = midnight('2026-03-01');
const LIST = Array.from({ length: 10 }, (_, i) => productId(String(i + 1)));
const GIFT = productId('90');
const percent = (discountBp: number): OfferGives => ({ kind: 'percent', discountBp });
const gift = (id: ProductId): OfferGives => ({ kind: 'gift', productId: id });

/** The card of ten of rules 4: five marks bring 3 % once or a gift, seven 5 % or a better one. */
const cardOfTen = (said: Partial<Marks> = {}, window: ProgramVersion['window'] = { kind: 'lifetime' }) =>
  aProgram({
    window,
    mechanic: {
      kind: 'marks',
      products: LIST,
      per: 'product',
      rewards: [
        { marks: 5, gives: [percent(300), gift(GIFT)] },
        { marks: 7, gives: [percent(500), gift(productId('91'))] },
      ],
      lower: 'keeps',
      ...said,
    },
  });

/** The n-th purchase, a day after the one before: so many of each product. */
const bought = (n: number, goods: Readonly<Record<string, number>>): Purchase => ({
  orderId: orderId(String(n)),
  snapshot: aSnapshot({
    orderId: orderId(String(n)),
    processedAt: START + n * DAY_MS,
    lines: Object.entries(goods).map(([id, quantity]) =>
      aLine({ lineId: lineId(id), productId: productId(id), quantity, amountMinor: quantity * 1000 }),
    ),
  }),
  refunds: [],
});

const back = (purchase: Purchase, id: string, quantity = 1): Purchase => ({
  ...purchase,
  refunds: [
    ...purchase.refunds,
    aRefund({
      refundId: refundId(`${purchase.orderId}${id}`),
      orderId: purchase.orderId,
      processedAt: START + 50 * DAY_MS,
      lines: [{ lineId: lineId(id), quantity }],
    }),
  ],
});

const used = (n: number, marks: number, gives: OfferGives = percent(marks === 5 ? 300 : 500)): Redeemed => ({
  programId: PROGRAM,
  offerId: `${marks}` as Redeemed['offerId'],
  marks,
  gives,
  orderId: orderId(String(n)),
});

function look(program: ProgramVersion, purchases: readonly Purchase[], redeemed: readonly Redeemed[] = []) {
  const { marks, offers } = evaluate(program, facts({ purchases, redeemed }), START + 100 * DAY_MS);
  return { ...marks, offers: (offers ?? []).map(({ gives, marks: from }) => [from, gives]) };
}

const one = bought(1, { 1: 3, 2: 1, 3: 1, 4: 1 });

describe('marks on listed products (rules 2.6)', () => {
  it('are set once per product: product 1 three times and 2, 3, 4 are four marks', () => {
    expect(look(cardOfTen(), [one])).toMatchObject({ set: 4, ready: [] });
  });

  it('bring the reward with the fifth product, to be chosen as one of two', () => {
    const seen = look(cardOfTen(), [one, bought(2, { 5: 1 })]);
    expect(seen).toMatchObject({ set: 5, ready: [5], used: 0, deficit: 0 });
    expect(seen.offers).toEqual([
      [5, percent(300)],
      [5, gift(GIFT)],
    ]);
  });

  it('take the reward away again when the fifth product comes back before it was used', () => {
    expect(look(cardOfTen(), [one, back(bought(2, { 5: 1 }), '5')])).toMatchObject({ set: 4, ready: [], offers: [] });
  });

  it('stay while another unit of the product remains', () => {
    expect(look(cardOfTen(), [back(one, '1', 2)])).toMatchObject({ set: 4 });
    expect(look(cardOfTen(), [back(one, '1', 3)])).toMatchObject({ set: 3 });
  });

  it('may be set by every item, and never by what is not listed', () => {
    expect(look(cardOfTen({ per: 'item' }), [one, bought(2, { 77: 9 })])).toMatchObject({ set: 6, ready: [5] });
  });

  it('are kept by a reward below the last one, which is ready once in a cycle', () => {
    const past = [one, bought(2, { 5: 1 }), bought(3, { 6: 1 })];
    expect(look(cardOfTen(), past, [used(3, 5)])).toMatchObject({ set: 6, ready: [], used: 1 });
    expect(look(cardOfTen(), [...past, bought(4, { 7: 1 })], [used(3, 5)])).toMatchObject({ set: 7, ready: [7] });
  });

  it('are spent by it where the merchant says so', () => {
    const program = cardOfTen({ lower: 'spends', per: 'item' });
    const past = [one, bought(2, { 5: 1 })];
    expect(look(program, past, [used(2, 5)])).toMatchObject({ set: 2, ready: [], deficit: 0 });
  });

  it('begin anew with the purchase that took the last reward, whose own marks belong to the new cycle', () => {
    const past = [one, bought(2, { 5: 1, 6: 1, 7: 1 }), bought(3, { 1: 1, 8: 1 })];
    expect(look(cardOfTen(), past, [used(3, 7)])).toMatchObject({ set: 2, ready: [], used: 1 });
  });

  it('are missing under a used reward when a product comes back, and the next ones fill that first', () => {
    const past = [one, back(bought(2, { 5: 1 }), '5'), bought(3, { 70: 1 })];
    expect(look(cardOfTen(), past, [used(3, 5)])).toMatchObject({ set: 4, deficit: 1, ready: [] });
    expect(look(cardOfTen(), [...past, bought(4, { 6: 1 })], [used(3, 5)])).toMatchObject({ set: 5, deficit: 0 });
  });

  it('are missing in the next cycle where the last reward had ended the one before', () => {
    const past = [one, back(bought(2, { 5: 1, 6: 1, 7: 1 }), '7'), bought(3, { 70: 1 })];
    expect(look(cardOfTen(), past, [used(3, 7)])).toMatchObject({ set: 0, deficit: 1 });
    const more = [...past, bought(4, { 1: 1, 2: 1 })];
    expect(look(cardOfTen(), more, [used(3, 7)])).toMatchObject({ set: 1, deficit: 0 });
  });

  it('are gone with the window, and so is what was missing', () => {
    const year = cardOfTen({}, { kind: 'calendar_year' });
    const { marks } = evaluate(year, facts({ purchases: [one] }), midnight('2027-01-01'));
    expect(marks).toEqual({ set: 0, used: 0, deficit: 0, ready: [] });
  });

  it('wait beyond the window where the program lets rewards wait, and are used from the card they are on', () => {
    const year = cardOfTen({ unused: 'never' }, { kind: 'calendar_year' });
    const five = [one, bought(2, { 5: 1 })];
    const at = (day: number) => START + day * DAY_MS;
    const [last, next] = [at(2), at(400)];
    const carried = evaluate(year, facts({ purchases: five }), next);
    expect(carried.marks).toEqual({ set: 0, used: 0, deficit: 0, ready: [5] });
    expect(carried.offers).toEqual(evaluate(year, facts({ purchases: five }), last).offers);
    const again = [...five, bought(390, { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 })];
    const both = evaluate(year, facts({ purchases: again }), next);
    expect(both.marks).toMatchObject({ set: 5, ready: [5, 5] });
    const [older, newer] = [both.offers?.[0], both.offers?.[2]];
    const usedOne = (offer: typeof older) => {
      const use = { ...used(395, 5), offerId: offer?.id ?? used(395, 5).offerId };
      const told = facts({ purchases: [...again, bought(395, { 70: 1 })], redeemed: [use] });
      return evaluate(year, told, next);
    };
    expect(usedOne(older).marks).toMatchObject({ set: 5, used: 1, deficit: 0, ready: [5] });
    expect(usedOne(older).offers?.[0]?.id).toBe(newer?.id);
    expect(usedOne(newer).offers?.[0]?.id).toBe(older?.id);
  });

  it('lapse after so many days of their own, and with the last reward the cycle ends', () => {
    const month = cardOfTen({ unused: { days: 30 } });
    const bothReady = [one, bought(2, { 5: 1 }), bought(12, { 6: 1, 7: 1 })];
    const at = (day: number) => evaluate(month, facts({ purchases: bothReady }), START + day * DAY_MS);
    expect(at(31)).toMatchObject({ marks: { set: 7, ready: [5, 7] }, changesAt: START + 32 * DAY_MS });
    expect(at(32)).toMatchObject({ marks: { set: 7, ready: [7], lapsesAt: START + 42 * DAY_MS } });
    expect(at(42).marks).toEqual({ set: 0, used: 0, deficit: 0, ready: [] });
    const late = facts({ purchases: [...bothReady, bought(43, { 70: 1 })], redeemed: [used(43, 5)] });
    expect(evaluate(month, late, START + 43 * DAY_MS).marks).toMatchObject({ set: 0, used: 1, deficit: 5 });
  });

  it('get a percentage back with the whole purchase, and a gift with its own line', () => {
    const five = [one, bought(2, { 5: 1 })];
    const paid = bought(3, { 70: 1, 90: 1 });
    expect(look(cardOfTen(), [...five, back(paid, '90')], [used(3, 5)])).toMatchObject({ used: 1, ready: [] });
    const whole = back(back(paid, '90'), '70');
    expect(look(cardOfTen(), [...five, whole], [used(3, 5)])).toMatchObject({ used: 0, ready: [5] });
    expect(look(cardOfTen(), [...five, back(paid, '90')], [used(3, 5, gift(GIFT))])).toMatchObject({ used: 0 });
    expect(look(cardOfTen(), [...five, back(paid, '70')], [used(3, 5, gift(GIFT))])).toMatchObject({ used: 1 });
  });

  it('show what two orders used at once as marks that are missing', () => {
    const five = [one, bought(2, { 5: 1 }), bought(3, { 70: 1 }), bought(4, { 70: 1 })];
    expect(look(cardOfTen(), five, [used(3, 5), used(4, 5)])).toMatchObject({ used: 2, deficit: 5, ready: [] });
  });

  it('count a reward that somebody else used with the code, in its place among the purchases', () => {
    const five = [one, bought(2, { 5: 1 }), bought(4, { 6: 1, 7: 1 })];
    const elsewhere = (n: number, marks: number): Redeemed => ({
      ...used(n, marks),
      elsewhere: bought(n, {}).snapshot?.processedAt ?? 0,
    });
    expect(look(cardOfTen(), five, [elsewhere(3, 5)])).toMatchObject({ set: 7, used: 1, deficit: 0, ready: [7] });
    expect(look(cardOfTen(), five, [elsewhere(5, 7)])).toMatchObject({ set: 0, used: 1, ready: [] });
    expect(look(cardOfTen(), five, [elsewhere(3, 5), elsewhere(5, 5)])).toMatchObject({ used: 2, deficit: 3 });
  });
});

describe('what happens to an order, in marks (rules 5)', () => {
  const told = (purchase: Purchase, said: Partial<OrderSnapshot>): Purchase => ({
    ...purchase,
    snapshot: purchase.snapshot === null ? null : { ...purchase.snapshot, ...said },
  });
  const later = { cancelledAt: START + 60 * DAY_MS, updatedAt: START + 60 * DAY_MS };
  const five = [one, bought(2, { 5: 1 })];

  it('cancelled before payment, it sets no mark, and the reward used on it comes back', () => {
    const owed = told(bought(3, { 6: 1, 7: 1 }), { state: 'owed' });
    expect(look(cardOfTen(), [...five, owed], [used(3, 5)])).toMatchObject({ set: 5, used: 0, ready: [5] });
    const gone = told(owed, { state: 'cancelled', ...later });
    expect(look(cardOfTen(), [...five, gone], [used(3, 5)])).toMatchObject({ set: 5, used: 0, ready: [5] });
  });

  it('cancelled after payment, it takes its marks away, with the reward or leaving them missing under it', () => {
    const fifth = told(bought(2, { 5: 1 }), later);
    expect(look(cardOfTen(), [one, fifth])).toMatchObject({ set: 4, ready: [], deficit: 0 });
    const paid = bought(3, { 70: 1 });
    expect(look(cardOfTen(), [one, fifth, paid], [used(3, 5)])).toMatchObject({ set: 4, used: 1, deficit: 1 });
    const both = [one, fifth, told(paid, later)];
    expect(look(cardOfTen(), both, [used(3, 5)])).toMatchObject({ set: 4, used: 0, deficit: 0 });
  });

  it('takes neither marks nor a reward with money alone', () => {
    const goodwill = aRefund({ orderId: orderId('3'), refundId: refundId('39'), lines: [], goodwillMinor: 1000 });
    const paid = { ...bought(3, { 6: 1 }), refunds: [goodwill] };
    expect(look(cardOfTen(), [...five, paid], [used(3, 5)])).toMatchObject({ set: 6, used: 1, deficit: 0 });
  });

  it('exchanged, it has the mark of what is new and not of what came back; a percentage stays on what is kept', () => {
    const exchanged = back(bought(3, { 5: 1, 6: 1 }), '5');
    expect(look(cardOfTen(), [one, exchanged])).toMatchObject({ set: 5, ready: [5] });
    expect(look(cardOfTen(), [...five, exchanged], [used(3, 5)])).toMatchObject({ set: 6, used: 1, deficit: 0 });
  });

  it('with another customer’s after a merge, it hangs its marks on one card, each product once', () => {
    const hers = [bought(4, { 1: 1, 6: 1 }), bought(5, { 70: 1 })];
    expect(look(cardOfTen(), hers)).toMatchObject({ set: 2, ready: [] });
    expect(look(cardOfTen(), [...hers, ...five])).toMatchObject({ set: 6, ready: [5] });
    expect(look(cardOfTen(), [...hers, ...five], [used(5, 5)])).toMatchObject({ set: 6, used: 1, ready: [] });
  });

  it('may be set by every purchase, whatever is bought: a prize after so many of them (product D7)', () => {
    const prize = cardOfTen({ products: [], per: 'purchase', rewards: [{ marks: 3, gives: [gift(GIFT)] }] });
    const three = [bought(1, { 70: 1 }), bought(2, { 71: 2 }), bought(3, { 72: 1, 1: 1 })];
    expect(look(prize, three.slice(0, 2))).toMatchObject({ set: 2, ready: [] });
    expect(look(prize, three)).toMatchObject({ set: 3, ready: [3], offers: [[3, gift(GIFT)]] });
    expect(look(prize, [...three.slice(0, 2), back(three[2] as Purchase, '1')])).toMatchObject({ set: 3 });
    expect(look(prize, [back(three[0] as Purchase, '70'), ...three.slice(1)])).toMatchObject({ set: 2, ready: [] });
    const taken = [...three, bought(4, { 90: 1, 70: 1 })];
    expect(look(prize, taken, [used(4, 3, gift(GIFT))])).toMatchObject({ set: 1, used: 1, ready: [] });
  });
});

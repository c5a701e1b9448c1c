import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { VariantId } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { OrderSnapshot, Purchase, Refund } from '../../../shared/domain/purchase/purchase.ts';
import { createHistory } from '../../../shared/domain/simulation/gather-history.ts';
import { addOwnPurchase, type OwnPast } from '../../../shared/domain/simulation/own-past.ts';
import { simulate } from '../../../shared/domain/simulation/simulate.ts';
import { summaryOf } from '../../../shared/domain/simulation/summary.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import type { Facts } from '../../../shared/domain/standing/standing.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram, levels } from '../../support/builders/a-program.ts';
import { aGoodwill, aRefund } from '../../support/builders/a-refund.ts';
import { aSnapshot } from '../../support/builders/a-snapshot.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { lineId, orderId, refundId } from '../../support/builders/ids.ts';
import { receive } from '../../support/story/delivery.ts';
import { histories } from '../laws/histories.ts';
import { anyProgram } from './random-past.ts';
import { heldMarks } from './reference.ts';

const ANN = 'cus_annannann0';
const PLAIN: OwnPast = { terms: { owedCounts: false }, before: null, costOf: () => null };
const tell = () => undefined;

type Bought = { readonly said?: Partial<OrderSnapshot>; readonly refunds?: readonly Refund[] };

const bought = (id: string, { said = {}, refunds = [] }: Bought = {}): Purchase => ({
  orderId: orderId(id),
  snapshot: aSnapshot({ ...said, orderId: orderId(id) }),
  refunds,
});

/** A program over purchases that the shop has itself; all of them Ann's. */
function over(program: ProgramVersion, purchases: readonly Purchase[], how: Partial<OwnPast> = {}, marginBp = 0) {
  const history = createHistory(() => {
    throw new Error('facts of one order never contradict one another');
  });
  const counted = purchases.filter((purchase) => addOwnPurchase(history, purchase, ANN, { ...PLAIN, ...how }));
  const simulated = simulate(program, history.end(), { mode: 'with_program', marginBp, tell });
  return { counted: counted.length, simulated, ann: simulated.customers[0] };
}

const tenPercent = aProgram({ mechanic: { kind: 'fixed', discountBp: 1000 } });
const later = { processedAt: at('2026-03-01') };

describe('the shop’s own past (decision 0068)', () => {
  it('adds back what our own discount took off, whatever kind it was', () => {
    const line = aLine({ amountMinor: 9_000, ourDiscountMinor: 1_000 });
    const rewarded = aLine({
      quantity: 3,
      amountMinor: 20_000,
      ourDiscountMinor: 10_000,
      reward: { after: 10, count: 1, givenMinor: 10_000 },
    });
    const past = [bought('1', { said: { lines: [line] } }), bought('2', { said: { lines: [rewarded] } })];
    expect(over(tenPercent, past).ann).toMatchObject({ discountMinor: 4_000, bookedMinor: 36_000 });
  });

  it('leaves gift cards out, and an order that is nothing but one', () => {
    const card = aLine({ lineId: lineId('2'), amountMinor: 50_000, isGiftCard: true });
    const past = [bought('1', { said: { lines: [aLine(), card] } }), bought('2', { said: { lines: [card] } })];
    expect(over(tenPercent, past)).toMatchObject({ counted: 1, ann: { orders: 1, bookedMinor: 9_000 } });
  });

  it('takes a cancelled order back on the day it was cancelled, and not before', () => {
    const program = levels('100.00 → 10 %');
    const cancelled = bought('1', { said: { cancelledAt: at('2026-02-10') } });
    const before = bought('2', { said: { processedAt: at('2026-02-01') } });
    const after = bought('3', { said: later });
    expect(over(program, [cancelled, before]).ann).toMatchObject({ discountMinor: 1_000, returnedMinor: 10_000 });
    expect(over(program, [cancelled, after]).ann).toMatchObject({
      discountMinor: 0,
      standing: { spentMinor: 10_000, purchases: 1 },
    });
  });

  it('takes money given back without goods off the amount alone, and no more than is left', () => {
    const program = levels('100.00 → 10 %');
    const goodwill = (minor: number) => bought('1', { refunds: [aGoodwill(minor)] });
    expect(over(program, [goodwill(1), bought('2', { said: later })]).ann).toMatchObject({
      discountMinor: 0,
      returnedMinor: 1,
      standing: { spentMinor: 19_999, purchases: 2, items: 2 },
    });
    expect(over(program, [goodwill(99_999)]).ann).toMatchObject({
      returnedMinor: 10_000,
      standing: { spentMinor: 0, purchases: 0, items: 1 },
    });
  });

  it('spreads money given back over the lines that are left, at what they would have been booked', () => {
    const lines = [aLine({ amountMinor: 30_000 }), aLine({ lineId: lineId('2'), amountMinor: 10_000 })];
    const back = aRefund({
      refundId: refundId('5002'),
      processedAt: at('2026-03-01'),
      lines: [{ lineId: lineId('2'), quantity: 1 }],
    });
    // 270.00 and 90.00; 40.00 off them by value leave 240.00 and 80.00; the 80.00 come back.
    const past = [bought('1', { said: { lines }, refunds: [aGoodwill(4_000), back] })];
    expect(over(tenPercent, past).ann).toMatchObject({ returnedMinor: 12_000, standing: { spentMinor: 24_000 } });
  });

  it('counts what an edit left of a line, at the value its first units had', () => {
    const line = aLine({ quantity: 3, removedQuantity: 1, amountMinor: 10_000 });
    expect(over(tenPercent, [bought('1', { said: { lines: [line] } })]).ann).toMatchObject({
      discountMinor: 667,
      bookedMinor: 6_000,
      standing: { items: 2 },
    });
  });

  it('knows neither tests nor what was not paid; terms orders where the merchant counts them', () => {
    const states = ['owed', 'cancelled', 'deleted'] as const;
    const past = [
      bought('1', { said: { isTest: true } }),
      ...states.map((state, i) => bought(String(i + 2), { said: { state } })),
      { orderId: orderId('9'), snapshot: null, refunds: [aRefund()] },
    ];
    expect(over(tenPercent, past).counted).toBe(0);
    expect(over(tenPercent, past, { terms: { owedCounts: true } }).counted).toBe(1);
  });

  it('knows nothing of what came back after the period', () => {
    const past = [bought('1', { refunds: [aRefund(), aGoodwill(500, { refundId: refundId('5002') })] })];
    expect(over(tenPercent, past, { before: at('2026-02-10') }).ann).toMatchObject({ returnedMinor: 0 });
    expect(over(tenPercent, past, { before: at('2026-02-10') + 1 }).ann).toMatchObject({ returnedMinor: 9_000 });
  });

  it('holds lines to the floor where the unit cost of the variant is known', () => {
    const line = aLine({ variantId: '77' as VariantId, quantity: 2, amountMinor: 20_000 });
    const costOf = (variant: VariantId) => (variant === '77' ? 9_500 : null);
    const { ann, simulated } = over(tenPercent, [bought('1', { said: { lines: [line] } })], { costOf });
    expect(ann).toMatchObject({ discountMinor: 1_000, floorSavedMinor: 1_000 });
    expect(summaryOf(tenPercent, simulated).margin).toEqual({ beforeMinor: 1_000, afterMinor: 0 });
  });

  it('tells where it was bought', () => {
    const said = { channel: 'till', locationId: '61' as OrderSnapshot['locationId'] } as const;
    const { simulated } = over(tenPercent, [bought('1', { said }), bought('2')]);
    expect(simulated.places.map(({ locationId, channel, orders }) => [locationId, channel, orders])).toEqual([
      [61, 'till', 1],
      [null, 'web', 1],
    ]);
  });
});

const EVERYONE = { kind: 'everyone' } as const;

/**
 * What the world has told, as if no reward of ours had ever been given. Of the returns of one order that happen at one
 * instant, money is given back last here, so at most one of those gives any.
 */
function plainly(told: Facts): readonly Purchase[] {
  return told.purchases.map(({ orderId: id, snapshot, refunds }) => {
    const lines = (snapshot?.lines ?? []).map(({ reward: _reward, ...line }) => line);
    const instants = new Set<number>();
    const apart = refunds.filter(({ processedAt }) => !instants.has(processedAt) && instants.add(processedAt));
    return { orderId: id, snapshot: snapshot && { ...snapshot, lines }, refunds: apart };
  });
}

describe('what is always true of the shop’s own past', () => {
  it('leaves each customer, without a discount of ours, with the very standing that the facts give', () => {
    fc.assert(
      fc.property(histories, anyProgram, fc.boolean(), (deliveries, someProgram, owedCounts) => {
        const program = { ...someProgram, membership: EVERYONE };
        const purchases = plainly(deliveries.reduce(receive, facts()));
        const history = createHistory(() => undefined);
        for (const one of purchases) addOwnPurchase(history, one, ANN, { ...PLAIN, terms: { owedCounts } });
        const { customers, endsAt } = simulate(program, history.end(), { mode: 'as_happened', marginBp: null, tell });
        const found = customers[0];
        if (found === undefined || endsAt === null) return;
        const wanted = evaluate(program, facts({ purchases, owedCounts }), endsAt);
        const { spentMinor, purchases: count, items, level, position, discountBp: bp } = wanted;
        const marks = heldMarks(wanted);
        const { rewards: _rewards, ...standing } = found.standing;
        expect(standing).toEqual({ bp, level, position, spentMinor, purchases: count, items, marks });
        expect(found.standing.rewards?.ready).toBe(wanted.rewards?.ready);
      }),
      { seed: 681, numRuns: 10_000 },
    );
  });
});

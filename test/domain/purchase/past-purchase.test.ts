import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pastPurchases } from '../../../server/command/import/past-purchases.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import { compareIds } from '../../../shared/domain/purchase/compare-ids.ts';
import { foreignOrderId, parseForeignOrderId } from '../../../shared/domain/purchase/foreign.ts';
import {
  contentOf,
  purchaseOfPast,
  saysAll,
  type ToldPurchase,
  toldAfter,
} from '../../../shared/domain/purchase/past-purchase.ts';
import { simulate } from '../../../shared/domain/simulation/simulate.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { facts } from '../../support/builders/facts.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';
import { chance, shuffled } from '../../support/story/shuffle.ts';
import { historyOf, type Told } from '../simulation/past.ts';
import { anyProgram, pasts } from '../simulation/random-past.ts';
import { order } from '../simulation/run.ts';

const EURO = { currency: 'EUR', toldAt: Date.UTC(2026, 5, 1), ids: 'other' } as const;

/** As a file tells it: no money given back without goods. */
const ofFile = (past: readonly Told[]): readonly Told[] => past.map(({ goodwill: _none, ...told }) => told);
const toldOf = (past: readonly Told[], toldAt: Instant = EURO.toldAt): readonly ToldPurchase[] =>
  [...pastPurchases(historyOf(ofFile(past)))].flatMap(
    (purchase) => purchaseOfPast(purchase, { ...EURO, toldAt }) ?? [],
  );
const purchase = (told: ToldPurchase) => ({ orderId: told.snapshot.orderId, ...told });
const one = (...past: readonly Told[]): ToldPurchase => {
  const [told] = toldOf(past);
  if (told === undefined) throw new Error('nothing told');
  return told;
};

describe('orders of another system', () => {
  it('give everybody what the simulation says they would have as it happened', () => {
    fc.assert(
      fc.property(pasts, anyProgram, fc.nat(), (past, drawn, seed) => {
        const program = { ...drawn, membership: { kind: 'everyone' } as const };
        const tell = () => undefined;
        const history = historyOf(ofFile(past));
        const simulated = simulate(program, history, { mode: 'as_happened', marginBp: null, tell });
        const told = shuffled(toldOf(past), chance(seed));
        same(told.length, past.length);
        for (const { customerId, standing: wanted } of simulated.customers) {
          const theirs = told.filter(({ snapshot }) => snapshot.foreignCustomerId === customerId).map(purchase);
          const found = evaluate(program, facts({ purchases: theirs }), simulated.endsAt ?? 0);
          const { spentMinor, purchases, items, level, position, discountBp: bp, rewards } = found;
          const seen = { bp, level, position, spentMinor, purchases, items, used: rewards?.used ?? 0 };
          const { rewards: waiting, ...plain } = wanted;
          same(
            { ...seen, ready: rewards?.ready ?? 0, deficit: rewards?.deficit ?? 0, progress: rewards?.progress ?? 0 },
            {
              bp: plain.bp,
              level: plain.level,
              position: plain.position,
              spentMinor: plain.spentMinor,
              purchases: plain.purchases,
              items: plain.items,
              used: waiting?.used ?? 0,
              ready: waiting?.ready ?? 0,
              deficit: waiting?.deficit ?? 0,
              progress: waiting?.progress ?? 0,
            },
          );
        }
      }),
      runs(581),
    );
  });

  it('can be taken for none of Shopify’s, whatever they are called', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat().map(String), fc.string({ minLength: 1, maxLength: 90 })), (id) => {
        const foreign = foreignOrderId(id);
        expect(/^\d+$/.test(foreign)).toBe(false);
        if (!/\p{Cc}/u.test(id)) expect(parseForeignOrderId(foreign)).toBe(foreign);
      }),
      runs(582, 1000),
    );
    for (const id of ['7001', 'gid://shopify/Order/7001', 'foreign:', '', 'foreign:a\nb', `foreign:${'x'.repeat(101)}`])
      expect([id, parseForeignOrderId(id)]).toEqual([id, null]);
  });

  it('stand behind Shopify’s at one instant, and among themselves by the number they had', () => {
    const ids = ['9', '10', 'a2'].map(foreignOrderId);
    expect([...ids, '70001'].reverse().sort(compareIds)).toEqual(['70001', ...ids]);
  });

  it('are paid at what was charged back then, with returns that are the same whenever they are told', () => {
    const back = { at: Date.UTC(2026, 1, 3), quantity: 1 };
    const told = one(order('77', Date.UTC(2026, 0, 5), { quantity: 3, amountMinor: 1000, returns: [back] }));
    expect(told.snapshot).toMatchObject({ orderId: 'foreign:77', name: '77', state: 'paid', foreignCustomerId: '7' });
    expect(told.snapshot).toMatchObject({ shopifyCustomerId: null, currency: 'EUR', channel: 'other' });
    expect(told.snapshot.lines).toEqual([expect.objectContaining({ amountMinor: 1000, priceMinor: 334, quantity: 3 })]);
    expect(told.refunds).toEqual([expect.objectContaining({ processedAt: back.at, goodwillMinor: 0 })]);
  });

  it('are Shopify’s own where the file calls them so, and what no number of Shopify’s is none of them', () => {
    const named = (orderId: string, customerId: string | null) => {
      const [purchase] = pastPurchases(historyOf([order(orderId, 0, {}, customerId)]));
      return purchase === undefined ? null : purchaseOfPast(purchase, { ...EURO, ids: 'shopify' });
    };
    expect(named('7001', '7')?.snapshot).toMatchObject({ orderId: '7001', shopifyCustomerId: '7' });
    expect(named('7001', '7')?.snapshot.foreignCustomerId).toBeUndefined();
    expect(named('7001', null)?.snapshot).toMatchObject({ shopifyCustomerId: null });
    expect([named('A7', '7'), named('7001', 'ann')]).toEqual([null, null]);
    const [long] = pastPurchases(historyOf([order('7001', 0, {}, 'x'.repeat(101))]));
    expect(long === undefined || purchaseOfPast(long, EURO)).toBeNull();
  });

  it('name nobody again whom somebody has had forgotten', () => {
    const told = one(order('77', 0));
    const forgotten = { ...purchase(told), snapshot: { ...told.snapshot, updatedAt: told.snapshot.updatedAt + 1 } };
    expect(toldAfter(purchase(told), told)).toBe(told);
    expect(toldAfter(null, told)).toBe(told);
    expect(toldAfter(forgotten, told).snapshot.foreignCustomerId).toBeUndefined();
  });

  it('say the same when told again, and something else when corrected', () => {
    const back = { at: Date.UTC(2026, 1, 3), quantity: 1 };
    const day = Date.UTC(2026, 0, 5);
    const known = one(order('77', day, { quantity: 3, returns: [back] }));
    const [again] = toldOf([order('77', day, { quantity: 3, returns: [back] })], EURO.toldAt + 1);
    const corrected = one(order('77', day, { quantity: 3, amountMinor: 9000, returns: [back] }));
    const without = one(order('77', day, { quantity: 3 }));
    if (again === undefined) throw new Error('nothing told');
    expect(contentOf(again)).toBe(contentOf(known));
    expect(contentOf(corrected)).not.toBe(contentOf(known));
    expect([again, corrected, without].map((told) => saysAll(purchase(known), told))).toEqual([true, false, false]);
    expect(saysAll(purchase(without), known)).toBe(false);
  });
});

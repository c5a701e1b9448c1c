import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type AskedLine,
  explainQuote,
  type QuoteExplanation,
} from '../../../shared/domain/explanation/explain-quote.ts';
import { ON_THE_WEB } from '../../../shared/domain/program/where.ts';
import { quoteCart } from '../../../shared/domain/quote/quote-cart.ts';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import { rewardClaimOf } from '../../../shared/domain/standing/reward-claim.ts';
import { aHeldCard, aNumber } from '../../support/builders/a-card.ts';
import { aProgram, levels, nthItem } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { aRefund } from '../../support/builders/a-refund.ts';
import { at } from '../../support/builders/at.ts';
import { facts, given } from '../../support/builders/facts.ts';
import { orderId, programId, refundId } from '../../support/builders/ids.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';
import { type Delivery, receive } from '../../support/story/delivery.ts';
import { asOfs, histories, programs } from '../laws/histories.ts';
import { known } from '../laws/kept.ts';

const NOW = at('2026-03-01');
const line = (said: Partial<AskedLine> = {}): AskedLine => ({
  id: 'a',
  quantity: 1,
  amountMinor: 10_000,
  floorMinor: 0,
  isGiftCard: false,
  ...said,
});
const bought = facts({ purchases: [aPurchase({ lines: [{ ...aPurchaseLine(), amountMinor: 60_000 }] })] });
function aPurchaseLine() {
  const [first] = aPurchase().snapshot.lines;
  if (first === undefined) throw new Error('a purchase has a line');
  return first;
}

describe('why a cart is quoted as it is', () => {
  it('names the rule, the standing and the purchases behind it, line by line', () => {
    const why = explainQuote([levels('500.00 → 3 %, 800.00 → 5 %')], bought, [line()], { at: NOW, place: ON_THE_WEB });
    expect(why).toMatchObject({
      at: NOW,
      best: { discountBp: 300 },
      totalMinor: 300,
      lines: [{ id: 'a', discountMinor: 300, wantedMinor: 300, discountBp: 300, rewards: 0 }],
      programs: [
        {
          basis: { kind: 'level', level: 0, reached: 'now' },
          standing: { spentMinor: 60_000 },
          behind: { purchases: [{ name: '#1001', netMinor: 60_000 }], more: 0 },
        },
      ],
    });
  });

  it('says what a cap cut, also where it left nothing, and the floor before it', () => {
    const program = aProgram({ caps: { orderMinor: 600, monthMinor: null } });
    const lines = [line({ floorMinor: 9_800 }), line({ id: 'b' }), line({ id: 'c' })];
    const why = explainQuote([program], facts(), lines, { at: NOW, place: ON_THE_WEB });
    const cuts = why.lines.map(({ discountMinor, capSavedMinor, wantedMinor }) => [
      discountMinor,
      capSavedMinor,
      wantedMinor,
    ]);
    expect(cuts).toEqual([
      [200, 0, 500],
      [400, 100, 500],
      [0, 500, 500],
    ]);
  });

  it('says what the floor cut, also where it left nothing', () => {
    const lines = [line({ floorMinor: 9_450 }), line({ id: 'b', floorMinor: 10_000 })];
    const why = explainQuote([aProgram({ mechanic: { kind: 'fixed', discountBp: 1_000 } })], facts(), lines, {
      at: NOW,
      place: ON_THE_WEB,
    });
    expect(why.lines).toMatchObject([
      { discountMinor: 550, wantedMinor: 1_000, floorMinor: 9_450 },
      { discountMinor: 0, wantedMinor: 1_000, floorMinor: 10_000, discountBp: 1_000 },
    ]);
    expect([why.totalMinor, why.floorSavedMinor]).toEqual([550, 1_450]);
  });

  it('tells rewards from percentages, and gives nothing on a gift card', () => {
    const why = explainQuote([nthItem('1 → 50 %')], bought, [line(), line({ id: 'b', isGiftCard: true })], {
      at: NOW,
      place: ON_THE_WEB,
    });
    expect(why.lines).toMatchObject([
      { rewards: 1, discountBp: 0, discountMinor: 10_000 },
      { rewards: 0, discountMinor: 0, programId: null, isGiftCard: true },
    ]);
  });

  it('is by the version in force at its instant, whatever came after', () => {
    const [first, second] = [1, 2].map((version) =>
      aProgram({
        version,
        effectiveAt: version === 1 ? 0 : NOW,
        mechanic: { kind: 'fixed', discountBp: 100 * version },
      }),
    );
    const versions = [first, second].flatMap((one) => one ?? []);
    const told = (when: number) => explainQuote(versions, facts(), [line()], { at: when, place: ON_THE_WEB });
    expect([told(NOW - 1).totalMinor, told(NOW).totalMinor]).toEqual([100, 200]);
    expect(told(NOW - 1).programs.map(({ version }) => version.version)).toEqual([1]);
  });
});

const lines = fc
  .array(fc.tuple(fc.nat(50_000), fc.integer({ min: 1, max: 5 }), fc.nat(30_000)), { minLength: 1, maxLength: 4 })
  .map((some) =>
    some.map(([amountMinor, quantity, floorMinor], i) => line({ id: String(i), amountMinor, quantity, floorMinor })),
  );

/** What happens after an instant: something bought, something brought back, a card, a level by hand. */
const afterwards = (then: number): readonly Delivery[] => {
  const bought = aPurchase({ orderId: orderId('60'), processedAt: then + 1 });
  const back = aRefund({ orderId: orderId('8'), refundId: refundId('8099'), processedAt: then + 1 });
  return [
    { kind: 'purchase', orderId: bought.orderId, snapshot: bought.snapshot, refunds: [] },
    { kind: 'purchase', orderId: orderId('8'), snapshot: null, refunds: [back] },
    { kind: 'card', card: aHeldCard({ number: aNumber(9), issuedAt: then + 1 }) },
    { kind: 'manual', fact: given(9_900, { sequence: 99, at: then + 1 }) },
  ];
};

/** All that it says but what lies ahead of its instant: when time changes it next, since when there is a card. */
const tell = ({ programs: told, ...why }: QuoteExplanation) => ({
  ...why,
  programs: told.map(({ standing: { changesAt: _changesAt, ...standing }, basis: { kind }, ...rest }) => {
    return { ...rest, kind, standing };
  }),
});

describe('an old quote', () => {
  it('is worked out again to the minor unit, whatever happened since', () => {
    const other = { kind: 'fixed', discountBp: 150 } as const;
    fc.assert(
      fc.property(histories, programs, asOfs, lines, (deliveries, program, then, cart) => {
        const fixed = aProgram({ programId: programId('prg_fixed00000'), mechanic: other });
        const before = known(deliveries);
        const standing = evaluateAll([program, fixed], before, then);
        const quoted = quoteCart(cart, claimsOf(standing), rewardClaimOf(standing));
        const published = { ...program, version: 2, effectiveAt: then + 1, mechanic: other };
        const later = afterwards(then).reduce(receive, before);
        const why = explainQuote([program, fixed, published], later, cart, { at: then, place: ON_THE_WEB });
        same(tell(why), tell(explainQuote([program, fixed], before, cart, { at: then, place: ON_THE_WEB })));
        same([why.totalMinor, why.floorSavedMinor], [quoted.totalMinor, quoted.floorSavedMinor]);
        const cut = why.lines.reduce((sum, one) => sum + one.wantedMinor - one.discountMinor, 0);
        same(
          why.lines.reduce((sum, one) => sum + one.discountMinor, 0),
          why.totalMinor,
        );
        same(cut >= why.floorSavedMinor, true);
      }),
      runs(594),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ProgramVersion, Referral } from '../../../shared/domain/program/program.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import { orderId as idOf } from '../../support/builders/ids.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';
import type { Delivery } from '../../support/story/delivery.ts';
import { receive } from '../../support/story/delivery.ts';
import { chance } from '../../support/story/shuffle.ts';
import { asOfs, END, histories, programs } from './histories.ts';
import { again, known, nothingKept, refresh, sumOfJournal, sumOfStanding } from './kept.ts';

const referrals: fc.Arbitrary<Referral> = fc.record({
  welcomeBp: fc.constant(800),
  bonusBp: fc.constantFrom(1, 500, 9_900),
  bonus: fc.constantFrom('once', 'once', 'for_good'),
  withinDays: fc.constantFrom(1, 30, 365),
});

const handing: fc.Arbitrary<ProgramVersion> = fc
  .tuple(programs, referrals)
  .map(([program, referral]) => ({ ...program, referral }));

/** The same orders as if friends had made them with the giver's card, under numbers of their own. */
const asFriends = (told: readonly Delivery[]): readonly Delivery[] =>
  told.flatMap((delivery): readonly Delivery[] => {
    if (delivery.kind !== 'purchase') return [];
    const orderId = idOf(`7${delivery.orderId}`);
    const snapshot = delivery.snapshot === null ? null : { ...delivery.snapshot, orderId };
    const refunds = delivery.refunds.map((refund) => ({ ...refund, orderId }));
    return [{ kind: 'friend', orderId, snapshot, refunds }];
  });

const givers = fc
  .tuple(histories, histories)
  .map(([own, friends]): readonly Delivery[] => [...asFriends(friends), ...own]);

const figuresOf = (told: readonly Delivery[], program: ProgramVersion, asOf: number) =>
  evaluateAll([program], known(told), asOf).standings;

describe('cards handed on, told in any order, any number of times (rules 2.7, 6.1)', () => {
  it('give the giver the same standing', () => {
    let brought = 0;
    fc.assert(
      fc.property(givers, handing, asOfs, fc.nat(), (told, program, asOf, seed) => {
        const standings = figuresOf(told, program, asOf);
        same(figuresOf(again(told, seed), program, asOf), standings);
        brought += standings[0]?.referral?.brought ?? 0;
      }),
      runs(271),
    );
    expect(brought).toBeGreaterThan(100);
  });

  it('give journals that add up to the same', () => {
    let bonuses = 0;
    fc.assert(
      fc.property(givers, handing, fc.nat(), (told, program, seed) => {
        const standing = told.length === 0 ? null : evaluateAll([program], known(told), END);
        for (const way of [told, again(told, seed)]) {
          const kept = nothingKept();
          const random = chance(seed);
          for (const [i, delivery] of way.entries()) {
            kept.facts = receive(kept.facts, delivery);
            if (i === way.length - 1 || random() < 0.3) refresh(kept, program, END);
          }
          same(sumOfJournal(kept), sumOfStanding(standing));
          bonuses += sumOfJournal(kept)?.bonus_ready ?? 0;
        }
      }),
      runs(272, 3000),
    );
    expect(bonuses).toBeGreaterThan(50);
  });

  it('never leave a bonus ready beside a deficit, nor more ready than friends, nor a discount above the price', () => {
    fc.assert(
      fc.property(givers, handing, asOfs, (told, program, asOf) => {
        for (const { referral, discountBp, takesPart } of figuresOf(told, program, asOf)) {
          expect(discountBp).toBeLessThanOrEqual(10_000);
          if (referral === undefined) return expect(takesPart).toBe(false);
          const { brought, ready, used, deficit } = referral;
          expect(ready).toBeLessThanOrEqual(brought);
          expect(ready * deficit).toBe(0);
          if (program.referral?.bonus === 'once') expect(ready - deficit).toBe(brought - used);
        }
      }),
      runs(273, 3000),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import type { Facts } from '../../../shared/domain/standing/standing.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';
import { type Delivery, receive } from '../../support/story/delivery.ts';
import { chance } from '../../support/story/shuffle.ts';
import { asOfs, END, histories, programs } from './histories.ts';
import { again, known, nothingKept, refresh, sumOfJournal, sumOfStanding } from './kept.ts';

/** The journal of somebody whose standing is refreshed after some deliveries, and after the last. */
function journalOf(told: readonly Delivery[], program: ProgramVersion, seed: number) {
  const kept = nothingKept();
  const random = chance(seed);
  for (const [i, delivery] of told.entries()) {
    kept.facts = receive(kept.facts, delivery);
    if (i === told.length - 1 || random() < 0.3) refresh(kept, program, END);
  }
  return sumOfJournal(kept);
}

describe('deliveries in any order, any number of times (rules 6.1)', () => {
  it('give the same facts and the same standing', () => {
    fc.assert(
      fc.property(histories, programs, asOfs, fc.nat(), fc.boolean(), (deliveries, program, asOf, seed, owed) => {
        const [once, mixed] = [known(deliveries, owed), known(again(deliveries, seed), owed)];
        const byId = (all: Facts) => [...all.purchases].sort((a, b) => Number(a.orderId) - Number(b.orderId));
        same(byId(mixed), byId(once));
        same(evaluateAll([program], mixed, asOf), evaluateAll([program], once, asOf));
      }),
      runs(11),
    );
  });

  it('give journals that add up to the same, whatever way each of them took', () => {
    fc.assert(
      fc.property(histories, programs, fc.nat(), (deliveries, program, seed) => {
        const sums = [deliveries, again(deliveries, seed)].map((told) => journalOf(told, program, seed));
        const standing = deliveries.length === 0 ? null : evaluateAll([program], known(deliveries), END);
        same(sums, [sumOfStanding(standing), sumOfStanding(standing)]);
        expect(sums[0]).toBeDefined();
      }),
      runs(12),
    );
  });
});

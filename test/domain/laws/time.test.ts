import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';
import { type Delivery, receive } from '../../support/story/delivery.ts';
import { asOfs, END, histories, ofSteps, programs } from './histories.ts';
import { aheadOf, known, letTimePass, nothingKept, refresh, sumOfJournal, sumOfStanding } from './kept.ts';

const DAY_MS = 86_400_000;

/** The instant of what is told; an order's is the day it was made, whenever it is told. */
function datedAt(delivery: Delivery): number {
  if (delivery.kind === 'card') return delivery.card.issuedAt;
  if (delivery.kind === 'manual') return delivery.fact.at;
  return Math.max(delivery.snapshot?.processedAt ?? 0, ...delivery.refunds.map(({ processedAt }) => processedAt));
}

describe('time', () => {
  it('finds what is stored equal to what a rebuild from the facts gives, whenever one looks (rules 6.2)', () => {
    const when = fc.array(fc.nat(200 * DAY_MS), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(histories, programs, when, (deliveries, program, gaps) => {
        const kept = nothingKept();
        let now = END - 3 * 365 * DAY_MS;
        for (const [i, gap] of gaps.entries()) {
          letTimePass(kept, program, now, now + gap);
          now += gap;
          if (kept.copy !== null) same(kept.copy.standings, evaluateAll([program], kept.facts, now).standings);
          const delivery = deliveries[i];
          if (delivery === undefined) continue;
          kept.facts = receive(kept.facts, delivery);
          refresh(kept, program, now);
        }
        const standing = kept.copy === null ? null : evaluateAll([program], kept.facts, now);
        same(sumOfJournal(kept), sumOfStanding(standing));
      }),
      runs(13),
    );
  });

  it('alone changes nothing before the instant that is known for it', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 3 });
    fc.assert(
      fc.property(histories, programs, asOfs, shares, (deliveries, program, asOf, some) => {
        const all = known(deliveries);
        const [before] = evaluateAll([program], all, asOf).standings;
        const to = Math.min(before?.changesAt ?? END * 2, aheadOf(all, asOf));
        for (const at of [to - 1, ...some.map((share) => asOf + Math.floor(((to - 1 - asOf) / 1000) * share))])
          same(evaluateAll([program], all, at).standings, [before]);
      }),
      runs(17),
    );
  });

  it('takes a step back, or begins a new window, at the very instant that is known for it (rules 2.5)', () => {
    fc.assert(
      fc.property(histories, ofSteps, asOfs, (deliveries, program, asOf) => {
        const all = known(deliveries.filter((delivery) => datedAt(delivery) <= asOf));
        const before = evaluate(program, all, asOf);
        const { changesAt } = before;
        fc.pre(changesAt !== null && changesAt < aheadOf(all, asOf));
        const after = evaluate(program, all, changesAt ?? 0);
        const begins = after.windowStartsAt === changesAt;
        expect(begins ? after.position === 0 : after.position < before.position).toBe(true);
      }),
      runs(18),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainPurchase } from '../../../shared/domain/explanation/explain-purchase.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { compareIds } from '../../../shared/domain/purchase/compare-ids.ts';
import { bestClaim } from '../../../shared/domain/quote/quote-cart.ts';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import type { Facts } from '../../../shared/domain/standing/standing.ts';
import { aProgram } from '../../support/builders/a-program.ts';
import { facts } from '../../support/builders/facts.ts';
import { programId } from '../../support/builders/ids.ts';
import { receive } from '../../support/story/delivery.ts';
import { histories, programs } from '../laws/histories.ts';

const FIXED = aProgram({ programId: programId('prg_fixed00000'), mechanic: { kind: 'fixed', discountBp: 150 } });

/** Every instant at which something is dated. */
const instantsOf = ({ purchases, cards, manual }: Facts): readonly number[] => [
  ...purchases.flatMap(({ snapshot, refunds }) => [
    snapshot?.processedAt ?? -1,
    snapshot?.cancelledAt ?? -1,
    ...refunds.map(({ processedAt }) => processedAt),
  ]),
  ...[...cards.map(({ issuedAt }) => issuedAt), ...manual.map(({ at }) => at)],
];

const bpOf = (versions: readonly ProgramVersion[], known: Facts, asOf: number): number =>
  bestClaim(claimsOf(evaluateAll(versions, known, asOf)))?.discountBp ?? 0;

describe('an explanation (rules 1)', () => {
  it('says what the claims were just before each purchase, as if it and all after it had never been told', () => {
    let alone = 0;
    const look = (known: Facts, versions: readonly ProgramVersion[]): void => {
      for (const { orderId, snapshot } of known.purchases) {
        if (snapshot === null) continue;
        const at = snapshot.processedAt;
        const { best, programs: told } = explainPurchase(versions, known, snapshot);
        const earlier = known.purchases.filter((other) => {
          const gap = (other.snapshot?.processedAt ?? at + 1) - at;
          return gap < 0 || (gap === 0 && compareIds(other.orderId, orderId) < 0);
        });
        const before = facts({ ...known, purchases: earlier });
        expect(best?.discountBp ?? 0).toBe(bpOf(versions, before, at));
        expect(best?.discountBp ?? 0).toBe(Math.max(0, ...told.map(({ standing }) => standing.discountBp)));
        // Where nothing else is dated at that instant and no time ran out at it, a moment before it was the same.
        const changes = evaluateAll(versions, before, at - 1).standings.some(({ changesAt }) => changesAt === at);
        if (changes || instantsOf(known).filter((each) => each === at).length !== 1) continue;
        alone += 1;
        expect(best?.discountBp ?? 0).toBe(bpOf(versions, before, at - 1));
      }
    };
    fc.assert(
      fc.property(histories, programs, fc.boolean(), (deliveries, program, owedCounts) => {
        look(deliveries.reduce(receive, facts({ owedCounts })), [program, FIXED]);
      }),
      { seed: 57, numRuns: 2000 },
    );
    expect(alone).toBeGreaterThan(1000);
  });

  it('shows purchases that add up to the accumulation, all of them or the newest ten', () => {
    fc.assert(
      fc.property(histories, programs, (deliveries, program) => {
        const known = deliveries.reduce(receive, facts());
        for (const { orderId, snapshot } of known.purchases) {
          if (snapshot === null) continue;
          for (const { behind, standing, basis } of explainPurchase([program], known, snapshot).programs) {
            const names = behind.purchases.map((purchase) => purchase.orderId);
            expect(names).not.toContain(orderId);
            if (basis.kind === 'level' && basis.reached === 'window_before') continue;
            expect(behind.purchases.length + behind.more).toBe(standing.purchases);
            expect(behind.purchases.reduce((sum, { netMinor }) => sum + netMinor, 0)).toBe(standing.spentMinor);
          }
        }
      }),
      { seed: 58, numRuns: 2000 },
    );
  });
});

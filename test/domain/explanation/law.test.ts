import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainPurchase } from '../../../shared/domain/explanation/explain-purchase.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { compareIds } from '../../../shared/domain/purchase/compare-ids.ts';
import type { OrderSnapshot } from '../../../shared/domain/purchase/purchase.ts';
import { bestClaim } from '../../../shared/domain/quote/quote-cart.ts';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import type { Facts } from '../../../shared/domain/standing/standing.ts';
import { aProgram } from '../../support/builders/a-program.ts';
import { facts } from '../../support/builders/facts.ts';
import { programId } from '../../support/builders/ids.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';
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

/** Each law looks at one purchase of each history, at another one each time. */
const whichOnes = fc.nat(99);

function oneOf({ purchases }: Facts, which: number): OrderSnapshot {
  const told = purchases.flatMap(({ snapshot }) => snapshot ?? []);
  const found = told[which % told.length];
  if (found === undefined) throw new Error('every history has purchases');
  return found;
}

describe('an explanation (rules 1)', () => {
  it('says what the claims were just before each purchase, as if it and all after it had never been told', () => {
    let alone = 0;
    const look = (known: Facts, versions: readonly ProgramVersion[], snapshot: OrderSnapshot): void => {
      const at = snapshot.processedAt;
      const { best, programs: told } = explainPurchase(versions, known, snapshot);
      const earlier = known.purchases.filter((other) => {
        const gap = (other.snapshot?.processedAt ?? at + 1) - at;
        return gap < 0 || (gap === 0 && compareIds(other.orderId, snapshot.orderId) < 0);
      });
      const before = facts({ ...known, purchases: earlier });
      const wanted = bpOf(versions, before, at);
      same([best?.discountBp ?? 0, Math.max(0, ...told.map(({ standing }) => standing.discountBp))], [wanted, wanted]);
      // Where nothing else is dated at that instant and no time ran out at it, a moment before it was the same.
      if (instantsOf(known).filter((each) => each === at).length !== 1) return;
      if (evaluateAll(versions, before, at - 1).standings.some(({ changesAt }) => changesAt === at)) return;
      alone += 1;
      same(best?.discountBp ?? 0, bpOf(versions, before, at - 1));
    };
    fc.assert(
      fc.property(histories, programs, fc.boolean(), whichOnes, (deliveries, program, owedCounts, which) => {
        const known = deliveries.reduce(receive, facts({ owedCounts }));
        look(known, [program, FIXED], oneOf(known, which));
      }),
      runs(57),
    );
    expect(alone).toBeGreaterThan(runs(57).numRuns / 2);
  });

  it('shows purchases that add up to the accumulation, all of them or the newest ten', () => {
    fc.assert(
      fc.property(histories, programs, whichOnes, (deliveries, program, which) => {
        const known = deliveries.reduce(receive, facts());
        const snapshot = oneOf(known, which);
        for (const { behind, standing, basis } of explainPurchase([program], known, snapshot).programs) {
          same(
            behind.purchases.filter(({ orderId }) => orderId === snapshot.orderId),
            [],
          );
          if (basis.kind === 'level' && basis.reached === 'window_before') continue;
          const sum = behind.purchases.reduce((total, { netMinor }) => total + netMinor, 0);
          same([behind.purchases.length + behind.more, sum], [standing.purchases, standing.spentMinor]);
        }
      }),
      runs(58),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bestClaim } from '../../../shared/domain/quote/quote-cart.ts';
import { type Addable, withAdded } from '../../../shared/domain/standing/added.ts';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import { aProgram } from '../../support/builders/a-program.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { programId } from '../../support/builders/ids.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';

const [A, B, C] = ['prg_a', 'prg_b', 'prg_c'].map(programId) as [never, never, never];
const giving = (id: never, discountBp: number, addedUpToBp?: number) =>
  aProgram({
    programId: id,
    mechanic: { kind: 'fixed', discountBp },
    ...(addedUpToBp === undefined ? {} : { addedUpToBp }),
  });
const claims = (...programs: ReturnType<typeof giving>[]) => claimsOf(evaluateAll(programs, facts(), at('2026-02-01')));

const owed: fc.Arbitrary<readonly Addable[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(A, B, C),
      discountBp: fc.integer({ min: 1, max: 10_000 }),
      capMinor: fc.option(fc.nat(9_000), { nil: undefined }),
      upToBp: fc.option(fc.integer({ min: 1, max: 10_000 })),
    }),
    { selector: ({ id }) => id, maxLength: 3 },
  )
  .map((some) =>
    some.map(({ id, discountBp, capMinor, upToBp }) => ({
      claim: { programId: id, discountBp, ...(capMinor === undefined ? {} : { capMinor }) },
      upToBp,
    })),
  );

describe('several programs of one customer (rules 3.2)', () => {
  it('are never added unless the merchant says so: the best counts', () => {
    expect(bestClaim(claims(giving(A, 300), giving(B, 500)))).toEqual({ programId: B, discountBp: 500 });
  });

  it('are added to the best one where the merchant says so, up to the cap that is given with it', () => {
    const added = { programId: B, discountBp: 800, with: [A] };
    expect(bestClaim(claims(giving(A, 300, 1_000), giving(B, 500)))).toEqual(added);
    expect(bestClaim(claims(giving(A, 300, 700), giving(B, 500)))).toEqual({ ...added, discountBp: 700 });
    expect(bestClaim(claims(giving(A, 300, 900), giving(B, 500, 800), giving(C, 200)))).toMatchObject({
      programId: C,
      discountBp: 800,
    });
  });

  it('give the best alone where the limit is lower than that', () => {
    expect(bestClaim(claims(giving(A, 300, 400), giving(B, 500)))).toEqual({ programId: B, discountBp: 500 });
  });

  it('never come to more than their limits, nor than what they give one by one', () => {
    fc.assert(
      fc.property(owed, (some) => {
        const added = withAdded(some);
        if (added === null) return;
        const limits = some.flatMap(({ upToBp }) => upToBp ?? []);
        const sum = some.reduce((total, { claim }) => total + claim.discountBp, 0);
        const caps = some
          .filter(({ claim }) => [added.programId, ...(added.with ?? [])].includes(claim.programId))
          .flatMap(({ claim }) => claim.capMinor ?? []);
        const cap = caps.length === 0 ? undefined : Math.min(...caps);
        same([added.discountBp <= Math.min(sum, ...limits), added.capMinor, limits.length > 0], [true, cap, true]);
      }),
      runs(731),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import { aProgram, levels, PROGRAM } from '../../support/builders/a-program.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { programId } from '../../support/builders/ids.ts';

describe('what checkout may give', () => {
  it('is the discount of each program the customer takes part in, and nothing of nothing', () => {
    const byCard = { kind: 'card', fromMinor: 0, earlier: 'ignored' } as const;
    const programs = [
      aProgram(),
      levels('500.00 → 1 %', { programId: programId('prg_b') }),
      aProgram({ programId: programId('prg_c'), membership: byCard }),
    ];
    expect(claimsOf(evaluateAll(programs, facts(), at('2026-02-01')))).toEqual([
      { programId: PROGRAM, discountBp: 500 },
    ]);
  });
});

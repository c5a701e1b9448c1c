import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { CustomerId, Instant, ProgramId, ShopId } from '../../../shared/domain/ids.ts';
import { isOfLevel, manualLevel } from '../../../shared/domain/standing/manual-level.ts';
import type { ManualFact } from '../../../shared/domain/standing/standing.ts';
import type { Advance } from '../standing/advance-standing.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';

type Given = readonly { readonly programId: ProgramId; readonly discountBp: number }[];

/** What was given by hand and still holds, program by program. */
function givenBy(facts: readonly ManualFact[], asOf: Instant): Given {
  const programs = [...new Set(facts.filter(isOfLevel).map(({ programId }) => programId))].sort();
  return programs
    .map((programId) => ({ programId, discountBp: manualLevel(facts, programId, asOf) }))
    .filter(({ discountBp }) => discountBp > 0);
}

const hasJoined = (facts: readonly ManualFact[], from: CustomerId): boolean =>
  facts.some((fact) => fact.kind === 'level_joined' && fact.from === from);

/**
 * Evaluates both anew after a merge: the one that stays has everything, the other nothing any more. Levels given by
 * hand are joined, the higher one stays (rules 5); told twice, they are brought once, even when taken back in between.
 */
export function createJoinStandings({ stores, clock }: Pick<UseCaseDeps, 'stores' | 'clock'>, advance: Advance) {
  return async (shop: ShopId, from: Customer, to: Customer): Promise<void> => {
    const given = givenBy(await stores.journal.manualFacts(shop, from.id), clock.now());
    await advance(shop, to.id, null, ({ facts }) => {
      const brings = hasJoined(facts.manual, from.id) ? [] : given;
      return { cause: { kind: 'merged', from: from.id, given: brings }, decides: brings.length > 0 };
    });
    await advance(shop, from.id, null, () => ({
      cause: { kind: 'merged', from: from.id, given: [] },
      decides: false,
    }));
  };
}

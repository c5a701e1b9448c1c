import type { Fault } from '../../../shared/domain/fault.ts';
import type { CustomerId, ProgramId, ShopId } from '../../../shared/domain/ids.ts';
import type { Cause } from '../../../shared/domain/journal/journal.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import { manualLevel } from '../../../shared/domain/standing/manual-level.ts';
import { findCustomer } from '../customer/follow-merges.ts';
import { AppError } from '../ports/app-error.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import type { Advance, Decide } from './advance-standing.ts';
import { isNobody } from './read-facts.ts';

const WHOLE = 10_000;
const TRIES_MAX = 5;

const bpFaults = (discountBp: number | null): readonly Fault[] => {
  const fits = discountBp === null || (Number.isInteger(discountBp) && discountBp > 0 && discountBp <= WHOLE);
  return fits ? [] : [{ path: 'discountBp', code: 'discount_out_of_range', facts: { maxBp: WHOLE } }];
};

/**
 * VIP by hand: a floor under what is earned, or its end (`discountBp` null). The journal entry carries the fact, so it
 * is appended even where nothing else changes; what is so already is not said twice.
 */
export function createGiveLevel({ stores }: Pick<UseCaseDeps, 'stores'>, advance: Advance): UseCases['giveLevel'] {
  return async (shop, customerId, programId, discountBp, note, by) => {
    const faults = bpFaults(discountBp);
    if (faults.length > 0) return refused({ code: 'faults', faults });
    if ((await livingId(stores, shop, customerId)) === null) return refused({ code: 'unknown_customer' });
    if ((await stores.programs.find(shop, programId)) === null) return refused({ code: 'unknown_program' });
    const decide = decideOn(causeOf(programId, discountBp, note));
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const id = await livingId(stores, shop, customerId);
      const advanced = id === null ? null : await advance(shop, id, by, decide);
      if (id === null || advanced === null) return refused({ code: 'unknown_customer' });
      // Merged away meanwhile: the merge may have read what was given before this; it is said to the one who stays.
      if ((await livingId(stores, shop, customerId)) === id) return ok(advanced.standing);
    }
    throw new AppError('customer_contended', true);
  };
}

async function livingId(
  { customers }: UseCaseDeps['stores'],
  shop: ShopId,
  id: CustomerId,
): Promise<CustomerId | null> {
  const customer = await findCustomer(customers, shop, id);
  return customer === null || isNobody(customer) ? null : customer.id;
}

const causeOf = (programId: ProgramId, discountBp: number | null, note: string) =>
  discountBp === null
    ? ({ kind: 'level_taken', programId, note } as const)
    : ({ kind: 'level_given', programId, discountBp, note } as const);

const decideOn =
  (cause: Extract<Cause, { kind: 'level_given' | 'level_taken' }>): Decide =>
  ({ facts, asOf }) => {
    const floor = manualLevel(facts.manual, cause.programId, asOf);
    return { cause, decides: floor !== (cause.kind === 'level_given' ? cause.discountBp : 0) };
  };

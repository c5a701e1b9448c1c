import type { CustomerId, Instant, ShopId } from '../../../shared/domain/ids.ts';
import { difference } from '../../../shared/domain/journal/difference.ts';
import type { Cause, JournalEntry } from '../../../shared/domain/journal/journal.ts';
import { manualFactsOf } from '../../../shared/domain/journal/manual-facts.ts';
import type { CustomerStanding, Facts } from '../../../shared/domain/standing/standing.ts';
import { AppError } from '../ports/app-error.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { By } from '../use-cases.ts';
import { createFollowStanding } from './follow-standing.ts';
import { isNobody, type Known, readFacts } from './read-facts.ts';
import { emptyStanding, workOut } from './work-out.ts';

/** Another process may take the number meanwhile; five losses in a row are no coincidence. */
const TRIES_MAX = 5;

/** What is known at the moment of deciding: `last` was read before the facts. */
export type Seen = { readonly last: JournalEntry | null; readonly facts: Facts; readonly asOf: Instant };

/** Why the journal is written to. A cause that carries a fact (a level given, a merge) is a decision of ours. */
export type Decide = (seen: Seen) => { readonly cause: Cause; readonly decides: boolean };

export type Advance = (
  shop: ShopId,
  customerId: CustomerId,
  by: By,
  decide: Decide,
) => Promise<{ readonly outcome: 'appended' | 'unchanged'; readonly standing: CustomerStanding } | null>;

export type AdvanceDeps = Pick<UseCaseDeps, 'stores' | 'clock' | 'ids' | 'nudgeOutbox'>;

/**
 * The one way in which a standing moves (style.md 4, steps 8–12): reads the last sequence first, then the facts, works
 * out, and appends the difference to the journal's last entry under the next number; then everything that follows from
 * the journal follows. Without a difference nothing is appended, but what follows is made good where an earlier try was
 * cut short. Null: nobody the shop knows.
 */
export function createAdvanceStanding(deps: AdvanceDeps): Advance {
  const follow = createFollowStanding(deps);
  const { stores, clock } = deps;
  return async (shop, customerId, by, decide) => {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const last = await stores.journal.last(shop, customerId);
      const asOf = Math.max(clock.now(), last?.asOf ?? 0);
      const known = await readFacts(stores, shop, customerId);
      if (known === null) return null;
      if (isNobody(known.customer) && last === null && known.copy === null) return nothingKept(asOf);
      const entry = entryOf(deps, { last, known, asOf, by, decide });
      if (entry.isNew && (await stores.journal.append(shop, entry.entry)) === 'sequence_taken') continue;
      await follow(shop, { known, last, stored: entry.stored });
      return { outcome: entry.isNew ? 'appended' : 'unchanged', standing: entry.stored.standing };
    }
    throw new AppError('standing_contended', true);
  };
}

/** Of somebody erased nothing is kept, not even that there is nothing. */
const nothingKept = (asOf: Instant) => ({ outcome: 'unchanged', standing: emptyStanding(asOf) }) as const;

type Draft = {
  readonly last: JournalEntry | null;
  readonly known: Known;
  readonly asOf: Instant;
  readonly by: By;
  readonly decide: Decide;
};

type Drafted =
  | { readonly isNew: true; readonly entry: JournalEntry; readonly stored: StoredStanding }
  | { readonly isNew: false; readonly stored: StoredStanding };

/** The entry that would come next. A decision is part of the facts it is judged by: it holds from its own instant. */
function entryOf({ ids, clock }: AdvanceDeps, { last, known, asOf, by, decide }: Draft): Drafted {
  const { facts, customer, versions } = known;
  const { cause, decides } = decide({ last, facts, asOf });
  const customerId = customer.id;
  const sequence = (last?.sequence ?? 0) + 1;
  const decided = decides ? manualFactsOf({ cause, asOf, sequence }) : [];
  const all = { ...facts, manual: [...facts.manual, ...decided] };
  const standing = isNobody(customer) ? emptyStanding(asOf) : workOut(versions, all, asOf);
  const changes = difference(last?.standing ?? null, standing);
  if (changes.length === 0 && !decides)
    return { isNew: false, stored: { customerId, sequence: sequence - 1, standing } };
  const entry = { id: ids.journalEntry(), customerId, sequence, at: clock.now(), asOf, by, cause, changes, standing };
  return { isNew: true, entry, stored: { customerId, sequence, standing } };
}

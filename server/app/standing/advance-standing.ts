import type { CustomerId, Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { Cause, JournalEntry } from '../../../shared/domain/journal/journal.ts';
import { manualFactsOf } from '../../../shared/domain/journal/manual-facts.ts';
import type { CustomerStanding, Facts } from '../../../shared/domain/standing/standing.ts';
import type { By } from '../by.ts';
import { AppError } from '../ports/app-error.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { figuresOf } from './figures-of.ts';
import { createFollowStanding } from './follow-standing.ts';
import { nextEntry } from './next-entry.ts';
import { isNobody, type Known, readFacts } from './read-facts.ts';
import { emptyStanding, workOut } from './work-out.ts';

/** Another process may take the number meanwhile; five losses in a row are no coincidence. */
const TRIES_MAX = 5;

/** What is known at the moment of deciding: `last` was read before the facts. */
export type Seen = { readonly last: JournalEntry | null; readonly facts: Facts; readonly asOf: Instant };

/** Why the journal is written to. A cause that carries a fact (a level given, a merge) decides, unless of nobody. */
export type Decide = (seen: Seen) => { readonly cause: Cause; readonly decides: boolean };

export type Advance = (
  shop: ShopId,
  customerId: CustomerId,
  by: By,
  decide: Decide,
) => Promise<{ readonly outcome: 'appended' | 'unchanged'; readonly standing: CustomerStanding } | null>;

export type AdvanceDeps = Pick<UseCaseDeps, 'stores' | 'clock' | 'ids' | 'nudgeOutbox'>;

/**
 * Moves a standing, and after it those of givers: a friend's orders, and what is known of the friend, are facts of
 * whoever handed the card on (rules 2.7). A giver's own giver learns nothing by that, so it ends there.
 */
export function createAdvanceStanding(deps: AdvanceDeps): Advance {
  const advance = createAdvanceOne(deps);
  return async (shop, customerId, by, decide) => {
    const advanced = await advance(shop, customerId, by, decide);
    if (advanced === null) return null;
    const { givers, ...answer } = advanced;
    for (const giverId of givers)
      await advance(shop, giverId, null, () => ({ cause: { kind: 'referred' }, decides: false }));
    return answer;
  };
}

type Advanced = NonNullable<Awaited<ReturnType<Advance>>> & { readonly givers: ReadonlySet<CustomerId> };

/**
 * The one way in which a standing moves (style.md 4, steps 8–12): reads the last sequence first, then the facts (in one
 * question), works out, and appends the difference to the journal's last entry under the next number; then everything
 * that follows from the journal follows. Without a difference nothing is appended, but what follows is made good where
 * an earlier try was cut short. Null: nobody the shop knows.
 */
function createAdvanceOne(deps: AdvanceDeps) {
  const follow = createFollowStanding(deps);
  const { stores, clock } = deps;
  return async (...[shop, customerId, by, decide]: Parameters<Advance>): Promise<Advanced | null> => {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const now = clock.now();
      const known = await readFacts(stores, shop, customerId);
      if (known === null) return null;
      const { last } = known;
      const asOf = Math.max(now, last?.asOf ?? 0);
      if (isNobody(known.customer) && last === null && known.copy === null) return nothingKept(asOf);
      const decision = decide({ last, facts: known.facts, asOf });
      const { cause } = decision;
      const decides = decision.decides && !isNobody(known.customer);
      const before = { sequence: last?.sequence ?? 0, standing: last?.standing ?? null };
      const standing = standingWith(known, decides ? { cause, asOf, sequence: before.sequence + 1 } : null, asOf);
      const next = { customerId, last: before, standing, cause, decides, by };
      const { entry, stored } = nextEntry(deps, next);
      if (entry !== null && (await stores.journal.append(shop, entry)) === 'sequence_taken') continue;
      await follow(shop, { ...known, lastSequence: before.sequence, stored, shown: figuresOf({ stored, ...known }) });
      const givers = new Set(known.givers.map(({ giverId }) => giverId).filter((id) => id !== customerId));
      return { outcome: entry === null ? 'unchanged' : 'appended', standing, givers };
    }
    throw new AppError('standing_contended', true);
  };
}

/** Of somebody erased nothing is kept, not even that there is nothing. */
const nothingKept = (asOf: Instant) =>
  ({ outcome: 'unchanged', standing: emptyStanding(asOf), givers: new Set<CustomerId>() }) as const;

/** A decision is part of the facts it is judged by: it holds from its own instant. */
function standingWith(
  { customer, versions, facts }: Known,
  decided: Pick<JournalEntry, 'cause' | 'asOf' | 'sequence'> | null,
  asOf: Instant,
): CustomerStanding {
  if (isNobody(customer)) return emptyStanding(asOf);
  const manual = decided === null ? facts.manual : [...facts.manual, ...manualFactsOf(decided)];
  return workOut(versions, { ...facts, manual }, asOf);
}

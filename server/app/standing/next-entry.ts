import type { CustomerId } from '../../../shared/domain/ids.ts';
import { difference } from '../../../shared/domain/journal/difference.ts';
import type { Cause, JournalEntry } from '../../../shared/domain/journal/journal.ts';
import type { CustomerStanding } from '../../../shared/domain/standing/standing.ts';
import type { By } from '../by.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';

/** What the journal said last; before its first entry number 0 and nothing. */
export type Last = { readonly sequence: number; readonly standing: CustomerStanding | null };

export type Next = {
  readonly customerId: CustomerId;
  readonly last: Last;
  readonly standing: CustomerStanding;
  readonly cause: Cause;
  /** The cause carries a decision of ours: it is written down even where nothing else is different. */
  readonly decides: boolean;
  readonly by: By;
};

/** The entry that comes next, null without a difference, and the copy that belongs to it. */
export function nextEntry(
  { ids, clock }: Pick<UseCaseDeps, 'ids' | 'clock'>,
  { customerId, last, standing, cause, decides, by }: Next,
): { readonly entry: JournalEntry | null; readonly stored: StoredStanding } {
  const changes = difference(last.standing, standing);
  if (changes.length === 0 && !decides)
    return { entry: null, stored: { customerId, sequence: last.sequence, standing } };
  const sequence = last.sequence + 1;
  const { asOf } = standing;
  const entry = { id: ids.journalEntry(), customerId, sequence, at: clock.now(), asOf, by, cause, changes, standing };
  return { entry, stored: { customerId, sequence, standing } };
}

import type { CustomerId, Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import type { Stores } from '../ports/stores.ts';
import { isNobody, readFacts } from '../standing/read-facts.ts';
import { emptyStanding, workOut } from '../standing/work-out.ts';

/** Whether time alone has changed what the copy says. */
export const isOver = ({ standing }: StoredStanding, now: Instant): boolean =>
  standing.standings.some(({ changesAt }) => changesAt !== null && changesAt <= now);

/**
 * What a holder is owed at this moment. The copy, as long as time alone has not changed it; a window ends at its
 * instant, whether or not a job has run, so after it the facts are asked. Nothing is written.
 */
export async function standingNow(
  stores: Stores,
  shop: ShopId,
  customerId: CustomerId,
  copy: StoredStanding | null,
  now: Instant,
): Promise<StoredStanding | null> {
  if (copy !== null && !isOver(copy, now)) return copy;
  const known = await readFacts(stores, shop, customerId);
  if (known === null) return null;
  const standing = isNobody(known.customer) ? emptyStanding(now) : workOut(known.versions, known.facts, now);
  return { customerId, sequence: copy?.sequence ?? 0, standing };
}

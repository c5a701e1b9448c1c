import type { Instant, OrderId, ProgramId } from '../ids.ts';
import type { ProgramVersion } from '../program/program.ts';
import { compareIds } from '../purchase/compare-ids.ts';
import { isPurchase, netPurchase } from '../purchase/net-purchase.ts';
import type { Purchase } from '../purchase/purchase.ts';
import { evaluate } from '../standing/evaluate.ts';
import type { Facts, Standing } from '../standing/standing.ts';
import type { Redeemed } from './offer.ts';

/** An order that used a reward which was not there any more: another order had used it (rules 2.8). */
export type Conflict = { readonly programId: ProgramId; readonly orderId: OrderId };

const timeOf = ({ snapshot }: Purchase): Instant => snapshot?.processedAt ?? Number.POSITIVE_INFINITY;
const inTime = (a: Purchase, b: Purchase): number => timeOf(a) - timeOf(b) || compareIds(a.orderId, b.orderId);

/** Whether anything is left of the goods at `asOf`; what is not paid yet holds its reward as well. */
function holds(purchase: Purchase | undefined, asOf: Instant): boolean {
  if (purchase === undefined) return true;
  if (!isPurchase(purchase.snapshot, { owedCounts: true })) return false;
  return (netPurchase(purchase, asOf, { owedCounts: true })?.items ?? 0) > 0;
}

/** The uses of one reward by code, in order of purchase: every one after the first that still stands. */
function ofCodes({ redeemed, purchases }: Facts, asOf: Instant): readonly Conflict[] {
  const byOrder = new Map(purchases.map((purchase) => [purchase.orderId, purchase]));
  const groups = new Map<string, Redeemed[]>();
  for (const use of redeemed) {
    if (!holds(byOrder.get(use.orderId), asOf)) continue;
    const key = `${use.programId} ${use.offerId}`;
    groups.set(key, [...(groups.get(key) ?? []), use]);
  }
  // An order that is somebody else's has no place among the customer's own; it comes last.
  const place = ({ orderId }: Redeemed) => byOrder.get(orderId) ?? { orderId, snapshot: null, refunds: [] };
  return [...groups.values()].flatMap((uses) =>
    uses.length < 2 ? [] : uses.sort((a, b) => inTime(place(a), place(b))).slice(1),
  );
}

const tookRewards = ({ snapshot }: Purchase): boolean =>
  snapshot?.lines.some(({ reward }) => reward !== undefined && reward.count > 0) ?? false;

/** Rewards of the n-th item (rules 2.4): an order with which items are missing that were not missing before it. */
function ofNthItem(version: ProgramVersion, facts: Facts, asOf: Instant): readonly Conflict[] {
  const bought = facts.purchases.filter((purchase) => timeOf(purchase) <= asOf).sort(inTime);
  const deficitOf = (count: number, at: Instant): number =>
    evaluate(version, { ...facts, purchases: bought.slice(0, count) }, at).rewards?.deficit ?? 0;
  return bought.flatMap((purchase, i) => {
    if (!tookRewards(purchase) || !holds(purchase, asOf)) return [];
    const at = timeOf(purchase);
    const { programId } = version;
    return deficitOf(i + 1, at) > deficitOf(i, at) ? [{ programId, orderId: purchase.orderId }] : [];
  });
}

const byProgram = (a: Conflict, b: Conflict): number =>
  a.programId === b.programId ? compareIds(a.orderId, b.orderId) : a.programId < b.programId ? -1 : 1;

/**
 * Rewards that were used twice (rules 2.8, 6.6), as the facts have them at `asOf`: of two orders that used the same,
 * the second. One by code stands as long as both orders do; one of the n-th item as long as its program misses items,
 * which is when the merchant can still be said to have given too much. Ordered by program, then order.
 */
export function conflictsOf(
  standings: readonly Standing[],
  versions: readonly ProgramVersion[],
  facts: Facts,
  asOf: Instant,
): readonly Conflict[] {
  const found = ofCodes(facts, asOf).map(({ programId, orderId }) => ({ programId, orderId }));
  for (const { programId, version, rewards } of standings) {
    if (rewards === undefined || rewards.deficit === 0) continue;
    const inForce = versions.find((each) => each.programId === programId && each.version === version);
    if (inForce !== undefined) found.push(...ofNthItem(inForce, facts, asOf));
  }
  return found.sort(byProgram);
}

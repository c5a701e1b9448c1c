import type { Instant, OrderId } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { versionAt } from '../../../shared/domain/program/version-at.ts';
import { netPurchase, type Terms } from '../../../shared/domain/purchase/net-purchase.ts';
import type { NetPurchase, Purchase } from '../../../shared/domain/purchase/purchase.ts';

/** The later of two; at the same instant the higher number, as orders are numbered. */
const later = (a: NetPurchase, b: NetPurchase): NetPurchase =>
  b.processedAt > a.processedAt || (b.processedAt === a.processedAt && b.orderId > a.orderId) ? b : a;

/**
 * The purchase on whose occasion a card is handed over when nobody names one: the customer's latest of at least the
 * program's amount (rules 1). With it the purchase that earned the card counts, and those before it do not.
 */
export function givingPurchase(
  versions: readonly ProgramVersion[],
  purchases: readonly Purchase[],
  terms: Terms,
  now: Instant,
): OrderId | null {
  const membership = versionAt(versions, now)?.membership;
  if (membership?.kind !== 'card') return null;
  const giving = purchases
    .flatMap((purchase) => netPurchase(purchase, now, terms) ?? [])
    .filter((net) => net.counts && net.amountMinor >= membership.fromMinor);
  return giving.length === 0 ? null : giving.reduce(later).orderId;
}

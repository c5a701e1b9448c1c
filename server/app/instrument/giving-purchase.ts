import type { Instant, OrderId } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { versionAt } from '../../../shared/domain/program/version-at.ts';
import { netPurchase, type Terms } from '../../../shared/domain/purchase/net-purchase.ts';
import type { NetPurchase, Purchase } from '../../../shared/domain/purchase/purchase.ts';
import { earnsCard } from '../../../shared/domain/standing/due-card.ts';

/** The later of two; at the same instant the higher number, as orders are numbered. */
const later = (a: NetPurchase, b: NetPurchase): NetPurchase =>
  b.processedAt > a.processedAt || (b.processedAt === a.processedAt && b.orderId > a.orderId) ? b : a;

/**
 * The purchase on whose occasion a card is handed over when nobody names one: the customer's latest of at least the
 * program's amount in its goods (rules 1). With it the purchase that earned the card counts, those before it do not.
 */
export function givingPurchase(
  versions: readonly ProgramVersion[],
  purchases: readonly Purchase[],
  terms: Terms,
  now: Instant,
): OrderId | null {
  const version = versionAt(versions, now);
  if (version === null) return null;
  const giving = purchases.flatMap((purchase) => netPurchase(purchase, now, terms) ?? []).filter(earnsCard(version));
  return giving.length === 0 ? null : giving.reduce(later).orderId;
}

import type { WindowBounds } from '../calendar/window.ts';
import type { Instant } from '../ids.ts';
import { compareIds, isPurchase, netPurchase, type Terms } from '../purchase/net-purchase.ts';
import type { Purchase } from '../purchase/purchase.ts';

/** What a window adds up. Spend in minor units, net. */
export type Accumulated = { readonly spentMinor: number; readonly purchases: number; readonly items: number };

export const NOTHING: Accumulated = { spentMinor: 0, purchases: 0, items: 0 };

const madeAt = (purchase: Purchase): Instant => purchase.snapshot?.processedAt ?? 0;

/** Purchases that are some, in their order: by `processedAt`, then order id, never by arrival (rules 1). */
export function inOrder(purchases: readonly Purchase[], terms: Terms): readonly Purchase[] {
  return purchases
    .filter((p) => isPurchase(p.snapshot, terms))
    .sort((a, b) => madeAt(a) - madeAt(b) || compareIds(a.orderId, b.orderId));
}

/** Those of the ordered purchases that lie in the window, from `countsFrom` on. */
export function within(ordered: readonly Purchase[], bounds: WindowBounds, countsFrom: Instant): readonly Purchase[] {
  const from = Math.max(countsFrom, bounds.startsAt ?? Number.NEGATIVE_INFINITY);
  const to = bounds.endsAt ?? Number.POSITIVE_INFINITY;
  return ordered.filter((p) => madeAt(p) >= from && madeAt(p) < to);
}

/** Adds up the purchases, net at `asOf`. */
export function accumulate(purchases: readonly Purchase[], asOf: Instant, terms: Terms): Accumulated {
  let { spentMinor, purchases: count, items } = NOTHING;
  for (const purchase of purchases) {
    const net = netPurchase(purchase, asOf, terms);
    if (net === null) continue;
    spentMinor += net.amountMinor;
    items += net.items;
    if (net.counts) count += 1;
  }
  return { spentMinor, purchases: count, items };
}

type Turn = Accumulated & { readonly at: Instant };

/** How one purchase changed the accumulation: when it was made, at each return, and when it was cancelled. */
function turnsOf(purchase: Purchase, asOf: Instant, terms: Terms): readonly Turn[] {
  const { snapshot, refunds } = purchase;
  if (snapshot === null) return [];
  const instants = [snapshot.processedAt, snapshot.cancelledAt ?? asOf, ...refunds.map((r) => r.processedAt)];
  const happened = instants.filter((at) => at >= snapshot.processedAt && at <= asOf);
  const points = [...new Set(happened)].sort((a, b) => a - b);
  let before = NOTHING;
  return points.map((at) => {
    const now = accumulate([purchase], at, terms);
    const turn = {
      at,
      spentMinor: now.spentMinor - before.spentMinor,
      purchases: now.purchases - before.purchases,
      items: now.items - before.items,
    };
    before = now;
    return turn;
  });
}

/** The net accumulation after each instant at which it changed, in order, up to `asOf`. */
export function course(purchases: readonly Purchase[], asOf: Instant, terms: Terms): readonly Accumulated[] {
  const turns = purchases.flatMap((p) => turnsOf(p, asOf, terms)).sort((a, b) => a.at - b.at);
  const after: Accumulated[] = [];
  let sum = NOTHING;
  turns.forEach((turn, i) => {
    sum = {
      spentMinor: sum.spentMinor + turn.spentMinor,
      purchases: sum.purchases + turn.purchases,
      items: sum.items + turn.items,
    };
    if (turns[i + 1]?.at !== turn.at) after.push(sum);
  });
  return after;
}

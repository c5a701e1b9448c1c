import type { Instant } from '../ids.ts';
import type { ProgramVersion } from '../program/program.ts';
import { holdsOf, type Scope } from '../program/scope.ts';
import { holdsAt } from '../program/where.ts';
import { compareIds } from '../purchase/compare-ids.ts';
import { netPurchase, type Terms } from '../purchase/net-purchase.ts';
import type { NetLine, Purchase } from '../purchase/purchase.ts';
import type { Facts } from './standing.ts';

/** What a window adds up. Spend in minor units, net. */
export type Accumulated = { readonly spentMinor: number; readonly purchases: number; readonly items: number };

export const NOTHING: Accumulated = { spentMinor: 0, purchases: 0, items: 0 };

/** A purchase made by `asOf`, and what is left of it then. */
export type Made = {
  readonly purchase: Purchase;
  readonly at: Instant;
  readonly left: Accumulated;
  readonly lines: readonly NetLine[];
};

/** What no item is left of is worth nothing, so an amount above zero is an item with one. */
function measure(lines: readonly NetLine[]): Accumulated {
  let [spentMinor, items] = [0, 0];
  for (const line of lines) {
    spentMinor += line.amountMinor;
    items += line.items;
  }
  return { spentMinor, purchases: spentMinor > 0 ? 1 : 0, items };
}

/** What was bought by `asOf`, in its order: by `processedAt`, then order id, never by arrival (rules 1). */
export function madeBy(facts: Facts, asOf: Instant): readonly Made[] {
  const made: Made[] = [];
  for (const purchase of facts.purchases) {
    const net = netPurchase(purchase, asOf, facts);
    if (net !== null) made.push({ purchase, at: net.processedAt, left: measure(net.lines), lines: net.lines });
  }
  return made.sort((a, b) => a.at - b.at || compareIds(a.purchase.orderId, b.purchase.orderId));
}

type Bounded = Pick<ProgramVersion, 'scope' | 'where'>;

/**
 * Of each purchase the lines in a program's scope, and what they come to: only they count (rules 1), and only of
 * purchases where the program holds.
 */
export function scopedTo({ scope, where }: Bounded, all: readonly Made[]): readonly Made[] {
  const isHere = ({ purchase: { snapshot } }: Made) => snapshot !== null && holdsAt(where, snapshot);
  const made = where === undefined ? all : all.filter(isHere);
  if (scope === undefined) return made;
  const holds = holdsOf(scope);
  return made.map((one) => {
    const lines = one.lines.filter(({ productId }) => holds(productId));
    return lines.length === one.lines.length ? one : { ...one, lines, left: measure(lines) };
  });
}

/** Adds up what is left of the purchases. */
export function sumOf(made: readonly Made[]): Accumulated {
  let [spentMinor, purchases, items] = [0, 0, 0];
  for (const { left } of made) {
    spentMinor += left.spentMinor;
    purchases += left.purchases;
    items += left.items;
  }
  return { spentMinor, purchases, items };
}

/** Up to when, on which terms, and of which goods a course is told. */
export type Course = { readonly asOf: Instant; readonly terms: Terms; readonly scope: Scope | undefined };

/** What one instant brought or took. */
type Turn = Accumulated & { readonly at: Instant };

/** How one purchase changed the accumulation up to `asOf`: when it was made, at each return, when it was cancelled. */
function turnsOf({ purchase, at: madeAt, left }: Made, { asOf, terms, scope }: Course): readonly Turn[] {
  const cancelledAt = purchase.snapshot?.cancelledAt ?? null;
  if (purchase.refunds.length === 0 && cancelledAt === null) return [{ ...left, at: madeAt }];
  const later = [...purchase.refunds.map((r) => r.processedAt), cancelledAt ?? madeAt];
  const instants = [madeAt, ...later.filter((at) => at > madeAt && at <= asOf).sort((a, b) => a - b)];
  const holds = holdsOf(scope);
  let before = NOTHING;
  return [...new Set(instants)].map((at) => {
    const net = netPurchase(purchase, at, terms);
    const now = net === null ? NOTHING : measure(net.lines.filter(({ productId }) => holds(productId)));
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

/**
 * The net accumulation after each instant at which it changed, in order, up to `asOf`, by which all of it was made.
 * What happens at one instant happens together.
 */
export function course(made: readonly Made[], asked: Course): readonly Accumulated[] {
  const turns = made.flatMap((m) => turnsOf(m, asked)).sort((a, b) => a.at - b.at);
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

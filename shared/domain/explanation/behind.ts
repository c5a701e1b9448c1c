import { type Held, heldAt, heldBefore } from '../standing/held.ts';
import { partOf } from '../standing/membership.ts';
import type { Seen } from './basis.ts';
import type { Basis, ExplainedProgram } from './explanation.ts';

/** So many purchases are named one by one. */
export const NAMED_MAX = 10;

function heldBy({ version, facts, made, at }: Seen, basis: Basis): Held {
  const part = partOf(version, facts, at);
  const held = heldAt(version, part, made, at);
  if (basis.kind !== 'level' || basis.reached !== 'window_before') return held;
  return heldBefore(version, part, made, held.bounds) ?? held;
}

/** The purchases of the accumulation that decided, newest first; a fixed percentage adds nothing up. */
export function behindOf(seen: Seen, basis: Basis): ExplainedProgram['behind'] {
  if (seen.version.mechanic.kind === 'fixed') return { purchases: [], more: 0 };
  const counted = heldBy(seen, basis).made.filter(({ left }) => left.purchases > 0);
  const purchases = counted
    .slice(-NAMED_MAX)
    .reverse()
    .map(({ purchase: { orderId, snapshot }, at, left: { spentMinor } }) => {
      return { orderId, name: snapshot?.name ?? '', at, netMinor: spentMinor };
    });
  return { purchases, more: counted.length - purchases.length };
}

import type { Instant } from '../ids.ts';
import type { PastOfCustomer } from './history.ts';

/** A return in a customer's past: which order it belongs to, and which of its lines. */
type Return = { readonly at: Instant; readonly order: number; readonly line: number; readonly quantity: number };

/** What happened at one instant: orders from `from` up to `to`, and what came back. */
export type Turn = {
  readonly at: Instant;
  readonly from: number;
  readonly to: number;
  readonly returns: readonly Return[];
};

function returnsOf({ orders, comesBack, orderAt }: PastOfCustomer): readonly Return[] {
  const returns: Return[] = [];
  for (let order = 0; order < orders; order += 1) {
    if (!comesBack(order)) continue;
    const { at, lines } = orderAt(order);
    lines.forEach((line, i) => {
      // What came back before it was bought comes back as it is bought.
      for (const r of line.returns) returns.push({ at: Math.max(at, r.at), order, line: i, quantity: r.quantity });
    });
  }
  return returns.sort((a, b) => a.at - b.at);
}

/** A customer's past, instant by instant: what happens at one instant happens together. */
export function* turnsOf(past: PastOfCustomer): Generator<Turn> {
  const { orders, instantAt } = past;
  const returns = returnsOf(past);
  let [from, next] = [0, 0];
  while (from < orders || next < returns.length) {
    const boughtAt = from < orders ? instantAt(from) : Number.POSITIVE_INFINITY;
    const at = Math.min(boughtAt, returns[next]?.at ?? Number.POSITIVE_INFINITY);
    let to = from;
    while (to < orders && instantAt(to) === at) to += 1;
    const first = next;
    while (returns[next]?.at === at) next += 1;
    yield { at, from, to, returns: returns.slice(first, next) };
    from = to;
  }
}

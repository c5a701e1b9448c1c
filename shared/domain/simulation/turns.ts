import type { Instant } from '../ids.ts';
import type { PastOfCustomer, PastOrder } from './history.ts';

/** A return in a customer's past: which order it belongs to, and units of which of its lines, or money alone. */
export type Return = { readonly at: Instant; readonly order: number } & (
  | { readonly kind: 'goods'; readonly line: number; readonly quantity: number }
  | { readonly kind: 'money'; readonly amountMinor: number }
);

/** What happened at one instant: orders from `from` up to `to`, and what came back. */
export type Turn = {
  readonly at: Instant;
  readonly from: number;
  readonly to: number;
  readonly returns: readonly Return[];
};

/** What came back of one order, in time; of one instant goods first, since money comes off what is left then. */
function returnsOfOrder(order: number, { lines, goodwill }: PastOrder): readonly Return[] {
  const returns: Return[] = [];
  lines.forEach((line, i) => {
    for (const { at, quantity } of line.returns) returns.push({ kind: 'goods', at, order, line: i, quantity });
  });
  if (goodwill.length === 0) return returns;
  for (const { at, amountMinor } of goodwill) returns.push({ kind: 'money', at, order, amountMinor });
  return returns.sort((a, b) => a.at - b.at);
}

function returnsOf({ orders, comesBack, orderAt }: PastOfCustomer): readonly Return[] {
  const returns: Return[] = [];
  for (let order = 0; order < orders; order += 1) {
    if (!comesBack(order)) continue;
    const bought = orderAt(order);
    // What came back before it was bought comes back as it is bought.
    for (const back of returnsOfOrder(order, bought)) returns.push({ ...back, at: Math.max(bought.at, back.at) });
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

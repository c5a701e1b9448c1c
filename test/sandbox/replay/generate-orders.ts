import { seededDice } from '../seed/seeded.ts';
import type { FiledOrder } from './filed-order.ts';

const DAY_MS = 86_400_000;

export type GenerateOrders = {
  readonly orders: number;
  readonly customers: number;
  readonly days: number;
  /** The last order is not later. */
  readonly until: number;
  readonly seed: number;
};

const TITLES = ['Beans', 'Leaves', 'Cup', 'Pot', 'Mill', 'Scales', 'Filters', 'Spoon'];

/** Invented orders, oldest first, for a file or for `replayOrders`; the same seed, the same orders. */
export function* generateOrders({ orders, customers, days, until, seed }: GenerateOrders): Iterable<FiledOrder> {
  const dice = seededDice(seed);
  const stepMs = (days * DAY_MS) / orders;
  for (let i = 0; i < orders; i++) {
    const at = until - (orders - i) * stepMs + Math.floor(dice.next() * stepMs);
    const comesBack = dice.chance(0.05);
    // Few buy often and many seldom.
    const buyer = Math.floor(dice.next() ** 2 * customers);
    yield {
      order: String(i + 1),
      at: new Date(at).toISOString(),
      email: dice.chance(0.1) ? null : `buyer.${buyer}@example.test`,
      source: dice.chance(0.3) ? 'pos' : 'web',
      lines: Array.from({ length: dice.between(1, 4) }, (_, line) => {
        const quantity = dice.chance(0.2) ? dice.between(2, 5) : 1;
        const price = `${dice.between(2, 80)}.${String(dice.between(0, 99)).padStart(2, '0')}`;
        const returned = comesBack && line === 0 ? 1 : 0;
        return { title: dice.pick(TITLES), quantity, price, returned };
      }),
      returnedDays: dice.between(1, 14),
    };
  }
}

/** As a file: JSONL. */
export const writeOrders = (orders: Iterable<FiledOrder>): string =>
  [...orders].map((order) => `${JSON.stringify(order)}\n`).join('');

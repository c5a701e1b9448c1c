import type { Instant, OrderId } from '../../../shared/domain/ids.ts';
import { parsePercent } from '../../../shared/domain/money/percent.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { OrderLine, OrderSnapshot, Refund } from '../../../shared/domain/purchase/purchase.ts';
import { aHeldCard, aNumber } from '../builders/a-card.ts';
import { aRefund } from '../builders/a-refund.ts';
import { aSnapshot } from '../builders/a-snapshot.ts';
import { at } from '../builders/at.ts';
import { customerId, orderId, refundId } from '../builders/ids.ts';
import type { Delivery } from './delivery.ts';
import { editedLines, money, newLines, returnedLines } from './lines.ts';
import type { Row } from './table.ts';

/** A row of a story: when it happened, and what is told because of it; null: only time passes. */
export type Told = { readonly at: Instant; readonly delivery: Delivery | null };

/** What has to be known to put a row into facts. */
type World = {
  readonly program: ProgramVersion;
  /** Orders by their letter, as the shop has them; filled ahead, since a refund may be told before its order. */
  readonly orders: Map<string, OrderSnapshot>;
  readonly first: ReadonlyMap<string, OrderSnapshot>;
};

const MADE = /^(?:friend’s )?(order|owed|test) (\w+)$/;

/** Orders are numbered as they come first in the story. */
function ordersOf(rows: readonly Row[], timeZone: string): Map<string, OrderSnapshot> {
  const orders = new Map<string, OrderSnapshot>();
  for (const { day, fact, amount } of rows) {
    const [, kind, name = ''] = MADE.exec(fact) ?? [];
    if (kind === undefined || orders.has(name)) continue;
    const state = kind === 'owed' ? 'owed' : 'paid';
    const id = orderId(String(1001 + orders.size));
    const snapshot = { orderId: id, processedAt: at(day, timeZone), state, isTest: kind === 'test' } as const;
    orders.set(name, aSnapshot({ ...snapshot, lines: newLines(amount) }));
  }
  return orders;
}

function orderOf({ orders }: World, name: string): OrderSnapshot {
  const order = orders.get(name);
  if (order === undefined) throw new Error(`the story has no order ${name}`);
  return order;
}

const purchase = (id: OrderId, snapshot: OrderSnapshot | null, refunds: readonly Refund[]): Delivery => ({
  kind: 'purchase',
  orderId: id,
  snapshot,
  refunds,
});

/** The order as it is from now on, told whole. */
function change(world: World, name: string, when: Instant, changed: Partial<OrderSnapshot>): Delivery {
  const snapshot = { ...orderOf(world, name), updatedAt: when, ...changed };
  world.orders.set(name, snapshot);
  return purchase(snapshot.orderId, snapshot, []);
}

function refund(world: World, id: string, when: Instant, said: (lines: readonly OrderLine[]) => Partial<Refund>) {
  const order = orderOf(world, id.split('-')[0] ?? '');
  const told = { orderId: order.orderId, refundId: refundId(`${order.orderId}${id.split('-')[1]}`), processedAt: when };
  return purchase(order.orderId, null, [aRefund({ ...told, ...said(order.lines) })]);
}

function percent(text: string): number {
  const read = parsePercent(text);
  if (!read.ok) throw new Error(`"${text}" is no percentage`);
  return read.value;
}

type Reader = (world: World, row: Row & { readonly at: Instant; readonly sequence: number }, rest: string) => Delivery;

const manual = ({ program }: World, { at: when, sequence }: { readonly at: Instant; readonly sequence: number }) => ({
  programId: program.programId,
  at: when,
  sequence,
});

const READERS: Readonly<Record<string, Reader>> = {
  order: (world, _row, name) => told(world.first, name),
  owed: (world, _row, name) => told(world.first, name),
  test: (world, _row, name) => told(world.first, name),
  old: (world, _row, name) => told(world.first, name),
  pay: (world, row, name) => change(world, name, row.at, { state: 'paid' }),
  edit: (world, row, name) =>
    change(world, name, row.at, { lines: editedLines(orderOf(world, name).lines, row.amount) }),
  cancel: (world, row, name) => {
    const state = orderOf(world, name).state === 'owed' ? 'cancelled' : 'paid';
    return change(world, name, row.at, { state, cancelledAt: row.at });
  },
  delete: (world, row, name) => change(world, name, row.at, { state: 'deleted' }),
  refund: (world, row, id) => refund(world, id, row.at, (lines) => ({ lines: returnedLines(lines, row.amount) })),
  goodwill: (world, row, id) => refund(world, id, row.at, () => ({ lines: [], goodwillMinor: money(row.amount) })),
  card: (world, row, rest) => {
    const [number = '', giver] = rest.split(' for ');
    const issuedBy = giver === undefined ? null : orderOf(world, giver).orderId;
    const { programId } = world.program;
    return {
      kind: 'card',
      card: aHeldCard({ number: aNumber(Number(number)), programId, issuedAt: row.at, issuedBy }),
    };
  },
  vip: (world, row, rest) => {
    const fact = { kind: 'level_given', ...manual(world, row), discountBp: percent(rest), note: '' } as const;
    return { kind: 'manual', fact };
  },
  'no vip': (world, row) => ({ kind: 'manual', fact: { kind: 'level_taken', ...manual(world, row), note: '' } }),
  'friend’s': (world, row, rest) => {
    const [word = '', name = ''] = rest.split(' ');
    const delivery = READERS[word]?.(world, row, name);
    if (delivery?.kind !== 'purchase') throw new Error(`"${rest}" is no fact of a friend`);
    return { ...delivery, kind: 'friend' };
  },
  joins: (world, row, rest) => {
    const [name, discount = ''] = rest.split(' with ');
    const from = customerId(`cus_${name}`);
    return {
      kind: 'manual',
      fact: { kind: 'level_joined', ...manual(world, row), discountBp: percent(discount), from },
    };
  },
};

function told(first: World['first'], name: string): Delivery {
  const snapshot = first.get(name);
  if (snapshot === undefined) throw new Error(`the story has no order ${name}`);
  return purchase(snapshot.orderId, snapshot, []);
}

/**
 * What a story tells, row by row: `order A` (`owed A`, `test A`) with its lines, `pay A`, `edit A` with the lines
 * after it, `refund A-1` with the units that come back, `goodwill A-1`, `cancel A`, `delete A`, `old A` (its first
 * snapshot again), `card 1` or `card 1 for A`, `vip 5 %`, `no vip`, `joins Bea with 5 %` (a merge), `nothing`. And
 * `friend’s order F`, `friend’s refund F-1` and so on: what a friend buys with the card handed on.
 */
export function deliveriesOf(rows: readonly Row[], program: ProgramVersion): readonly Told[] {
  const orders = ordersOf(rows, program.timeZone);
  const world: World = { program, orders, first: new Map(orders) };
  return rows.map((row, i) => {
    const when = at(row.day, program.timeZone);
    if (row.fact === 'nothing') return { at: when, delivery: null };
    const word = Object.keys(READERS).find((known) => row.fact === known || row.fact.startsWith(`${known} `)) ?? '';
    const read = READERS[word];
    if (read === undefined) throw new Error(`"${row.fact}" is no fact of a story`);
    return { at: when, delivery: read(world, { ...row, at: when, sequence: i + 1 }, row.fact.slice(word.length + 1)) };
  });
}

import { found, laterThan, type ShopContext } from '../context.ts';
import { gid } from '../gid.ts';
import { dropOrder, keepOrder } from '../keep.ts';
import { currentUnits } from '../order-sums.ts';
import type { Instant, Order, OrderLine } from '../things.ts';
import type { Subject } from '../world-event.ts';
import { lineOf, type PlaceLine, paidOrder } from './place-order.ts';
import { refundAll } from './refund-order.ts';
import { removeMetafieldsOf } from './set-metafield.ts';

export const orderOf = ({ state }: ShopContext, id: number): Order => found(state.orders.get(id), `order ${id}`);

const tell = (orderId: number): Subject => ({ kind: 'order', orderId });

/** The money that was owed comes in. */
export function payOrder(context: ShopContext, id: number, gateway = 'bogus', at: Instant = context.now()): Order {
  const before = orderOf(context, id);
  const order = { ...paidOrder(context, before, gateway, at), updatedAt: laterThan(before.updatedAt, at) };
  keepOrder(context.state, order);
  context.emit(at, [
    ['orders/paid', tell(id)],
    ['orders/updated', tell(id)],
  ]);
  return order;
}

/** Calls the order off; what was paid is given back in one refund with every unit that is left. */
export function cancelOrder(
  context: ShopContext,
  id: number,
  reason: 'customer' | 'declined' | 'fraud' | 'inventory' | 'other' | 'staff' = 'customer',
  at: Instant = context.now(),
): Order {
  const before = orderOf(context, id);
  const isPaid = before.financialStatus === 'paid' || before.financialStatus === 'partially_refunded';
  const refunded = isPaid ? refundAll(context, before, at) : { ...before, financialStatus: 'voided' as const };
  const order: Order = {
    ...refunded,
    cancelledAt: at,
    cancelReason: reason,
    closedAt: at,
    updatedAt: laterThan(before.updatedAt, at),
  };
  keepOrder(context.state, order);
  const fresh = order.refunds.slice(before.refunds.length);
  context.emit(at, [
    ...fresh.map((refund) => ['refunds/create', { kind: 'refund', refund }] as const),
    ['orders/cancelled', tell(id)],
    ['orders/updated', tell(id)],
  ]);
  return order;
}

export type EditOrder = {
  readonly add?: readonly PlaceLine[];
  /** So many units of a line less, or (below zero is not asked) more with `more`. */
  readonly remove?: readonly { readonly lineId: number; readonly quantity: number }[];
  readonly more?: readonly { readonly lineId: number; readonly quantity: number }[];
  readonly note?: string | null;
  readonly at?: Instant;
};

/** Changes what was ordered. Removed units show in `current_quantity`; what is owed more is taken as paid. */
export function editOrder(context: ShopContext, id: number, edit: EditOrder): Order {
  const before = orderOf(context, id);
  const at = edit.at ?? context.now();
  const currencies = { shop: before.currency, presentment: before.presentmentCurrency, rate: before.rate };
  const added = (edit.add ?? []).map((line) => lineOf(context, line, currencies));
  const kept = before.lines.map((line) => editedLine(before, line, edit));
  const edited: Order = {
    ...before,
    lines: [...kept, ...added],
    isEdited: true,
    updatedAt: laterThan(before.updatedAt, at),
  };
  const isPaid = before.financialStatus === 'paid' && added.length + (edit.more?.length ?? 0) > 0;
  keepOrder(context.state, isPaid ? paidOrder(context, edited, 'bogus', at) : edited);
  const additions = [
    ...added.map(({ id: lineId, quantity }) => ({ id: lineId, delta: quantity })),
    ...(edit.more ?? []).map(({ lineId, quantity }) => ({ id: lineId, delta: quantity })),
  ];
  const removals = (edit.remove ?? []).map(({ lineId, quantity }) => ({ id: lineId, delta: quantity }));
  const editId = context.nextId();
  context.emit(at, [
    ['orders/edited', { kind: 'order_edited', orderId: id, editId, note: edit.note ?? null, additions, removals }],
    ['orders/updated', tell(id)],
  ]);
  return orderOf(context, id);
}

function editedLine(order: Order, line: OrderLine, { remove = [], more = [] }: EditOrder): OrderLine {
  const less = remove.filter(({ lineId }) => lineId === line.id).reduce((sum, { quantity }) => sum + quantity, 0);
  const extra = more.filter(({ lineId }) => lineId === line.id).reduce((sum, { quantity }) => sum + quantity, 0);
  if (less > currentUnits(order, line)) throw new Error(`line ${line.id} has no ${less} units left to remove`);
  return { ...line, quantity: line.quantity + extra, removedQuantity: line.removedQuantity + less };
}

/** Changes what does not touch goods or money: the note, tags, attributes or whose order it is. */
export function touchOrder(
  context: ShopContext,
  id: number,
  change: Partial<Pick<Order, 'note' | 'tags' | 'noteAttributes' | 'customerId' | 'closedAt'>> = {},
  at: Instant = context.now(),
): Order {
  const before = orderOf(context, id);
  const order = { ...before, ...change, updatedAt: laterThan(before.updatedAt, at) };
  keepOrder(context.state, order);
  context.emit(at, [['orders/updated', tell(id)]]);
  return order;
}

/** Takes the order out of the books. */
export function deleteOrder(context: ShopContext, id: number): void {
  dropOrder(context.state, orderOf(context, id));
  removeMetafieldsOf(context, gid('Order', id));
  context.emit(context.now(), [['orders/delete', { kind: 'order_deleted', orderId: id }]]);
}

import type { Instant } from '../ids.ts';
import type { History, PastGoodwill, PastId, PastLine, PastOfCustomer, PastOrder, PastReturn } from './history.ts';
import { grouped, packedLarge, packedSmall, sortGroup } from './packed.ts';
import { comparePastIds, packedIds, packedNames } from './past-ids.ts';
import { createPlaces } from './places.ts';

/** Up to here a margin on top of what a line cost stays in the safe range. */
export const COST_OF_LINE_MAX = 2 ** 43;

/** A line of an order as a file tells it, with one of its returns, where it has any. */
export type PastRow = {
  readonly orderId: PastId;
  readonly customerId: PastId | null;
  readonly at: Instant;
  readonly locationId: PastId | null;
  readonly channel: string | null;
  readonly lineId: PastId;
  readonly productId: PastId | null;
  readonly quantity: number;
  readonly amountMinor: number;
  readonly unitCostMinor: number | null;
  readonly returned: PastReturn | null;
};

/**
 * A row that contradicts an earlier one, both counted from 0: another customer, instant or place for one order, other
 * goods for one line, or with it more has come back than was bought.
 */
export type Contradiction = {
  readonly kind: 'customer' | 'instant' | 'place' | 'line' | 'returns';
  readonly row: number;
  readonly earlier: number;
};

export type Say = (contradiction: Contradiction) => void;

const NONE = -1;
const NO_RETURNS: readonly PastReturn[] = [];

/** The orders that rows belong to. */
function createOrders(say: Say) {
  const [ids, people] = [packedNames(), packedNames()];
  const [buyers, instants, firstRows] = [packedSmall(), packedLarge(), packedSmall()];
  const [where, placeOf] = [createPlaces(), packedSmall()];
  return {
    ids,
    people,
    buyerOf: buyers.at,
    instantOf: instants.at,
    places: where.places,
    placeOf: placeOf.at,
    add: ({ orderId, customerId, at, locationId, channel }: PastRow, row: number): number => {
      const known = ids.count();
      const order = ids.indexOf(orderId);
      const buyer = customerId === null ? NONE : people.indexOf(customerId);
      const place = where.indexOf(locationId, channel);
      if (order === known) {
        buyers.push(buyer);
        instants.push(at);
        placeOf.push(place);
        firstRows.push(row);
      } else {
        if (buyers.at(order) !== buyer) say({ kind: 'customer', row, earlier: firstRows.at(order) });
        if (instants.at(order) !== at) say({ kind: 'instant', row, earlier: firstRows.at(order) });
        if (placeOf.at(order) !== place) say({ kind: 'place', row, earlier: firstRows.at(order) });
      }
      return order;
    },
  };
}

const NO_GOODWILL: readonly PastGoodwill[] = [];

/** Goodwill by order: few orders have any, so it is not packed. */
function createGoodwill() {
  const byOrder = new Map<number, readonly PastGoodwill[]>();
  return {
    orders: (): Iterable<number> => byOrder.keys(),
    of: (order: number): readonly PastGoodwill[] => byOrder.get(order) ?? NO_GOODWILL,
    add: (order: number, goodwill: PastGoodwill): void => {
      byOrder.set(
        order,
        [...(byOrder.get(order) ?? []), goodwill].sort((a, b) => a.at - b.at),
      );
    },
  };
}

/** The rows themselves, packed. */
function createRows() {
  const [ids, products] = [packedIds(), packedNames()];
  const [orders, productOf, quantities, returned] = [packedSmall(), packedSmall(), packedSmall(), packedSmall()];
  const [amounts, costs, returnedAt] = [packedLarge(), packedLarge(), packedLarge()];
  const returnOf = (row: number): PastReturn | null =>
    returned.at(row) === 0 ? null : { at: returnedAt.at(row), quantity: returned.at(row) };
  return {
    orderOf: orders.at,
    idOf: ids.at,
    amountOf: amounts.at,
    returnOf,
    add: (row: PastRow, order: number): number => {
      orders.push(order);
      productOf.push(row.productId === null ? NONE : products.indexOf(row.productId));
      quantities.push(row.quantity);
      amounts.push(row.amountMinor);
      costs.push(row.unitCostMinor ?? NONE);
      returned.push(row.returned?.quantity ?? 0);
      returnedAt.push(row.returned?.at ?? 0);
      return ids.push(row.lineId);
    },
    isSameLine: (a: number, b: number): boolean =>
      quantities.at(a) === quantities.at(b) &&
      amounts.at(a) === amounts.at(b) &&
      productOf.at(a) === productOf.at(b) &&
      costs.at(a) === costs.at(b),
    lineOf: (row: number, returns: readonly PastReturn[]): PastLine => ({
      lineId: ids.at(row),
      productId: productOf.at(row) === NONE ? null : products.at(productOf.at(row)),
      quantity: quantities.at(row),
      amountMinor: amounts.at(row),
      unitCostMinor: costs.at(row) === NONE ? null : costs.at(row),
      returns,
    }),
  };
}

type Rows = ReturnType<typeof createRows>;

/** A return told twice is one, as every fact is. */
function withReturn(returns: readonly PastReturn[], told: PastReturn | null): readonly PastReturn[] {
  if (told === null || returns.some((r) => r.at === told.at && r.quantity === told.quantity)) return returns;
  return [...returns, told];
}

/** The lines of one order: rows of one line, which stand beside one another, are one line with all their returns. */
function linesOf(rows: Rows, members: Int32Array, from: number, to: number): readonly PastLine[] {
  const lines: PastLine[] = [];
  for (let i = from; i < to; ) {
    const row = members[i] ?? 0;
    let returns = withReturn(NO_RETURNS, rows.returnOf(row));
    for (i += 1; i < to && rows.idOf(members[i] ?? 0) === rows.idOf(row); i += 1) {
      returns = withReturn(returns, rows.returnOf(members[i] ?? 0));
    }
    lines.push(rows.lineOf(row, returns));
  }
  return lines;
}

/** Whether the rows of one line agree, and no more has come back than was bought. */
function checkLine(rows: Rows, members: Int32Array, from: number, to: number, say: Say): void {
  const earlier = members[from] ?? 0;
  let returns = withReturn(NO_RETURNS, rows.returnOf(earlier));
  for (const row of members.subarray(from + 1, to)) {
    if (!rows.isSameLine(earlier, row)) say({ kind: 'line', row, earlier });
    returns = withReturn(returns, rows.returnOf(row));
    const units = returns.reduce((sum, r) => sum + r.quantity, 0);
    if (units > rows.lineOf(earlier, returns).quantity) say({ kind: 'returns', row, earlier });
  }
}

/** Calls back with each line: which rows tell of it, from `from` up to `to` in `members`. */
function eachLine(rows: Rows, members: Int32Array, tell: (order: number, from: number, to: number) => void): void {
  for (let from = 0; from < members.length; ) {
    const [first, order] = [members[from] ?? 0, rows.orderOf(members[from] ?? 0)];
    let to = from + 1;
    const isSame = (row: number) => rows.orderOf(row) === order && rows.idOf(row) === rows.idOf(first);
    while (to < members.length && isSame(members[to] ?? 0)) to += 1;
    tell(order, from, to);
    from = to;
  }
}

export type Gathering = {
  readonly add: (row: PastRow) => void;
  /** Money given back on an order of which a row was added. */
  readonly giveBack: (orderId: PastId, goodwill: PastGoodwill) => void;
  readonly end: () => History;
};

/**
 * Gathers a shop's past from rows in whatever order they come, packed, so that half a million lines take some thirty
 * megabytes. Lines of an order are put into the order of their ids, so that the order of rows says nothing.
 */
export function createHistory(say: Say): Gathering {
  const orders = createOrders(say);
  const goodwill = createGoodwill();
  const rows = createRows();
  let [count, startsAt, endsAt] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const add = (row: PastRow): void => {
    rows.add(row, orders.add(row, count));
    startsAt = Math.min(startsAt, row.at);
    endsAt = Math.max(endsAt, row.at, row.returned?.at ?? row.at);
    count += 1;
  };
  const giveBack = (orderId: PastId, given: PastGoodwill): void => {
    goodwill.add(orders.ids.indexOf(orderId), given);
    endsAt = Math.max(endsAt, given.at);
  };
  const end = (): History => {
    const { first, members } = grouped(count, orders.ids.count(), rows.orderOf);
    for (let order = 0; order < orders.ids.count(); order += 1) {
      const byId = (a: number, b: number) => comparePastIds(rows.idOf(a), rows.idOf(b));
      sortGroup(members, first[order] ?? 0, first[order + 1] ?? 0, byId);
    }
    const amounts = new Float64Array(orders.ids.count());
    const comingBack = new Uint8Array(orders.ids.count());
    eachLine(rows, members, (order, from, to) => {
      if (to > from + 1) checkLine(rows, members, from, to, say);
      amounts[order] = (amounts[order] ?? 0) + rows.amountOf(members[from] ?? 0);
      for (let i = from; i < to; i += 1) if (rows.returnOf(members[i] ?? 0) !== null) comingBack[order] = 1;
    });
    for (const order of goodwill.orders()) comingBack[order] = 1;
    const orderAt = (order: number): PastOrder => ({
      orderId: orders.ids.at(order),
      at: orders.instantOf(order),
      lines: linesOf(rows, members, first[order] ?? 0, first[order + 1] ?? 0),
      goodwill: goodwill.of(order),
    });
    const span = count === 0 ? { startsAt: null, endsAt: null } : { startsAt, endsAt };
    const unpack = {
      orderAt,
      amountAt: (order: number) => amounts[order] ?? 0,
      comesBack: (order: number) => comingBack[order] === 1,
    };
    return { ...span, ...byCustomer(orders, unpack) };
  };
  return { add, giveBack, end };
}

/** Whose orders are whose: customers by id, their orders in time; the last group is nobody's. */
function byCustomer(
  orders: ReturnType<typeof createOrders>,
  { orderAt, amountAt, comesBack }: Pick<PastOfCustomer, 'orderAt' | 'amountAt' | 'comesBack'>,
): Pick<History, 'places' | 'customers' | 'orders' | 'eachCustomer' | 'nobodys' | 'eachOfNobodys'> {
  const { ids, people, places, buyerOf, instantOf, placeOf } = orders;
  const customers = people.count();
  const { first, members } = grouped(ids.count(), customers + 1, (order) =>
    buyerOf(order) === NONE ? customers : buyerOf(order),
  );
  const inTime = (a: number, b: number) => instantOf(a) - instantOf(b) || comparePastIds(ids.at(a), ids.at(b));
  for (let c = 0; c < customers; c += 1) sortGroup(members, first[c] ?? 0, first[c + 1] ?? 0, inTime);
  const byId = Int32Array.from({ length: customers }, (_, i) => i);
  sortGroup(byId, 0, customers, (a, b) => comparePastIds(people.at(a), people.at(b)));
  const nobodys = { orders: 0, amountMinor: 0 };
  const ofNobody = members.subarray(first[customers], first[customers + 1]);
  for (const order of ofNobody) {
    nobodys.orders += 1;
    nobodys.amountMinor += amountAt(order);
  }
  return {
    places,
    customers,
    orders: ids.count(),
    nobodys,
    eachOfNobodys: function* () {
      for (const order of ofNobody) yield { order: orderAt(order), place: placeOf(order) };
    },
    eachCustomer: function* (): Generator<PastOfCustomer> {
      for (const c of byId) {
        const from = first[c] ?? 0;
        const at = (index: number): number => members[from + index] ?? 0;
        yield {
          customerId: String(people.at(c)),
          orders: (first[c + 1] ?? 0) - from,
          orderAt: (index) => orderAt(at(index)),
          instantAt: (index) => instantOf(at(index)),
          amountAt: (index) => amountAt(at(index)),
          comesBack: (index) => comesBack(at(index)),
          placeAt: (index) => placeOf(at(index)),
        };
      }
    },
  };
}

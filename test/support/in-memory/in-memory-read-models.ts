import { NO_FIGURES } from '../../../server/app/ports/fact-store.ts';
import type { StoredPurchase } from '../../../server/app/ports/purchase-store.ts';
import type { CustomerFigures, CustomerQuery, CustomerRow, ReadModels } from '../../../server/app/ports/read-models.ts';
import type { Shop } from '../../../server/app/ports/shop-store.ts';
import { direction, readPlace, surnameKey, writePlace } from '../../../server/storage/read-models/customer-order.ts';
import {
  addSums,
  type DaySum,
  homeDays,
  homeFigures,
  sumOf,
} from '../../../server/storage/read-models/home-figures.ts';
import { cardWords, customerWords, searchTokens } from '../../../server/storage/read-models/search-words.ts';
import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import { isPurchase } from '../../../shared/domain/purchase/net-purchase.ts';
import { by, type Table, update } from './tables.ts';

export type ReadTables = {
  readonly customers: Table<Customer>;
  readonly purchases: Table<StoredPurchase>;
  readonly cards: Table<Card>;
  readonly shops: Table<Shop>;
  readonly figures: Table<CustomerFigures>;
};

const orderKeys: Readonly<Record<CustomerQuery['order'], (row: CustomerRow) => string | number>> = {
  newest: ({ customer }) => customer.createdAt,
  surname: ({ customer }) => surnameKey(customer),
  spent: ({ spentMinor }) => spentMinor,
  last_purchase: ({ lastPurchaseAt }) => lastPurchaseAt ?? 0,
};

function fits({ states, has, search }: CustomerQuery, row: CustomerRow): boolean {
  const { state } = row.customer;
  if (states.length === 0 ? state === 'merged' || state === 'erased' : !states.includes(state)) return false;
  if (has === 'card' && row.cards.length === 0) return false;
  if (has === 'no_card' && row.cards.length > 0) return false;
  if (has === 'due_card' && !row.dueCard) return false;
  if (has === 'discount' && row.discountBp === 0) return false;
  if (has === 'conflict' && row.conflicts === undefined) return false;
  const words = [...customerWords(row.customer), ...cardWords(row.cards)];
  return searchTokens(search).every((token) => words.some((word) => word.startsWith(token)));
}

const isNewer = (known: CustomerFigures, told: CustomerFigures): boolean =>
  known.sequence > told.sequence || (known.sequence === told.sequence && known.asOf > told.asOf);

export function createInMemoryReadModels(tables: ReadTables): ReadModels {
  const { figures } = tables;
  const rowOf = (shop: ShopId, customer: Customer): CustomerRow => {
    const told = figures.get(shop, customer.id) ?? NO_FIGURES;
    const { cards, spentMinor, purchases, discountBp, lastPurchaseAt, dueCard, conflicts } = told;
    const row = { customer, cards, spentMinor, purchases, discountBp, lastPurchaseAt, dueCard: dueCard.length > 0 };
    return conflicts === undefined ? row : { ...row, conflicts };
  };
  const customers: ReadModels['customers'] = async (shop, query) => {
    const key = orderKeys[query.order];
    const rows = tables.customers.all(shop).map((customer) => rowOf(shop, customer));
    const sorted = rows
      .filter((row) => fits(query, row))
      .sort(by((row) => row.customer.id))
      .sort(by(key));
    const ordered = direction[query.order] === 1 ? sorted : sorted.reverse();
    const place = readPlace(query.order, query.after);
    const from =
      place === null ? 0 : ordered.findIndex((row) => isBehind(query.order, key(row), row.customer.id, place));
    const left = from === -1 ? [] : ordered.slice(from);
    const page = left.slice(0, query.max);
    const last = left.length > query.max ? page.at(-1) : undefined;
    return { rows: page, nextAfter: last === undefined ? null : writePlace({ key: key(last), id: last.customer.id }) };
  };
  const putFigures: ReadModels['putFigures'] = async (shop, id, told) => {
    if (tables.customers.get(shop, id) === undefined) return;
    if (!update(figures, shop, id, (known) => (isNewer(known, told) ? null : told))) {
      if (figures.get(shop, id) === undefined) figures.set(shop, id, told);
    }
  };
  return {
    ...createHome(tables),
    customers,
    row: async (shop, id) => {
      const customer = tables.customers.get(shop, id);
      return customer === undefined ? null : rowOf(shop, customer);
    },
    putFigures,
    putFiguresMany: async (shop, many) => {
      for (const { customerId, figures: told } of many) await putFigures(shop, customerId, told);
    },
    purchasesOf: async (shop, id, before, max) => {
      const at = (row: StoredPurchase) => row.snapshot?.processedAt ?? 0;
      return tables.purchases
        .all(shop)
        .filter((row) => row.customerId === id && row.snapshot !== null)
        .sort(by((row) => row.orderId))
        .sort(by(at))
        .reverse()
        .filter((row) => before === null || isBefore(at(row), row.orderId, before))
        .slice(0, max);
    },
  };
}

type At = { readonly processedAt: Instant; readonly orderId: string };
const isBefore = (at: Instant, id: string, place: At) =>
  at < place.processedAt || (at === place.processedAt && id < place.orderId);

type PlaceOf = NonNullable<ReturnType<typeof readPlace>>;
function isBehind(order: CustomerQuery['order'], key: string | number, id: string, place: PlaceOf): boolean {
  const isAfter = key === place.key ? id > place.id : key > place.key;
  const isSame = key === place.key && id === place.id;
  return !isSame && isAfter === (direction[order] === 1);
}

const CHANNEL_MAX = 10_000;

function createHome(tables: ReadTables): Pick<ReadModels, 'home' | 'purchasesByChannel'> {
  const termsOf = (shop: ShopId) => ({ owedCounts: tables.shops.get(shop, shop)?.settings.owedCounts ?? false });
  return {
    home: async (shop, timeZone, now) => {
      const days = homeDays(timeZone, now);
      const sums = new Map<Instant, DaySum>();
      for (const purchase of tables.purchases.all(shop)) {
        const made = purchase.snapshot?.processedAt ?? 0;
        const day = days.findLast(({ startsAt }) => startsAt <= made);
        if (day === undefined) continue;
        const sum = sumOf(purchase, now, termsOf(shop));
        const known = sums.get(day.startsAt);
        sums.set(day.startsAt, known === undefined ? sum : addSums(known, sum));
      }
      const living = tables.customers.all(shop).filter(({ state }) => state !== 'merged' && state !== 'erased');
      const holders = living.filter(({ id }) => (tables.figures.get(shop, id)?.cards ?? []).length > 0).length;
      const cardsIssued = tables.cards.all(shop).filter(({ state }) => state === 'issued').length;
      return homeFigures({ customers: living.length, holders, cardsIssued }, days, sums);
    },
    purchasesByChannel: async (shop, since) => {
      const counts = { web: 0, till: 0, other: 0 };
      for (const { snapshot } of tables.purchases.all(shop)) {
        if (!isPurchase(snapshot, termsOf(shop)) || snapshot.processedAt < since) continue;
        counts[snapshot.channel] = Math.min(counts[snapshot.channel] + 1, CHANNEL_MAX);
      }
      return counts;
    },
  };
}

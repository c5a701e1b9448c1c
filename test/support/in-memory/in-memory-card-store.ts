import type { CardStore } from '../../../server/app/ports/card-store.ts';
import type { CardNumber, SeriesId } from '../../../shared/domain/ids.ts';
import type { Card, Series } from '../../../shared/domain/instrument/card.ts';
import { by, groupBy, inRange, type Table, type Tables, update } from './tables.ts';

export function createInMemoryCardStore({ make }: Tables): CardStore & { readonly table: Table<Card> } {
  const cards = make<Card>();
  const series = make<Series>();
  const sorted = (rows: readonly Card[]) => [...rows].sort(by((card) => card.number));
  const list: CardStore['list'] = async (shop, { seriesId, programId, states, after, max }) => {
    const fitting = sorted(cards.all(shop)).filter(
      (card) =>
        (seriesId === null || card.seriesId === seriesId) &&
        (programId === null || card.programId === programId) &&
        (states.length === 0 || states.includes(card.state)) &&
        (after === null || card.number > after),
    );
    const page = fitting.slice(0, max);
    return { cards: page, nextAfter: fitting.length > max ? (page.at(-1)?.number ?? null) : null };
  };
  return {
    table: cards,
    list,
    createSeries: async (shop, made) => series.set(shop, made.id, made),
    listSeries: async (shop) => [...series.all(shop)].sort(by((one) => one.id)).sort(by((one) => one.createdAt)),
    findSeries: async (shop, id) => series.get(shop, id) ?? null,
    emit: async (shop, emitted) => {
      const fresh = new Map<CardNumber, Card>();
      for (const card of emitted) if (!cards.get(shop, card.number)) fresh.set(card.number, card);
      for (const card of fresh.values()) {
        cards.set(shop, card.number, card);
        update(series, shop, card.seriesId, (one) => ({ ...one, emitted: one.emitted + 1 }));
      }
      return fresh.size;
    },
    find: async (shop, number) => cards.get(shop, number) ?? null,
    ofCustomer: async (shop, customerId) => sorted(cards.all(shop)).filter((card) => card.customerId === customerId),
    ofCustomers: async (shop, range) =>
      groupBy(
        sorted(cards.all(shop)).filter((card) => inRange(card.customerId, range)),
        (card) => card.customerId,
      ),
    givenBy: async (shop, orderId) => sorted(cards.all(shop)).find((card) => card.issuedBy === orderId) ?? null,
    forgetHolder: async (shop, customerId, event) => {
      const theirs = cards.all(shop).filter((card) => card.customerId === customerId);
      for (const card of theirs) cards.set(shop, card.number, withoutHolder(card, event));
      return theirs.length;
    },
    change: async (shop, seen, fields, event) => {
      const isChanged = update(cards, shop, seen.number, (card) =>
        card.revision !== seen.revision
          ? null
          : { ...card, ...fields, history: [...card.history, event], revision: card.revision + 1 },
      );
      return isChanged ? 'changed' : 'stale';
    },
    issuedBySeries: async (shop) => {
      const counts = new Map<SeriesId, number>();
      for (const card of cards.all(shop)) {
        if (card.state === 'issued') counts.set(card.seriesId, (counts.get(card.seriesId) ?? 0) + 1);
      }
      return counts;
    },
    due: async (shop, now, max) => {
      const ending = cards
        .all(shop)
        .filter(
          ({ state, expiresAt }) => ['emitted', 'issued'].includes(state) && expiresAt !== null && expiresAt <= now,
        );
      return [...ending].sort(by((card) => card.expiresAt ?? 0)).slice(0, max);
    },
  };
}

function withoutHolder(card: Card, event: Card['history'][number]): Card {
  const history = card.history.map((past) => ({ ...past, customerId: null, note: '' }));
  return {
    ...card,
    state: card.state === 'issued' ? 'blocked' : card.state,
    customerId: null,
    issuedAt: null,
    issuedBy: null,
    history: [...history, event],
    revision: card.revision + 1,
  };
}

import type { InboxItem, InboxState, InboxStore } from '../../../server/app/ports/inbox-store.ts';
import { speaksOf } from '../../../server/storage/inbox/speaks-of.ts';
import type { InboxId, Instant } from '../../../shared/domain/ids.ts';
import { by, type Table, type Tables, update } from './tables.ts';

/** `dueAt`: when it may be leased; null once settled. */
type Row = InboxItem & { readonly dueAt: Instant | null; readonly isForgotten: boolean };

const itemOf = ({ dueAt: _due, isForgotten: _forgotten, ...item }: Row): InboxItem => item;
const COUNT_MAX = 100_000;

export function createInMemoryInboxStore({ make }: Tables, newInboxId: () => InboxId): InboxStore {
  const table = make<Row>();
  const file: InboxStore['file'] = async (shop, delivery) => {
    const known = table.all(shop).find((row) => row.webhookId === delivery.webhookId);
    if (known !== undefined) return { outcome: 'repeated', id: known.id };
    const id = newInboxId();
    const notBeforeAt = delivery.notBeforeAt ?? delivery.receivedAt;
    const waits = { state: 'filed', tries: 0, notBeforeAt, outcome: null, faults: [] } as const;
    table.set(shop, id, { ...delivery, ...waits, id, shop, dueAt: notBeforeAt, isForgotten: false });
    return { outcome: 'filed', id };
  };
  const settle: InboxStore['settle'] = async (shop, { id, tries }, outcome) => {
    const settled = update(table, shop, id, (row) => {
      if (row.state !== 'leased' || row.tries !== tries) return null;
      const faults = outcome.state === 'refused' ? outcome.faults : [];
      const text = outcome.state === 'refused' ? null : outcome.outcome;
      const after = { ...row, state: outcome.state, faults, outcome: text };
      if (outcome.state === 'filed') return { ...after, notBeforeAt: outcome.notBeforeAt, dueAt: outcome.notBeforeAt };
      return { ...after, dueAt: null, body: row.isForgotten ? null : row.body };
    });
    return settled ? 'settled' : 'lost';
  };
  return {
    file,
    claim: claiming(table),
    settle,
    list: listing(table),
    find: async (shop, id) => {
      const row = table.get(shop, id);
      return row === undefined ? null : itemOf(row);
    },
    counts: async (shop) => {
      const counts: Record<InboxState, number> = { filed: 0, leased: 0, done: 0, skipped: 0, refused: 0, failed: 0 };
      for (const { state } of table.all(shop)) counts[state] = Math.min(counts[state] + 1, COUNT_MAX);
      return counts;
    },
    replay: async (shop, id, now) => {
      const row = table.get(shop, id);
      if (row === undefined) return 'unknown';
      if (row.dueAt !== null) return 'filed';
      if (row.body === null) return 'body_forgotten';
      const waits = { state: 'filed', tries: 0, notBeforeAt: now, dueAt: now, outcome: null, faults: [] } as const;
      table.set(shop, id, { ...row, ...waits });
      return 'filed';
    },
    forgetBodies: async (before) => {
      const old = table
        .everywhere()
        .filter(([, row]) => row.dueAt === null && row.body !== null && row.receivedAt < before);
      for (const [shop, row] of old) table.set(shop, row.id, { ...row, body: null });
      return old.length;
    },
    forgetCustomer: async (shop, shopifyCustomerId) => {
      const speaking = table.all(shop).filter((row) => row.body !== null && speaksOf(row.body, shopifyCustomerId));
      for (const row of speaking) table.set(shop, row.id, forgotten(row));
      return speaking.length;
    },
  };
}

function forgotten(row: Row): Row {
  if (row.state === 'leased') return { ...row, isForgotten: true };
  if (row.state !== 'filed') return { ...row, body: null };
  return { ...row, body: null, state: 'skipped', outcome: 'customer_forgotten', dueAt: null };
}

const listing =
  (table: Table<Row>): InboxStore['list'] =>
  async (shop, { states, before, max }) => {
    const place = before === null ? null : table.get(shop, before);
    const newest = [...table.all(shop)]
      .sort(by((row) => row.id))
      .sort(by((row) => row.receivedAt))
      .reverse();
    const older =
      place === null ? newest : newest.slice(place === undefined ? newest.length : newest.indexOf(place) + 1);
    const named = older.filter(({ state }) => states.length === 0 || states.includes(state));
    return named.slice(0, max).map((row) => ({ ...itemOf(row), body: null }));
  };

const claiming =
  (table: Table<Row>): InboxStore['claim'] =>
  async (now, leaseUntil, max) => {
    const due = table
      .everywhere()
      .map(([, row]) => row)
      .filter(({ dueAt }) => dueAt !== null && dueAt <= now);
    return due
      .sort(by((row) => row.dueAt ?? 0))
      .slice(0, max)
      .map((row) => {
        const leased: Row = { ...row, state: 'leased', tries: row.tries + 1, dueAt: leaseUntil };
        table.set(row.shop, row.id, leased);
        return itemOf(leased);
      });
  };

import type { OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { CardNote } from '../../../shared/domain/instrument/card-note.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts';
import type { Stores } from '../ports/stores.ts';
import { idsOf, journalOf, type Person } from './find-person.ts';

/** Instants by their names; a person reads days, not milliseconds. */
const isInstant = (key: string, value: unknown): value is number =>
  typeof value === 'number' && (/At$/.test(key) || key === 'at' || key === 'asOf');

const readable = (key: string, value: unknown): unknown =>
  isInstant(key, value) ? new Date(value).toISOString() : value;

/** Everything the shop keeps of a person, as text that a person can read; null of the person: nobody is known. */
export async function tellPerson(
  stores: Stores,
  shop: ShopId,
  person: Person | null,
  orders: readonly OrderId[],
): Promise<string> {
  const known = await stores.shops.find(shop);
  const about = person === null ? [] : await Promise.all(idsOf(person).map((id) => tellOne(stores, shop, id)));
  const asked = await Promise.all(orders.map((id) => stores.purchases.find(shop, id)));
  const told = {
    shop,
    amounts: `in the smallest unit of ${known?.currency ?? "the shop's currency"}`,
    records: about,
    ordersAskedFor: asked.filter((purchase) => purchase !== null),
  };
  return JSON.stringify(told, readable, 2);
}

async function tellOne(stores: Stores, shop: ShopId, id: Person['root']['id']) {
  const [customer, cards, purchases, standing, row, lots, codes] = await Promise.all([
    stores.customers.find(shop, id),
    stores.cards.ofCustomer(shop, id),
    stores.purchases.ofCustomer(shop, id),
    stores.standings.find(shop, id),
    stores.readModels.row(shop, id),
    stores.draws.lotsOf(shop, id),
    stores.codes.ofCustomers(shop, [id]),
  ]);
  const notes = await stores.notes.ofCards(
    shop,
    cards.map(({ number }) => number),
    NOTES_MAX,
  );
  const journal = [];
  for await (const entry of journalOf(stores, shop, id)) journal.push(withoutStaff(entry));
  const figures = row === null ? null : { ...row, customer: undefined };
  const kept = { cards: cards.map(withoutStaffInHistory), notes: notes.map(withoutWriter), purchases, standing };
  return { customer, ...kept, figures, lots, codes, journal };
}

/** More than anybody writes about one person. */
const NOTES_MAX = 10_000;

const withoutWriter = ({ by: _by, corrected, ...note }: CardNote) => ({ ...note, correctedAt: corrected?.at ?? null });

/** Who of the staff did it is about the staff. */
const withoutStaff = ({ by: _by, ...entry }: JournalEntry) => entry;

const withoutStaffInHistory = <T extends { readonly history: readonly { readonly by: unknown }[] }>(card: T) => ({
  ...card,
  history: card.history.map(({ by: _by, ...event }) => event),
});

import type { CustomerId } from '../../shared/domain/ids.ts';
import type { JournalEntry } from '../../shared/domain/journal/journal.ts';
import { collect } from '../battery/place.ts';
import type { World } from './set-up.ts';

const MANY = 1000;

/**
 * Everything a shop has, in one plain value that two runs can be compared by. Ids of journal entries and of deliveries
 * are left out, and revisions: how often something was tried is no part of what became of it.
 */
export async function wholeState(world: World) {
  const { stores, shop, admin } = world;
  const ids = (await stores.customers.ids(shop, null, MANY)).map(({ id }) => id);
  const deliveries = await stores.inbox.list(shop, { states: [], before: null, max: MANY });
  const programs = await stores.programs.list(shop);
  return {
    customers: await Promise.all(ids.map((id) => stateOf(world, id))),
    waiting: await stores.outbox.waiting(shop),
    deliveries: deliveries.map(({ webhookId, topic, notBeforeAt }) => ({ webhookId, topic, notBeforeAt })).sort(byText),
    programs,
    versions: await stores.programs.allVersions(shop),
    imports: await stores.imports.all(shop),
    reconciledAt: (await stores.shops.find(shop))?.reconciledAt,
    entitlements: [...admin.at(shop).entitlements].sort(),
    costs: [...admin.at(shop).variantCosts].sort(),
    unitCosts: (await collect(stores.costs.all(shop))).flat(),
  };
}

async function stateOf({ stores, shop }: World, id: CustomerId) {
  const purchases = await stores.readModels.purchasesOf(shop, id, null, MANY);
  return {
    customer: withoutRevision(await stores.customers.find(shop, id)),
    row: withoutRevision(await stores.readModels.row(shop, id)),
    purchases,
    cards: (await stores.cards.ofCustomer(shop, id)).map(withoutRevision),
    standing: await stores.standings.find(shop, id),
    journal: (await stores.journal.page(shop, id, null, MANY)).map(withoutId),
  };
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const withoutId = ({ id: _id, ...entry }: JournalEntry) => entry;

function withoutRevision<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (key, part) => (key === 'revision' ? undefined : part))) as T;
}

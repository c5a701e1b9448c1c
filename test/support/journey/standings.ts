import type { Stores } from '../../../server/app/ports/stores.ts';
import { heldCards } from '../../../server/app/standing/held-cards.ts';
import type { Customer } from '../../../shared/domain/customer/customer.ts';
import { readStatement } from '../../../shared/domain/entitlement/read-statement.ts';
import type { CustomerId, ShopId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts';
import { type JournalSum, sumJournal } from '../../../shared/domain/journal/sum.ts';
import { redeemedOf } from '../../../shared/domain/offer/redeemed.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { Purchase } from '../../../shared/domain/purchase/purchase.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import type { Standing } from '../../../shared/domain/standing/standing.ts';
import type { ShopWorld } from '../../sandbox/world/shop-world.ts';
import { standingSum } from '../story/standing-sum.ts';
import { bookPurchase } from './book-purchase.ts';

const MANY = 10_000;

/** What one customer has, by names instead of ids, so that two runs can be compared. */
export type Told = {
  readonly who: string;
  readonly standings: readonly NamedStanding[];
  readonly journal: readonly (JournalSum & { readonly program: string })[];
};
type NamedStanding = Omit<Standing, 'programId'> & { readonly program: string };

const whoIs = ({ email, phone, surname, id }: Customer): string => email ?? phone ?? surname ?? id;
const byWho = (a: { readonly who: string }, b: { readonly who: string }) => (a.who < b.who ? -1 : 1);

/** Everybody the shop knows; who was merged away or erased is nobody. */
async function peopleOf(stores: Stores, shop: ShopId): Promise<readonly Customer[]> {
  const keys = await stores.customers.ids(shop, null, MANY);
  const alive = keys.filter(({ state }) => state !== 'merged' && state !== 'erased').map(({ id }) => id);
  return stores.customers.findMany(shop, alive);
}

function named(standings: readonly Standing[], versions: readonly ProgramVersion[]) {
  const nameOf = (id: string) => versions.find(({ programId }) => programId === id)?.name ?? id;
  const told = standings.map(({ programId, ...rest }) => ({ program: nameOf(programId), ...rest }));
  return told.sort((a, b) => (a.program < b.program ? -1 : 1));
}

const summed = (entries: readonly JournalEntry[], versions: readonly ProgramVersion[]) =>
  [...sumJournal(entries)]
    .map(([id, sum]) => ({ program: versions.find(({ programId }) => programId === id)?.name ?? id, ...sum }))
    .sort((a, b) => (a.program < b.program ? -1 : 1));

/** What is stored of everybody, and what their journals add up to. */
export async function storedStandings(stores: Stores, shopName: string): Promise<readonly Told[]> {
  const shop = shopName as ShopId;
  const versions = await stores.programs.allVersions(shop);
  const people = await peopleOf(stores, shop);
  const told = people.map(async (customer) => {
    const [stored, journal] = await Promise.all([
      stores.standings.find(shop, customer.id),
      stores.journal.page(shop, customer.id, null, MANY),
    ]);
    const standings = named(stored?.standing.standings ?? [], versions);
    return { who: whoIs(customer), standings, journal: summed(journal, versions) };
  });
  return (await Promise.all(told)).sort(byWho);
}

/** Whose the orders in the books are: the holder of the card that was used, else the buyer. */
async function ownersOf(stores: Stores, shop: ShopWorld): Promise<ReadonlyMap<CustomerId, readonly Purchase[]>> {
  const id = shop.domain as ShopId;
  const owned = new Map<CustomerId, Purchase[]>();
  const keys = (await stores.shops.find(id))?.entitlementKeys ?? [];
  const cardOf = (statement: string) => readStatement(statement, keys, id)?.cardNumber ?? null;
  for (const order of shop.orders()) {
    const purchase = bookPurchase(order, cardOf);
    const { cardNumber = null, shopifyCustomerId = null } = purchase.snapshot ?? {};
    const card = cardNumber === null ? null : await stores.cards.find(id, cardNumber);
    const buyer = await buyerOf(stores, id, shopifyCustomerId);
    const owner = card?.customerId ?? buyer;
    if (owner !== null) owned.set(owner, [...(owned.get(owner) ?? []), purchase]);
  }
  return owned;
}

const buyerOf = async (stores: Stores, shop: ShopId, id: ShopifyCustomerId | null): Promise<CustomerId | null> =>
  id === null ? null : ((await stores.customers.findByShopifyId(shop, id))?.id ?? null);

/**
 * What everybody ought to have: the pure core over the sandbox's own books, at the instant at which the app worked its
 * answer out. Only cards and levels given by hand are read from the app, since they are its own facts.
 */
export async function standingsByTheBooks(stores: Stores, shop: ShopWorld): Promise<readonly Omit<Told, 'journal'>[]> {
  const id = shop.domain as ShopId;
  const versions = await stores.programs.allVersions(id);
  const owned = await ownersOf(stores, shop);
  const owedCounts = (await stores.shops.find(id))?.settings.owedCounts ?? false;
  const told = (await peopleOf(stores, id)).map(async (customer) => {
    const [stored, cards, manual] = await Promise.all([
      stores.standings.find(id, customer.id),
      stores.cards.ofCustomer(id, customer.id),
      stores.journal.manualFacts(id, customer.id),
    ]);
    const purchases = owned.get(customer.id) ?? [];
    const uses = (await stores.codes.usesOf(id, { from: customer.id, to: customer.id })).get(customer.id) ?? [];
    const redeemed = redeemedOf(uses, purchases, [...owned.values()].flat());
    const facts = { purchases, cards: heldCards(cards), manual, redeemed, owedCounts };
    const { standings } = evaluateAll(versions, facts, stored?.standing.asOf ?? shop.now());
    return { who: whoIs(customer), standings: named(standings, versions) };
  });
  return (await Promise.all(told)).sort(byWho);
}

export const withoutJournal = (told: readonly Told[]) => told.map(({ who, standings }) => ({ who, standings }));

/** Whose journal does not add up to the standing that is stored. A program that gave nothing yet is in no journal. */
export const unbalanced = (told: readonly Told[]): readonly Told[] =>
  told.filter(({ standings, journal }) => {
    const owed = standings.map(({ program, ...standing }) => ({ program, ...standingSum(standing) }));
    const isBegun = (sum: object) => Object.values({ ...sum, program: null }).some(Boolean);
    return JSON.stringify(owed.filter(isBegun)) !== JSON.stringify(journal);
  });

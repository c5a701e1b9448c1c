import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import { manualFactsOf } from '../../../shared/domain/journal/manual-facts.ts';
import type { CustomerFacts, FactStore } from '../../app/ports/fact-store.ts';
import { type CardDoc, decodeCard } from '../card/card.codec.ts';
import { storedCards } from '../card/card.schema.ts';
import { type CustomerDoc, decodeCustomer, decodeFigures } from '../customer/customer.codec.ts';
import { storedCustomers } from '../customer/customer.schema.ts';
import { gathered } from '../gathered.ts';
import { groupBy } from '../group-by.ts';
import { decodeJournalEntry, type JournalEntryDoc } from '../journal/journal-entry.codec.ts';
import { storedJournalEntries } from '../journal/journal-entry.schema.ts';
import type { ProgramVersionDoc } from '../program/program.codec.ts';
import { storedProgramVersions } from '../program/program.schema.ts';
import { decodePurchase, type PurchaseDoc } from '../purchase/purchase.codec.ts';
import { storedPurchases } from '../purchase/purchase.schema.ts';
import { type RewardCodeDoc, usesOfDoc } from '../reward-code/reward-code.codec.ts';
import { storedCodes } from '../reward-code/reward-code.schema.ts';
import type { ShopDoc } from '../shop/shop.codec.ts';
import { storedShops } from '../shop/shop.schema.ts';
import { decodeStanding, type StandingDoc } from '../standing/standing.codec.ts';
import { storedStandings } from '../standing/standing.schema.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import { createOfCard } from './of-card.ts';
import { decodeReferred, type ReferredDoc, withPeople } from './referred.ts';

/** Each row says which place it comes from. */
type Row =
  | (JournalEntryDoc & { readonly place: 'last' })
  | (CustomerDoc & { readonly place: 'customer' })
  | (PurchaseDoc & { readonly place: 'purchase' })
  | (ReferredDoc & { readonly place: 'referred' })
  | (CardDoc & { readonly place: 'card' })
  | (JournalEntryDoc & { readonly place: 'journal' })
  | (RewardCodeDoc & { readonly place: 'code' })
  | (ProgramVersionDoc & { readonly place: 'version' })
  | (StandingDoc & { readonly place: 'standing' })
  | (Pick<ShopDoc, 'timeZone' | 'settings'> & { readonly place: 'shop' });

const from = (place: Row['place']) => ({ $set: { place } });

const joined = (coll: string, place: Row['place'], match: object, ...stages: readonly object[]) => ({
  $unionWith: { coll, pipeline: [{ $match: match }, ...stages, from(place)] },
});

/**
 * One index look-up per place and customer, however many ask at one moment; the rows come one after another, so that
 * nobody's history is too long for an answer. The journals' last entries come first: the database opens each further
 * place when the one before is at its end.
 */
function question(shop: ShopId, first: CustomerId, others: readonly CustomerId[]): readonly object[] {
  const ids = others.length === 0 ? first : { $in: [first, ...others] };
  const theirs = { shop, customerId: ids };
  return [
    ...LAST,
    from('last'),
    ...others.map((customerId) => joined(storedJournalEntries.name, 'last', { shop, customerId }, ...LAST)),
    joined(storedCustomers.name, 'customer', theirs),
    joined(storedPurchases.name, 'purchase', theirs),
    joined(storedPurchases.name, 'referred', { shop, giverId: ids }, ...withPeople(shop)),
    joined(storedCards.name, 'card', theirs),
    joined(storedJournalEntries.name, 'journal', { ...theirs, isManual: true }),
    joined(storedCodes.name, 'code', { ...theirs, isUsed: true }),
    joined(storedProgramVersions.name, 'version', { shop }),
    joined(storedStandings.name, 'standing', theirs),
    joined(storedShops.name, 'shop', { shop }, { $project: { timeZone: 1, settings: 1 } }),
  ];
}

const LAST = [{ $sort: { sequence: -1 } }, { $limit: 1 }] as const;

/** What lies in a place of one customer, or of the whole shop. */
type Rows = { readonly [P in Row['place']]?: readonly Extract<Row, { place: P }>[] };

function placed(rows: readonly Row[]): Rows {
  const by: { [place: string]: Row[] } = {};
  for (const row of rows) {
    const known = by[row.place];
    if (known === undefined) by[row.place] = [row];
    else known.push(row);
  }
  return by as Rows;
}

export function createMongoFactStore(
  journal: TenantCollection<JournalEntryDoc>,
  cards: TenantCollection<CardDoc>,
  purchases: TenantCollection<PurchaseDoc>,
): FactStore {
  const referred: FactStore['referred'] = async (shop, { from: first, to: last }) => {
    const giverId = { $gte: first, $lte: last };
    return (await purchases.aggregate<ReferredDoc>(shop, { giverId }, withPeople(shop))).flatMap(decodeReferred);
  };
  const ask = gathered(async (shop, ids: readonly CustomerId[]) => {
    const [first, ...others] = ids;
    if (first === undefined) return new Map();
    const rows = await journal.aggregate<Row>(shop, { customerId: first }, question(shop, first, others));
    const isOfShop = ({ place }: Row) => place === 'version' || place === 'shop';
    const { version = [], shop: terms = [] } = placed(rows.filter(isOfShop));
    const each = groupBy(
      rows.filter((row) => !isOfShop(row)),
      (row) => (row.place === 'referred' ? row.giverId : 'customerId' in row ? row.customerId : null),
    );
    const known = ids.flatMap((id) => factsOf({ ...placed(each.get(id) ?? []), version, shop: terms }));
    return new Map(known.map((facts) => [facts.customer.id, facts]));
  });
  return { ofCard: createOfCard(cards), of: ask, referred };
}

function factsOf(rows: Rows): readonly CustomerFacts[] {
  const [doc] = rows.customer ?? [];
  if (doc === undefined) return [];
  const [last] = rows.last ?? [];
  const [copy] = rows.standing ?? [];
  const [shop] = rows.shop ?? [];
  const entries = (rows.journal ?? []).map(decodeJournalEntry);
  const facts: CustomerFacts = {
    last: last === undefined ? null : decodeJournalEntry(last),
    customer: decodeCustomer(doc),
    purchases: (rows.purchase ?? []).map(decodePurchase),
    referred: (rows.referred ?? []).flatMap(decodeReferred),
    givers: (rows.purchase ?? []).flatMap(({ orderId, giverId }) =>
      giverId === undefined ? [] : [{ orderId, giverId }],
    ),
    cards: (rows.card ?? []).map(decodeCard).sort((a, b) => (a.number < b.number ? -1 : 1)),
    manual: entries.sort((a, b) => a.sequence - b.sequence).flatMap(manualFactsOf),
    uses: (rows.code ?? []).flatMap(usesOfDoc),
    versions: (rows.version ?? []).map(({ version }) => version),
    copy: copy === undefined ? null : decodeStanding(copy),
    figures: decodeFigures(doc),
    terms: shop === undefined ? null : { owedCounts: shop.settings.owedCounts, timeZone: shop.timeZone },
  };
  return [facts];
}

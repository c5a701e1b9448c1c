import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import { manualFactsOf } from '../../../shared/domain/journal/manual-facts.ts';
import type { CustomerFacts, FactStore } from '../../app/ports/fact-store.ts';
import { type CardDoc, decodeCard } from '../card/card.codec.ts';
import { storedCards } from '../card/card.schema.ts';
import { type CustomerDoc, decodeCustomer, decodeFigures } from '../customer/customer.codec.ts';
import { storedCustomers } from '../customer/customer.schema.ts';
import { decodeJournalEntry, type JournalEntryDoc } from '../journal/journal-entry.codec.ts';
import { storedJournalEntries } from '../journal/journal-entry.schema.ts';
import type { ProgramVersionDoc } from '../program/program.codec.ts';
import { storedProgramVersions } from '../program/program.schema.ts';
import { decodePurchase, type PurchaseDoc } from '../purchase/purchase.codec.ts';
import { storedPurchases } from '../purchase/purchase.schema.ts';
import type { ShopDoc } from '../shop/shop.codec.ts';
import { storedShops } from '../shop/shop.schema.ts';
import { decodeStanding, type StandingDoc } from '../standing/standing.codec.ts';
import { storedStandings } from '../standing/standing.schema.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import { createOfCard } from './of-card.ts';

/** Each row says which place it comes from. */
type Row =
  | (JournalEntryDoc & { readonly place: 'last' })
  | (CustomerDoc & { readonly place: 'customer' })
  | (PurchaseDoc & { readonly place: 'purchase' })
  | (CardDoc & { readonly place: 'card' })
  | (JournalEntryDoc & { readonly place: 'journal' })
  | (ProgramVersionDoc & { readonly place: 'version' })
  | (StandingDoc & { readonly place: 'standing' })
  | (Pick<ShopDoc, 'timeZone' | 'settings'> & { readonly place: 'shop' });

const from = (place: Row['place']) => ({ $set: { place } });

const joined = (coll: string, place: Row['place'], match: object, ...stages: readonly object[]) => ({
  $unionWith: { coll, pipeline: [{ $match: match }, ...stages, from(place)] },
});

/**
 * One index look-up per place; the rows come one after another, so that nobody's history is too long for an answer. The
 * journal's last entry comes first: the database opens each further place when the one before is at its end.
 */
function question(shop: ShopId, customerId: CustomerId): readonly object[] {
  const theirs = { shop, customerId };
  return [
    { $sort: { sequence: -1 } },
    { $limit: 1 },
    from('last'),
    joined(storedCustomers.name, 'customer', theirs),
    joined(storedPurchases.name, 'purchase', theirs),
    joined(storedCards.name, 'card', theirs),
    joined(storedJournalEntries.name, 'journal', { ...theirs, isManual: true }),
    joined(storedProgramVersions.name, 'version', { shop }),
    joined(storedStandings.name, 'standing', theirs),
    joined(storedShops.name, 'shop', { shop }, { $project: { timeZone: 1, settings: 1 } }),
  ];
}

const of = <P extends Row['place']>(rows: readonly Row[], place: P) =>
  rows.filter((row): row is Extract<Row, { place: P }> => row.place === place);

export function createMongoFactStore(
  journal: TenantCollection<JournalEntryDoc>,
  cards: TenantCollection<CardDoc>,
): FactStore {
  return {
    ofCard: createOfCard(cards),
    of: async (shop, customerId) => {
      const rows = await journal.aggregate<Row>(shop, { customerId }, question(shop, customerId));
      const [doc] = of(rows, 'customer');
      return doc === undefined ? null : factsOf(doc, rows);
    },
  };
}

function factsOf(doc: CustomerDoc, rows: readonly Row[]): CustomerFacts {
  const [last] = of(rows, 'last');
  const [copy] = of(rows, 'standing');
  const [shop] = of(rows, 'shop');
  const entries = of(rows, 'journal').map(decodeJournalEntry);
  return {
    last: last === undefined ? null : decodeJournalEntry(last),
    customer: decodeCustomer(doc),
    purchases: of(rows, 'purchase').map(decodePurchase),
    cards: of(rows, 'card')
      .map(decodeCard)
      .sort((a, b) => (a.number < b.number ? -1 : 1)),
    manual: entries.sort((a, b) => a.sequence - b.sequence).flatMap(manualFactsOf),
    versions: of(rows, 'version').map(({ version }) => version),
    copy: copy === undefined ? null : decodeStanding(copy),
    figures: decodeFigures(doc),
    terms: shop === undefined ? null : { owedCounts: shop.settings.owedCounts, timeZone: shop.timeZone },
  };
}

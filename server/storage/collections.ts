import type { Connection } from 'mongoose';
import { bounded, type Patience } from './bounded.ts';
import { storedCards, storedSeries } from './card/card.schema.ts';
import { storedClubParts, storedInvitations, storedVisits } from './club/club.schema.ts';
import { storedCustomers } from './customer/customer.schema.ts';
import type { Stored } from './define-stored.ts';
import { storedDraws, storedLots } from './draw/draw.schema.ts';
import { storedOutbox } from './entitlement-outbox/outbox.schema.ts';
import { storedGuesses } from './guess/guess.schema.ts';
import { storedImports } from './import/import.schema.ts';
import { storedInboxItems } from './inbox/inbox-item.schema.ts';
import { storedJournalEntries } from './journal/journal-entry.schema.ts';
import { storedNotes } from './note/note.schema.ts';
import { storedPrivacyFiles } from './privacy-file/privacy-file.schema.ts';
import { storedPrograms, storedProgramVersions } from './program/program.schema.ts';
import { storedPurchases } from './purchase/purchase.schema.ts';
import { storedCodes, storedRewardDiscounts } from './reward-code/reward-code.schema.ts';
import { storedSessionLocks, storedSessions } from './session/session.schema.ts';
import { storedShops } from './shop/shop.schema.ts';
import { storedSimulations } from './simulation/simulation.schema.ts';
import { storedStandings } from './standing/standing.schema.ts';
import { createTenantCollection, type TenantCollection, type Tenanted } from './tenant-collection.ts';
import { storedVariantCosts } from './variant-cost/variant-cost.schema.ts';

/** Every collection there is. Indexes, stores and the erasing of a shop come of this list, so none is forgotten. */
export const allStored = {
  cards: storedCards,
  codes: storedCodes,
  customers: storedCustomers,
  draws: storedDraws,
  guesses: storedGuesses,
  imports: storedImports,
  inbox: storedInboxItems,
  invitations: storedInvitations,
  journal: storedJournalEntries,
  lots: storedLots,
  notes: storedNotes,
  clubParts: storedClubParts,
  outbox: storedOutbox,
  privacyFiles: storedPrivacyFiles,
  programs: storedPrograms,
  programVersions: storedProgramVersions,
  purchases: storedPurchases,
  rewardDiscounts: storedRewardDiscounts,
  series: storedSeries,
  sessionLocks: storedSessionLocks,
  sessions: storedSessions,
  shops: storedShops,
  simulations: storedSimulations,
  standings: storedStandings,
  variantCosts: storedVariantCosts,
  visits: storedVisits,
} as const;

export type CollectionName = keyof typeof allStored;

type RowOf<S> = S extends Stored<infer D> ? D : never;
export type Collections = { readonly [K in CollectionName]: TenantCollection<RowOf<(typeof allStored)[K]>> };

/** The collections of a database as the driver has them: rows are read as they are, without a document around them. */
export function openCollections(connection: Connection, patience: Patience): Collections {
  const database = connection.getClient().db(connection.name);
  const open = <D extends Tenanted>({ name, isLight }: Stored<D>) =>
    createTenantCollection(
      bounded(database.collection<D>(name, isLight ? { readConcern: { level: 'local' } } : {}), patience),
    );
  const opened = Object.entries(allStored).map(([key, stored]) => [key, open(stored as Stored<Tenanted>)]);
  return Object.fromEntries(opened) as Collections;
}

/** Makes the indexes that are not there yet; those that are cost nothing. */
export async function makeIndexes(connection: Connection): Promise<void> {
  const database = connection.getClient().db(connection.name);
  const making = Object.values(allStored).map(({ name, indexes }) =>
    database.collection(name).createIndexes(indexes.map(({ fields, options }) => ({ ...options, key: fields }))),
  );
  await Promise.all(making);
}

import type { FileDelivery } from '../../server/app/ports/inbox-store.ts';
import type { CustomerFigures, CustomerQuery } from '../../server/app/ports/read-models.ts';
import type { StoredStanding } from '../../server/app/ports/standing-store.ts';
import type { Customer } from '../../shared/domain/customer/customer.ts';
import type { CustomerId, Instant, JournalEntryId, ProgramId, SeriesId } from '../../shared/domain/ids.ts';
import type { Card, Series } from '../../shared/domain/instrument/card.ts';
import type { JournalEntry } from '../../shared/domain/journal/journal.ts';
import type { ProgramVersion } from '../../shared/domain/program/program.ts';
import type { CustomerStanding, Standing } from '../../shared/domain/standing/standing.ts';
import { cardNumber, customer, program } from '../app/builders.ts';
import { NOW } from '../app/set-up.ts';

export { NOW };

export const series = (id: number): SeriesId => `ser_${String(id).padStart(10, '0')}` as SeriesId;

export const aCustomer = (id: number, change: Partial<Customer> = {}): Customer => ({
  id: customer(id),
  state: 'entered',
  shopifyCustomerIds: [],
  foreignId: null,
  firstName: 'Anna',
  patronymic: null,
  surname: 'Koch',
  email: `anna.${id}@example.test`,
  phone: null,
  birthDate: null,
  gender: null,
  address: null,
  language: null,
  emailConsent: { state: 'unknown', at: null },
  mergedInto: null,
  createdAt: NOW + id,
  shopifyUpdatedAt: null,
  revision: 0,
  ...change,
});

export const someFigures = (change: Partial<CustomerFigures> = {}): CustomerFigures => ({
  cards: [],
  spentMinor: 0,
  purchases: 0,
  discountBp: 0,
  firstPurchaseAt: null,
  lastPurchaseAt: null,
  dueCard: [],
  sequence: 1,
  asOf: NOW,
  ...change,
});

export const everybody = (change: Partial<CustomerQuery> = {}): CustomerQuery => ({
  search: '',
  states: [],
  has: null,
  order: 'newest',
  after: null,
  max: 50,
  ...change,
});

export const aStandingOf = (id: ProgramId, change: Partial<Standing> = {}): Standing => ({
  programId: id,
  version: 1,
  takesPart: true,
  windowStartsAt: null,
  windowEndsAt: null,
  spentMinor: 50_000,
  purchases: 2,
  items: 3,
  position: 0,
  level: 0,
  givenBp: 0,
  discountBp: 100,
  next: { level: 1, missingSpentMinor: 30_000, missingPurchases: 0 },
  changesAt: null,
  ...change,
});

export const aCustomerStanding = (changesAt: Instant | null = null, asOf: Instant = NOW): CustomerStanding => ({
  asOf,
  standings: [aStandingOf(program(1)), aStandingOf(program(2), { changesAt })],
});

export const aStored = (id: number, sequence: number, standing = aCustomerStanding()): StoredStanding => ({
  customerId: customer(id),
  sequence,
  standing,
});

export const anEntry = (of: CustomerId, sequence: number, change: Partial<JournalEntry> = {}): JournalEntry => ({
  id: `jrn_${of.slice(4)}${sequence}` as JournalEntryId,
  customerId: of,
  sequence,
  at: NOW + sequence,
  asOf: NOW + sequence,
  by: null,
  cause: { kind: 'time_passed' },
  changes: [{ kind: 'spent', programId: program(1), before: 0, after: 50_000 }],
  standing: aCustomerStanding(),
  ...change,
});

export const aSeries = (id: number, change: Partial<Series> = {}): Series => ({
  id: series(id),
  programId: program(1),
  name: `Series ${id}`,
  prefix: '2001',
  count: 10,
  emitted: 0,
  expiresAt: null,
  createdAt: NOW + id,
  ...change,
});

export const aBlank = (id: number, change: Partial<Card> = {}): Card => ({
  number: cardNumber(id),
  seriesId: series(1),
  programId: program(1),
  state: 'emitted',
  customerId: null,
  issuedAt: null,
  issuedBy: null,
  replacedBy: null,
  expiresAt: null,
  history: [{ at: NOW, by: null, kind: 'emitted', customerId: null, note: '' }],
  revision: 0,
  ...change,
});

export const aVersion = (id: number, version: number): ProgramVersion => ({
  programId: program(id),
  version,
  name: 'Regulars',
  currency: 'EUR',
  timeZone: 'Europe/Prague',
  effectiveAt: NOW,
  endsAt: null,
  membership: { kind: 'everyone' },
  window: { kind: 'lifetime' },
  mechanic: { kind: 'fixed', discountBp: 500 },
});

export const aDelivery = (id: string, change: Partial<FileDelivery> = {}): FileDelivery => ({
  webhookId: id,
  topic: 'orders/paid',
  apiVersion: '2026-10',
  triggeredAt: NOW - 5,
  receivedAt: NOW,
  body: `{"id":1,"customer":{"id":${id.length}}}`,
  ...change,
});

import type {
  CardListView,
  CustomerListView,
  CustomerRowView,
  CustomerView,
  ImportView,
  SeriesView,
} from '../../../shared/contract/api.ts';
import type { ProgramView } from '../../../shared/contract/program.ts';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { eventually, type Merchant } from '../../support/merchant.ts';
import { everyYear, wholesaleAndRetail } from './demo-programs.ts';

const IMPORTED_WITHIN_MS = 120_000;
const CARDS = 200;
const HOLDERS = 12;

async function publish(merchant: Merchant, draft: ProgramDraft): Promise<ProgramView> {
  const { id } = await merchant.post<ProgramView>('/api/programs', { draft });
  return merchant.post<ProgramView>(`/api/programs/${id}/publish`, { effectiveAt: null });
}

/** The shop's past is there: customers, orders, refunds, as Shopify's bulk operations gave them. */
async function imported(merchant: Merchant): Promise<void> {
  const isOver = (imports: readonly ImportView[]) =>
    imports.length > 0 && imports.every(({ state }) => state === 'done' || state === 'failed');
  const imports = await eventually(
    () => merchant.get<readonly ImportView[]>('/api/imports'),
    isOver,
    IMPORTED_WITHIN_MS,
  );
  const failed = imports.find(({ state }) => state === 'failed');
  if (failed !== undefined) throw new Error(`the import of ${failed.kind} failed: ${failed.why}`);
}

/** The best customers hold a card; one of them lost it once, another one's is blocked. */
async function handOutCards(merchant: Merchant, program: ProgramView): Promise<void> {
  const series = { programId: program.id, name: 'First run', count: CARDS, expiresAt: null };
  const { id } = await merchant.post<SeriesView>('/api/series', series);
  const { cards } = await merchant.get<CardListView>(`/api/cards?seriesId=${id}&max=50`);
  const numbers = cards.map(({ number }) => number);
  const { rows } = await merchant.get<CustomerListView>(`/api/customers?order=spent&max=${HOLDERS}`);
  for (const [i, row] of rows.entries()) {
    await merchant.post(`/api/cards/${numbers[i]}/link`, { customerId: row.id });
  }
  const [lost, blocked] = [numbers[3], numbers[4]];
  await merchant.post(`/api/cards/${lost}/replace`, { number: numbers[HOLDERS], note: 'Lost on the tram' });
  await merchant.post(`/api/cards/${blocked}/block`, { blocked: true, note: 'Reported stolen' });
}

async function giveLevelByHand(merchant: Merchant, program: ProgramView, to: CustomerRowView): Promise<void> {
  await merchant.post<CustomerView>(`/api/customers/${to.id}/level`, {
    programId: program.id,
    discountBp: 1000,
    note: 'A friend of the house',
  });
}

/** Makes the shop lively through the front door only: what a merchant would click, once. */
export async function setUpDemoShop(merchant: Merchant, say: (line: string) => void): Promise<void> {
  await merchant.get('/api/shop');
  say("Reading the shop's past into Regulars …");
  await imported(merchant);
  await eventually(
    () => merchant.get<{ counts: Record<string, number> }>('/api/inbox'),
    ({ counts }) => (counts.filed ?? 0) + (counts.leased ?? 0) === 0,
    IMPORTED_WITHIN_MS,
  );
  say('Publishing two programs and handing out cards …');
  const byCard = await publish(merchant, wholesaleAndRetail);
  await publish(merchant, everyYear);
  await handOutCards(merchant, byCard);
  const { rows } = await merchant.get<CustomerListView>('/api/customers?order=spent&max=2');
  if (rows[1] !== undefined) await giveLevelByHand(merchant, byCard, rows[1]);
}

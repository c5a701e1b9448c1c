import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CardView,
  CustomerListView,
  CustomerView,
  ExplanationView,
  JournalView,
  PurchaseListView,
} from '../../shared/contract/api.ts';
import type { ProgramCheckView, ProgramRowView, ProgramView } from '../../shared/contract/program.ts';
import type { QuoteView, TillCardView, TypedCardView } from '../../shared/contract/till.ts';
import { emptyDraft, type ProgramDraft } from '../../shared/domain/program/draft.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { proxyQuery, webhookHeaders } from '../support/signing.ts';
import { changed, fixture } from '../webhooks/fixture.ts';

const SHOP = 'every-visit.myshopify.com';
const DAY_MS = 86_400_000;

const everyVisit: ProgramDraft = {
  ...emptyDraft,
  name: 'Every visit',
  membership: 'card',
  cardFrom: '0.00',
  earlier: 'count',
  mechanic: 'step_up',
  startPercent: '0',
  stepPercent: '1.5',
  capPercent: '4',
  decay: 'step_back',
  decayDays: '30',
  referral: 'once',
  welcomePercent: '8',
  bonusPercent: '5',
  referralDays: '30',
};

let app: TestApp;
let program: ProgramView;
let card = '';
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const get = async <T>(path: string): Promise<T> => (await (await app.as(SHOP).get(path)).json()) as T;
async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await app.as(SHOP).post(path, body);
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** One order of the same customer is paid, so many days ago; `statement`: the typed card that stood in the cart. */
async function pay(id: number, daysAgo: number, statement: string | null = null, by?: number): Promise<void> {
  const at = new Date(Date.now() - daysAgo * DAY_MS).toISOString();
  const attributes = statement === null ? [] : [{ name: '_regulars', value: statement }];
  const told = {
    id,
    name: `#${id}`,
    processed_at: at,
    updated_at: at,
    note_attributes: attributes,
    ...(by ? { customer: { id: by } } : {}),
  };
  const body = JSON.stringify({ ...changed(fixture('orders-paid'), 'cancelled_at', null), ...told });
  const headers = webhookHeaders(SHOP, 'orders/paid', body, { 'x-shopify-webhook-id': randomUUID() });
  expect((await fetch(`${app.url}/webhooks`, { method: 'POST', headers, body })).status).toBe(200);
  await app.actOnInbox();
}

let holderId: string | undefined;
async function holder(): Promise<CustomerView> {
  holderId ??= (await get<CustomerListView>('/api/customers')).rows[0]?.id;
  return get<CustomerView>(`/api/customers/${holderId}`);
}
const standing = async () => (await holder()).standings[0]?.standing;
const typeCard = async (customer?: number): Promise<TypedCardView> => {
  const body = JSON.stringify({ number: card, session: 'tab' });
  const headers = { 'content-type': 'application/json' };
  return (await (
    await fetch(
      `${app.url}/proxy/card?${proxyQuery(SHOP, customer ? { logged_in_customer_id: String(customer) } : {})}`,
      { method: 'POST', headers, body },
    )
  ).json()) as TypedCardView;
};

describe('a program with a step for every visit', () => {
  it('shows as one types what a pause would take', async () => {
    const { faults, example } = await post<ProgramCheckView>('/api/programs/check', { draft: everyVisit });
    expect(faults).toEqual([]);
    expect(example.map(({ stepsBack, discountBpAfter }) => [stepsBack, discountBpAfter])).toEqual([
      [0, 150],
      [0, 300],
      [0, 400],
      [0, 400],
      [1, 400],
    ]);
    const draft = { ...everyVisit, stepPercent: '0', capPercent: '101', decayDays: '' };
    const wrong = await post<ProgramCheckView>('/api/programs/check', { draft });
    expect(wrong.faults.map(({ path }) => path)).toEqual(['capPercent', 'stepPercent', 'decayDays']);
  });

  it('is published, and goes back into the form as it was typed', async () => {
    const { id } = await post<ProgramView>('/api/programs', { draft: everyVisit });
    program = await post<ProgramView>(`/api/programs/${id}/publish`, { effectiveAt: null });
    expect(program).toMatchObject({ mechanic: 'step_up', draft: everyVisit });
    expect(await get<readonly ProgramRowView[]>('/api/programs')).toMatchObject([{ mechanic: 'step_up' }]);
  });

  it('counts the purchases of a holder, and takes a step back for the pause since then', async () => {
    await pay(7001, 45);
    await pay(7002, 40);
    await post('/api/series', { programId: program.id, name: 'First', count: 1, expiresAt: null });
    const { cards } = await get<{ cards: readonly CardView[] }>('/api/cards');
    card = cards[0]?.number ?? '';
    await post(`/api/cards/${card}/link`, { customerId: (await holder()).id });
    expect(await standing()).toMatchObject({ purchases: 2, position: 1, discountBp: 150 });
    const { entries } = await get<JournalView>(`/api/customers/${(await holder()).id}/journal`);
    expect(entries[0]?.changes).toContainEqual({ kind: 'position', programId: program.id, before: 0, after: 1 });
  });

  it('is the same percentage to a shopper who types the card, at the till, and in its quote', async () => {
    expect(await typeCard()).toMatchObject({ accepted: true, discountBp: 150 });
    expect(await get<TillCardView>(`/ext/cards/${card}`)).toMatchObject({
      standings: [{ programName: 'Every visit', levelName: null, standing: { position: 1, discountBp: 150 } }],
    });
    const lines = [{ id: 'a', quantity: 1, amountMinor: 1_233, unitCostMinor: null, isGiftCard: false }];
    // 1.5 % of 12.33 are 0.18495.
    expect(await post<QuoteView>('/ext/quote', { cardNumber: card, shopifyCustomerId: null, lines })).toMatchObject({
      discountBp: 150,
      totalMinor: 18,
    });
  });

  it('goes on with the next purchase, up to the cap', async () => {
    await pay(7003, 0, (await typeCard()).statement);
    expect(await standing()).toMatchObject({ purchases: 3, position: 2, discountBp: 300 });
    await pay(7004, 0, (await typeCard()).statement);
    expect(await standing()).toMatchObject({ purchases: 4, position: 3, discountBp: 400 });
    expect((await typeCard()).discountBp).toBe(400);
  });
});

describe('a card handed on', () => {
  const FRIEND = 4_711;
  const quote = (shopifyCustomerId: string | null) => {
    const lines = [{ id: 'a', quantity: 1, amountMinor: 10_000, unitCostMinor: null, isGiftCard: false }];
    return post<QuoteView>('/ext/quote', { cardNumber: card, shopifyCustomerId, lines });
  };

  it('welcomes a new customer at the till and on the storefront, and says so', async () => {
    expect(await quote(String(FRIEND))).toMatchObject({ welcome: 'given', totalMinor: 800, customerName: null });
    expect(await quote(null)).toMatchObject({ welcome: null, totalMinor: 400 });
    expect(await typeCard(FRIEND)).toMatchObject({ discountBp: 800, welcome: { kind: 'given' } });
    expect(await typeCard()).toMatchObject({ welcome: { kind: 'sign_in', welcomeBp: 800 } });
  });

  it('brings the giver 5 points on the next purchase, told on the page of both', async () => {
    const statement = (await typeCard(FRIEND)).statement;
    const giver = (await standing())?.purchases;
    await pay(7005, 0, statement, FRIEND);
    expect(await standing()).toMatchObject({ purchases: giver, discountBp: 900, referral: { brought: 1, ready: 1 } });
    const { friends } = await holder();
    expect(friends).toMatchObject([{ order: '#7005', became: 'counts' }]);
    const path = `/api/customers/${friends[0]?.customerId}/purchases`;
    const { purchases } = await get<PurchaseListView>(path);
    expect(purchases).toMatchObject([
      { handedOn: { cardNumber: card, giverId: (await holder()).id, became: 'counts' } },
    ]);
    const why = await get<ExplanationView>(`${path}/7005/explanation`);
    expect(why).toMatchObject({ welcome: { discountBp: 800, became: 'counts' }, best: { discountBp: 800 } });
    expect(await quote(String(FRIEND))).toMatchObject({ welcome: null });
  });
});

describe('a draft that was stored before there were steps', () => {
  it('is shown and published as it was typed', async () => {
    const { startPercent: _s, stepPercent: _p, capPercent: _c, decay: _d, decayDays: _n, ...older } = everyVisit;
    const draft = { ...older, name: 'Older', mechanic: 'fixed', fixedPercent: '5' };
    const drafted = await app.useCases.draftProgram(app.shop(SHOP), null, draft);
    const id = drafted.ok ? drafted.value.id : '';
    expect((await get<ProgramView>(`/api/programs/${id}`)).draft).toEqual({ ...emptyDraft, ...draft });
    const published = await post<ProgramView>(`/api/programs/${id}/publish`, { effectiveAt: null });
    expect(published).toMatchObject({ mechanic: 'fixed', lastVersion: 1 });
  });
});

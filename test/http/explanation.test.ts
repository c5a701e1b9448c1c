import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DISCOUNT_TITLE } from '../../server/app/shop/tell-rules.ts';
import type {
  CardListView,
  CustomerListView,
  CustomerView,
  ExplanationView,
  SeriesView,
} from '../../shared/contract/api.ts';
import type { ProgramView } from '../../shared/contract/program.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { webhookHeaders } from '../support/signing.ts';
import { type Body, changed, fixture } from '../webhooks/fixture.ts';
import { aCustomerForm, aDraft } from './routes.ts';
import { seedShop } from './seed-shop.ts';

const SHOP = 'why.myshopify.com';
const OTHER = 'why-not.myshopify.com';
const DAY_MS = 86_400_000;

let app: TestApp;
let buyer = '';
beforeAll(async () => {
  app = await startTestApp();
  const { customer } = await seedShop(app, SHOP);
  await seedShop(app, OTHER);
  await pay(7001, -3, '600.00');
  await pay(7002, 1, '100.00');
  await pay(7003, 2, '300.00', '3.00');
  const { rows } = await get<CustomerListView>('/api/customers?order=spent');
  buyer = rows.find(({ id }) => id !== customer)?.id ?? '';
});
afterAll(() => app.stop());

const get = async <T>(path: string): Promise<T> => (await (await app.as(SHOP).get(path)).json()) as T;
async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await app.as(SHOP).post(path, body);
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
const why = (id: number | string, customer = buyer) => `/api/customers/${customer}/purchases/${id}/explanation`;

/** One order of one line is paid, so many days from now; `ours`: what our discount took of it. */
async function pay(id: number, inDays: number, price: string, ours: string | null = null): Promise<void> {
  const at = new Date(Date.now() + inDays * DAY_MS).toISOString();
  const order: Body = changed(fixture('orders-paid'), 'cancelled_at', null);
  const money = (amount: string) => ({ shop_money: { amount, currency_code: String(order.currency) } });
  const [line] = order.line_items as readonly Body[];
  const allocations = ours === null ? [] : [{ amount_set: money(ours), discount_application_index: 0 }];
  const goods = { quantity: 1, current_quantity: 1, price_set: money(price), discount_allocations: allocations };
  const told = {
    ...{ id, name: `#${id}`, processed_at: at, updated_at: at, refunds: [] },
    discount_applications: [{ type: 'automatic', title: DISCOUNT_TITLE }],
    line_items: [{ ...line, ...goods }],
  };
  const body = JSON.stringify({ ...order, ...told });
  const headers = webhookHeaders(SHOP, 'orders/paid', body, { 'x-shopify-webhook-id': randomUUID() });
  expect((await fetch(`${app.url}/webhooks`, { method: 'POST', headers, body })).status).toBe(200);
  await app.actOnInbox();
}

describe('why the discount of an order is what it is', () => {
  it('answers with the rule, the standing just before, and the purchases behind it', async () => {
    const told = await get<ExplanationView>(why(7003));
    expect(told).toMatchObject({ name: '#7003', best: { discountBp: 100 }, fromMinor: 300, toMinor: 300 });
    expect(told.programs).toMatchObject([
      {
        version: { version: 1, name: 'Regulars' },
        standing: { spentMinor: 70_000, purchases: 2, discountBp: 100 },
        basis: { kind: 'level', level: 0, reached: 'now' },
        behind: { purchases: [{ name: '#7002' }, { name: '#7001', netMinor: 60_000 }], more: 0 },
      },
    ]);
  });

  it('says that no program ran at the time of an older order', async () => {
    expect(await get<ExplanationView>(why(7001))).toMatchObject({ programs: [], best: null, verdict: 'nothing_owed' });
  });

  it('tells what was promised and not taken, with what is possible', async () => {
    const told = await get<ExplanationView>(why(7002));
    expect(told).toMatchObject({ verdict: 'less', fromMinor: 100, takenMinor: 0 });
    expect(told.causes).toContain('standing_on_its_way');
  });

  it('still counts a card that was in use then and was blocked later', async () => {
    const always = { ...aDraft, name: 'Always', membership: 'card', cardFrom: '0', earlier: 'count' };
    const draft = { ...always, mechanic: 'fixed', fixedPercent: '5', levels: [] };
    const { id } = await post<ProgramView>('/api/programs', { draft });
    await post(`/api/programs/${id}/publish`, { effectiveAt: null });
    const series = await post<SeriesView>('/api/series', { programId: id, name: 'A', count: 1, expiresAt: null });
    const { cards } = await get<CardListView>(`/api/cards?seriesId=${series.id}`);
    await post(`/api/cards/${cards[0]?.number}/link`, { customerId: buyer });
    await pay(7004, 0, '100.00', '5.00');
    await post(`/api/cards/${cards[0]?.number}/block`, { blocked: true, note: '' });
    expect(await get<ExplanationView>(why(7004))).toMatchObject({ best: { discountBp: 500 }, verdict: 'as_promised' });
    await pay(7005, 3, '100.00');
    const later = await get<ExplanationView>(why(7005));
    expect(later.programs.find(({ version }) => version.name === 'Always')?.basis.kind).toBe('no_card');
  });

  it('changes nothing by being asked', async () => {
    const before = await get(`/api/customers/${buyer}/journal`);
    await get(why(7003));
    expect(await get(`/api/customers/${buyer}/journal`)).toEqual(before);
  });

  it('knows no order that does not exist, is malformed, or is somebody else’s', async () => {
    const other = (await (await app.as(SHOP).post('/api/customers', aCustomerForm)).json()) as CustomerView;
    for (const path of [why(9999), why('not-an-order'), why(7003, other.id)]) {
      const answer = await app.as(SHOP).get(path);
      expect([answer.status, await answer.json()]).toEqual([404, { code: 'unknown_purchase' }]);
    }
    for (const [shop, path] of [
      [OTHER, why(7003)],
      [SHOP, why(7003, 'cus_nobodynobody')],
    ] as const) {
      const answer = await app.as(shop).get(path);
      expect([answer.status, await answer.json()]).toEqual([404, { code: 'unknown_customer' }]);
    }
  });

  it('says nothing any more of an order that was deleted', async () => {
    const body = JSON.stringify({ id: 7002 });
    const headers = webhookHeaders(SHOP, 'orders/delete', body, { 'x-shopify-webhook-id': randomUUID() });
    expect((await fetch(`${app.url}/webhooks`, { method: 'POST', headers, body })).status).toBe(200);
    await app.actOnInbox();
    expect((await app.as(SHOP).get(why(7002))).status).toBe(404);
    const { programs } = await get<ExplanationView>(why(7003));
    const regulars = programs.find(({ version }) => version.name === 'Regulars');
    // 600.00 from before, 100.00 of #7004 (95.00 charged); the deleted one is gone.
    expect(regulars?.standing.spentMinor).toBe(69_500);
  });
});

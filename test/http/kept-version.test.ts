import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CustomerListView, CustomerView, ExplanationView, JournalView } from '../../shared/contract/api.ts';
import type { ProgramView } from '../../shared/contract/program.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { webhookHeaders } from '../support/signing.ts';
import { type Body, changed, fixture } from '../webhooks/fixture.ts';
import { aDraft } from './routes.ts';

const SHOP = 'keeps.myshopify.com';
const HOUR_MS = 3_600_000;
const UNTIL = Math.ceil(Date.now() / 1000) * 1000 + 720 * HOUR_MS;

let app: TestApp;
let program = '';
let buyer = '';

/** A fixed percentage for everybody; the second version gives less, and who bought before keeps the first. */
beforeAll(async () => {
  app = await startTestApp();
  const { id } = await post<ProgramView>('/api/programs', { draft: fixed('5') });
  program = id;
  await post(`/api/programs/${id}/publish`, { effectiveAt: null });
  await pay(8001);
  app.skip(HOUR_MS);
  await app.as(SHOP).send('PUT', `/api/programs/${id}/draft`, { draft: fixed('3') });
  await post(`/api/programs/${id}/publish`, { effectiveAt: null, keeps: { until: UNTIL } });
  await app.useCases.rebuildStandings(app.shop(SHOP));
  buyer = (await get<CustomerListView>('/api/customers?order=spent')).rows[0]?.id ?? '';
});
afterAll(() => app.stop());

const fixed = (fixedPercent: string) => ({ ...aDraft, mechanic: 'fixed', fixedPercent, levels: [] });
const get = async <T>(path: string): Promise<T> => (await (await app.as(SHOP).get(path)).json()) as T;
async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await app.as(SHOP).post(path, body);
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** An order is paid, so many hours from now. */
async function pay(id: number, inHours = 0): Promise<void> {
  const at = new Date(Date.now() + inHours * HOUR_MS).toISOString();
  const order: Body = changed(fixture('orders-paid'), 'cancelled_at', null);
  const body = JSON.stringify({ ...order, id, name: `#${id}`, processed_at: at, updated_at: at, refunds: [] });
  const headers = webhookHeaders(SHOP, 'orders/paid', body, { 'x-shopify-webhook-id': randomUUID() });
  expect((await fetch(`${app.url}/webhooks`, { method: 'POST', headers, body })).status).toBe(200);
  await app.actOnInbox();
}

describe('a version that keeps what holders were promised', () => {
  it('stands on the program’s page with what it keeps and until when', async () => {
    const { versions } = await get<ProgramView>(`/api/programs/${program}`);
    expect(versions.map(({ version, keeps }) => [version, keeps])).toEqual([
      [2, { until: UNTIL }],
      [1, undefined],
    ]);
  });

  it('shows on the customer’s page and in the journal which version is kept', async () => {
    const { standings } = await get<CustomerView>(`/api/customers/${buyer}`);
    expect(standings).toMatchObject([
      { standing: { version: 1, discountBp: 500, kept: { inForce: 2, until: UNTIL }, changesAt: UNTIL } },
    ]);
    const { entries } = await get<JournalView>(`/api/customers/${buyer}/journal`);
    expect(entries[0]).toMatchObject({
      cause: { kind: 'program_published', version: 2 },
      changes: [{ kind: 'kept', after: 1 }],
    });
  });

  it('is named by the explanation of a later order', async () => {
    await pay(8002, 0.9);
    await pay(8003, 1.1);
    const why = (id: number) => get<ExplanationView>(`/api/customers/${buyer}/purchases/${id}/explanation`);
    expect((await why(8002)).programs).toMatchObject([{ version: { version: 1 }, keptBeside: null }]);
    const { best, programs } = await why(8003);
    expect([best?.discountBp, programs.length]).toEqual([500, 1]);
    expect(programs).toMatchObject([{ version: { version: 1 }, keptBeside: 2, basis: { kind: 'fixed' } }]);
  });

  it('is refused beside its field when nothing would be kept for any time', async () => {
    await app.as(SHOP).send('PUT', `/api/programs/${program}/draft`, { draft: fixed('2') });
    const answer = await app
      .as(SHOP)
      .post(`/api/programs/${program}/publish`, { effectiveAt: null, keeps: { until: 1 } });
    const body = (await answer.json()) as { readonly faults: readonly { readonly path: string }[] };
    expect([answer.status, body.faults]).toEqual([400, [{ path: 'keptUntil', code: 'keeping_ends_too_early' }]]);
  });
});

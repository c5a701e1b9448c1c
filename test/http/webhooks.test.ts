import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.ts';
import { webhookHeaders } from '../support/signing.ts';

const SHOP = 'webhooks.myshopify.com';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.as(SHOP).get('/api/shop');
});
afterAll(() => app.stop());

const tell = (topic: string, body: string, change: Record<string, string> = {}, secret?: string) =>
  fetch(`${app.url}/webhooks`, { method: 'POST', headers: webhookHeaders(SHOP, topic, body, change, secret), body });

type Row = { readonly id: string; readonly webhookId: string; readonly state: string; readonly outcome: string | null };
const inbox = async (): Promise<readonly Row[]> => {
  const list = (await (await app.as(SHOP).get('/api/inbox?max=100')).json()) as { rows: readonly Row[] };
  return list.rows;
};
const rowOf = async (webhookId: string): Promise<Row | undefined> =>
  (await inbox()).find((row) => row.webhookId === webhookId);

describe('the webhook door of the assembled app', () => {
  it('turns away a wrong signature and keeps nothing of it', async () => {
    const before = await inbox();
    expect((await tell('orders/create', '{"id":1}', {}, 'another-secret')).status).toBe(401);
    expect((await tell('orders/create', '{"id":1}', { 'x-shopify-hmac-sha256': '' })).status).toBe(401);
    expect(await inbox()).toEqual(before);
  });

  it('files a repeat once and is content both times', async () => {
    const id = randomUUID();
    const answers = [];
    for (let i = 0; i < 3; i += 1) {
      answers.push((await tell('orders/create', '{"id":1}', { 'x-shopify-webhook-id': id })).status);
    }
    expect(answers).toEqual([200, 200, 200]);
    expect((await inbox()).filter((row) => row.webhookId === id)).toHaveLength(1);
  });

  it('files an unknown topic and tells the merchant of it', async () => {
    const id = randomUUID();
    expect((await tell('moons/risen', '{}', { 'x-shopify-webhook-id': id })).status).toBe(200);
    await app.actOnInbox();
    expect(await rowOf(id)).toMatchObject({ state: expect.stringMatching(/^(skipped|refused|failed)$/) });
  });

  it('keeps a body it cannot read, shows it, and takes it again when asked', async () => {
    const id = randomUUID();
    expect((await tell('orders/paid', '{"id": "not an order"', { 'x-shopify-webhook-id': id })).status).toBe(200);
    await app.actOnInbox();
    const row = await rowOf(id);
    expect(row?.state).toBe('refused');
    const shown = await (await app.as(SHOP).get(`/api/inbox/${row?.id}`)).json();
    expect(shown).toMatchObject({ body: '{"id": "not an order"', faults: [expect.anything()] });
    const home = (await (await app.as(SHOP).get('/api/home')).json()) as { attention: unknown[] };
    const count = (await inbox()).filter(({ state }) => state === 'refused').length;
    expect(home.attention).toContainEqual({ kind: 'refused_webhooks', count });
    const replayed = await app.as(SHOP).send('POST', `/api/inbox/${row?.id}/replay`, undefined);
    expect([replayed.status, await replayed.json()]).toMatchObject([200, { state: 'filed' }]);
  });

  it('takes a body of several megabytes, which the admin would not', async () => {
    const big = JSON.stringify({ id: 5, note: 'x'.repeat(5_000_000) });
    expect((await tell('orders/updated', big)).status).toBe(200);
  });
});

import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { AppError } from '../../server/app/ports/app-error.ts';
import type { FileDelivery, InboxStore } from '../../server/app/ports/inbox-store.ts';
import { createErrorResponse } from '../../server/http/error-response.ts';
import { createCheckWebhook } from '../../server/shopify/webhook/check-webhook.ts';
import { unreadable } from '../../shared/domain/fault.ts';
import { readBody } from '../../webhooks/body-text.ts';
import { BODY_BYTES_MAX, createWebhookRouter } from '../../webhooks/router.ts';
import { countedIds } from '../app/counted.ts';
import { createInMemoryStores } from '../support/in-memory/create-in-memory-stores.ts';
import { TEST_SECRET, webhookHeaders } from '../support/signing.ts';

const SHOP = 'demo.myshopify.com';
const RECEIVED_AT = Date.UTC(2026, 10, 25, 10);
const PREVIOUS = 'test-api-secret-before';

let server: Server;
let filed: FileDelivery[];
let logged: { event: string; facts: unknown }[];
let nudges: number;
let failWith: unknown;
beforeEach(async () => {
  const { inbox } = createInMemoryStores({ newInboxId: countedIds().inbox });
  filed = [];
  logged = [];
  nudges = 0;
  failWith = null;
  const file: InboxStore['file'] = async (shop, delivery) => {
    if (failWith !== null) throw failWith;
    const answer = await inbox.file(shop, delivery);
    if (answer.outcome === 'filed') filed.push(delivery);
    return answer;
  };
  const note = (event: string, facts: unknown = {}) => void logged.push({ event, facts });
  const log = { info: note, warn: note, error: note };
  const router = createWebhookRouter({
    check: createCheckWebhook([TEST_SECRET, PREVIOUS]),
    inbox: { file },
    clock: { now: () => RECEIVED_AT },
    log,
    nudge: () => {
      nudges += 1;
    },
  });
  const app = express().use(router, createErrorResponse({ log, newId: () => 'error-1' }));
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
const send = (body: string, change: Record<string, string> = {}, secret?: string) =>
  fetch(url(), { method: 'POST', headers: webhookHeaders(SHOP, 'orders/paid', body, change, secret), body });

describe('the webhook door', () => {
  it('files what Shopify signed and answers at once', async () => {
    const headers = { 'x-shopify-webhook-id': 'w-1', 'x-shopify-triggered-at': '2026-11-25T09:59:58Z' };
    const response = await send('{"id":1}', headers);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(filed).toEqual([
      {
        webhookId: 'w-1',
        topic: 'orders/paid',
        apiVersion: '2026-10',
        triggeredAt: Date.UTC(2026, 10, 25, 9, 59, 58),
        receivedAt: RECEIVED_AT,
        body: '{"id":1}',
      },
    ]);
    expect(nudges).toBe(1);
  });

  it('is content with a repeat, which it keeps once', async () => {
    const once = { 'x-shopify-webhook-id': 'w-1' };
    const answers = [await send('{}', once), await send('{}', once), await send('{}', once)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(filed).toHaveLength(1);
    expect(nudges).toBe(1);
    expect(logged.map(({ event }) => event)).toEqual(['webhook.repeated', 'webhook.repeated']);
  });

  it('believes the secret before, for as long as we keep it', async () => {
    expect((await send('{}', {}, PREVIOUS)).status).toBe(200);
  });

  it.each([
    ['x-shopify-hmac-sha256', '', 401, 'signature_missing'],
    ['x-shopify-hmac-sha256', 'AAAA', 401, 'signature_wrong'],
    ['x-shopify-topic', '', 400, 'topic_missing'],
    ['x-shopify-shop-domain', '', 400, 'shop_missing'],
    ['x-shopify-shop-domain', 'evil.example.test', 400, 'shop_malformed'],
    ['x-shopify-webhook-id', '', 400, 'webhook_id_missing'],
    ['x-shopify-api-version', '', 400, 'api_version_missing'],
  ])('with %s as %j answers in a word and keeps nothing', async (header, value, status, code) => {
    const response = await send('{"id":1}', { [header]: value });
    expect([response.status, await response.json()]).toEqual([status, { code }]);
    expect(filed).toEqual([]);
    expect(nudges).toBe(0);
  });

  it('turns away who signs with another secret, and writes nothing of the body anywhere', async () => {
    expect((await send('{"email":"jana@example.test"}', {}, 'another-secret')).status).toBe(401);
    expect(JSON.stringify(logged)).not.toContain('jana');
  });

  it('does not listen to ten megabytes of somebody who does not even sign', async () => {
    const response = await fetch(url(), { method: 'POST', body: 'x'.repeat(9_000_000) });
    expect(response.status).toBe(401);
    expect((await send('{}')).status).toBe(200);
  });

  it('takes a body of ten megabytes, and no more', async () => {
    const frame = JSON.stringify({ note: '' }).length;
    const largest = JSON.stringify({ note: 'x'.repeat(BODY_BYTES_MAX - frame) });
    expect(Buffer.byteLength(largest)).toBe(BODY_BYTES_MAX);
    expect((await send(largest)).status).toBe(200);
    expect(filed[0]?.body).toHaveLength(BODY_BYTES_MAX);
    const larger = await send(`${largest} `);
    expect([larger.status, await larger.json()]).toEqual([413, { code: 'too_large' }]);
    expect(filed).toHaveLength(1);
  });

  it.each(['', '{', 'null', '<xml/>', '{"a":"\u0000"}', '\ufeff{}'])(
    'keeps %j as it came, to be read later',
    async (body) => {
      expect((await send(body)).status).toBe(200);
      expect(filed[0]?.body).toBe(body);
    },
  );

  it('keeps bytes that are no text, to the byte', async () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x7d]);
    const headers = webhookHeaders(SHOP, 'orders/paid', bytes as never);
    expect((await fetch(url(), { method: 'POST', headers, body: bytes })).status).toBe(200);
    const kept = filed[0]?.body ?? '';
    expect(Buffer.from(kept.slice(kept.indexOf(',') + 1), 'base64')).toEqual(bytes);
    expect(readBody(kept)).toEqual({ ok: false, error: [unreadable('', 'this is not UTF-8')] });
  });

  it.each(['application/json; charset=klingon', 'text/plain', ''])(
    'does not mind what a body calls itself: %j',
    async (type) => {
      expect((await send('{}', { 'content-type': type })).status).toBe(200);
    },
  );

  it('refuses a body that is packed, which Shopify never does', async () => {
    expect((await send('{}', { 'content-encoding': 'gzip' })).status).toBe(400);
    expect(filed).toEqual([]);
  });

  it.each([
    ['says so', new AppError('database_unanswered', true)],
    ['breaks', new Error('connection closed')],
  ])('sends Shopify away to come again while the database %s', async (_, error) => {
    failWith = error;
    const response = await send('{}', { 'x-shopify-webhook-id': 'w-1' });
    expect([response.status, await response.json()]).toEqual([503, { code: 'unavailable', errorId: 'error-1' }]);
    failWith = null;
    expect((await send('{}', { 'x-shopify-webhook-id': 'w-1' })).status).toBe(200);
    expect(filed).toHaveLength(1);
  });
});

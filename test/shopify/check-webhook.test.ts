import { describe, expect, it } from '@jest/globals';
import { createCheckWebhook } from '../../server/shopify/webhook/check-webhook.ts';
import { TEST_SECRET, webhookHeaders } from '../support/signing.ts';
import { PREVIOUS_SECRET, SHOP } from './set-up.ts';

const BODY = '{"id":1}';
const check = createCheckWebhook([TEST_SECRET, PREVIOUS_SECRET]);
const checked = (change: Record<string, string> = {}, secret = TEST_SECRET, body = BODY) => {
  const headers = webhookHeaders(SHOP, 'orders/paid', BODY, change, secret);
  return check(Buffer.from(body), (name) => headers[name]);
};

describe('a delivery of Shopify', () => {
  it('is believed with its headers', () => {
    const triggered = { 'x-shopify-triggered-at': '2026-11-25T10:04:08.123000000Z', 'x-shopify-webhook-id': 'abc' };
    expect(checked(triggered)).toEqual({
      ok: true,
      shop: SHOP,
      topic: 'orders/paid',
      webhookId: 'abc',
      apiVersion: '2026-10',
      triggeredAt: Date.UTC(2026, 10, 25, 10, 4, 8, 123),
    });
  });

  it('is believed under the secret before, while both are known', () => {
    expect(checked({}, PREVIOUS_SECRET).ok).toBe(true);
    expect(createCheckWebhook([TEST_SECRET])(Buffer.from(BODY), () => 'AAAA')).toEqual({
      ok: false,
      why: 'signature_wrong',
    });
  });

  it.each([
    ['signature_missing', { 'x-shopify-hmac-sha256': '' }],
    ['signature_wrong', { 'x-shopify-hmac-sha256': 'AAAA' }],
    ['signature_wrong', { 'x-shopify-hmac-sha256': 'not base64 at all ☃' }],
    ['topic_missing', { 'x-shopify-topic': '' }],
    ['topic_malformed', { 'x-shopify-topic': '../../etc/passwd' }],
    ['topic_malformed', { 'x-shopify-topic': `orders/${'a'.repeat(500)}` }],
    ['shop_missing', { 'x-shopify-shop-domain': '' }],
    ['shop_malformed', { 'x-shopify-shop-domain': 'evil.example.test' }],
    ['webhook_id_missing', { 'x-shopify-webhook-id': '' }],
    ['webhook_id_malformed', { 'x-shopify-webhook-id': 'a'.repeat(129) }],
    ['webhook_id_malformed', { 'x-shopify-webhook-id': 'two words' }],
    ['api_version_missing', { 'x-shopify-api-version': '' }],
  ])('is turned away for %s', (why, change) => {
    expect(checked(change as Record<string, string>)).toEqual({ ok: false, why });
  });

  it('is turned away when a single byte of its body is another', () => {
    expect(checked({}, TEST_SECRET, '{"id":2}')).toEqual({ ok: false, why: 'signature_wrong' });
    expect(checked({}, 'another-secret')).toEqual({ ok: false, why: 'signature_wrong' });
  });

  it('is kept without its instant where that cannot be read', () => {
    expect(checked({ 'x-shopify-triggered-at': 'soon' })).toMatchObject({ ok: true, triggeredAt: null });
  });
});

import { createHmac, randomUUID } from 'node:crypto';

export const API_VERSION = '2026-10';

/** A webhook ready to go; a retry or a second copy is the very same. */
export type Outgoing = {
  readonly shop: string;
  readonly topic: string;
  /** Of the subscription; null where it has none. */
  readonly name: string | null;
  readonly webhookId: string;
  readonly eventId: string;
  readonly triggeredAt: number;
  readonly body: string;
};

/** Base64 HMAC-SHA256 over the raw body, with the app's secret. */
export const hmacOf = (body: string, secret: string): string =>
  createHmac('sha256', secret).update(body).digest('base64');

/** Shopify tells nanoseconds; ours end in zeros. */
const triggeredText = (at: number): string => new Date(at).toISOString().replace('Z', '000000Z');

/** The headers as Shopify sends them. */
export const headersOf = (outgoing: Outgoing, secret: string): Record<string, string> => ({
  accept: '*/*',
  'content-type': 'application/json',
  'content-length': String(Buffer.byteLength(outgoing.body)),
  'user-agent': 'Shopify-Captain-Hook',
  'x-shopify-topic': outgoing.topic,
  'x-shopify-hmac-sha256': hmacOf(outgoing.body, secret),
  'x-shopify-shop-domain': outgoing.shop,
  'x-shopify-api-version': API_VERSION,
  'x-shopify-webhook-id': outgoing.webhookId,
  'x-shopify-event-id': outgoing.eventId,
  'x-shopify-triggered-at': triggeredText(outgoing.triggeredAt),
  ...(outgoing.name === null ? {} : { 'x-shopify-name': outgoing.name }),
});

export const newWebhookId = (): string => randomUUID();

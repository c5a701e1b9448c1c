import type { Instant, ShopId } from '../shared/domain/ids.ts';

/** Who signed the raw body, and what the headers say of it; or why it is not believed. */
export type CheckedWebhook =
  | {
      readonly ok: true;
      readonly shop: ShopId;
      readonly topic: string;
      readonly webhookId: string;
      readonly apiVersion: string;
      readonly triggeredAt: Instant | null;
    }
  | { readonly ok: false; readonly why: string };

/** `why` begins with `signature_` when the sender did not prove to be Shopify. Filled from `server/shopify`. */
export type WebhookCheck = (rawBody: Buffer, header: (name: string) => string | undefined) => CheckedWebhook;

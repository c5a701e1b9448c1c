import express, { type RequestHandler, Router } from 'express';
import { AppError } from '../server/app/ports/app-error.ts';
import type { Clock } from '../server/app/ports/clock.ts';
import type { InboxStore } from '../server/app/ports/inbox-store.ts';
import type { Log } from '../server/app/ports/log.ts';
import { bodyText } from './body-text.ts';
import type { WebhookCheck } from './webhook-check.ts';

/** Shopify's largest orders stay below; what is larger is answered 413 and not kept. */
export const BODY_BYTES_MAX = 10 * 1024 * 1024;
const SIGNATURE = 'x-shopify-hmac-sha256';

export type WebhookRouterDeps = {
  readonly check: WebhookCheck;
  readonly inbox: Pick<InboxStore, 'file'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Something was filed: whoever acts on it may look. */
  readonly nudge: () => void;
};

/**
 * The one door for all webhooks: raw body → signature → inbox → 200. Nothing is decoded here and nothing else is waited
 * for, since Shopify gives up after 5 s. A repeat is content too. When the inbox cannot keep it the answer is no 2xx,
 * and Shopify comes again.
 */
export function createWebhookRouter(deps: WebhookRouterDeps): Router {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: BODY_BYTES_MAX, inflate: false });
  router.post('/webhooks', refuseUnsigned, raw, createFile(deps));
  return router;
}

/** Nobody who does not even pretend to be Shopify is listened to for 10 MB. */
const refuseUnsigned: RequestHandler = (request, response, next) => {
  if (request.get(SIGNATURE)) return next();
  response.status(401).json({ code: 'signature_missing' });
};

function createFile({ check, inbox, clock, log, nudge }: WebhookRouterDeps): RequestHandler {
  return async (request, response) => {
    const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const checked = check(raw, (name) => request.get(name));
    if (!checked.ok) {
      log.info('webhook.turned_away', { why: checked.why });
      response.status(checked.why.startsWith('signature_') ? 401 : 400).json({ code: checked.why });
      return;
    }
    const { shop, topic, webhookId, apiVersion, triggeredAt } = checked;
    const delivery = { webhookId, topic, apiVersion, triggeredAt, receivedAt: clock.now(), body: bodyText(raw) };
    const { outcome } = await inbox.file(shop, delivery).catch((error: unknown) => {
      throw error instanceof AppError ? error : new AppError('inbox_unavailable', true, error);
    });
    response.status(200).end();
    if (outcome === 'filed') nudge();
    else log.info('webhook.repeated', { shop, topic, webhookId });
  };
}

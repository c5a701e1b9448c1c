import { createHmac } from 'node:crypto';
import express, { type Request, type RequestHandler, Router } from 'express';
import type { AppIdentity } from '../sandbox.ts';

/** The query that Shopify adds: pairs sorted and joined without anything between, signed with the app's secret. */
export function signedQuery(fields: Readonly<Record<string, string>>, secret: string): string {
  const text = Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('');
  const signature = createHmac('sha256', secret).update(text).digest('hex');
  return new URLSearchParams({ ...fields, signature }).toString();
}

/** Whom the shopper of a storefront logged in as. */
export type LoggedIn = (shop: string, request: Request) => number | null;

/** `/apps/regulars/…` of a storefront, handed on to the app with Shopify's signature, as the app proxy does. */
export function createAppProxy(app: AppIdentity, loggedIn: LoggedIn = () => null): Router {
  const router = Router();
  router.all('/shops/:shop/apps/regulars/*path', express.raw({ type: '*/*', limit: '1mb' }), forward(app, loggedIn));
  return router;
}

const forward =
  (app: AppIdentity, loggedIn: LoggedIn): RequestHandler =>
  async (request, response) => {
    const shop = String(request.params.shop);
    const path = ([] as string[]).concat(request.params.path ?? []).join('/');
    const query = signedQuery(
      {
        shop,
        path_prefix: '/apps/regulars',
        timestamp: String(Math.floor(Date.now() / 1000)),
        logged_in_customer_id: String(loggedIn(shop, request) ?? ''),
      },
      app.apiSecret,
    );
    const body =
      request.body instanceof Buffer && request.body.length > 0 ? { body: new Uint8Array(request.body) } : {};
    const answer = await fetch(`${app.url}/proxy/${path}?${query}`, {
      method: request.method,
      headers: {
        'content-type': request.get('content-type') ?? 'application/json',
        'x-forwarded-for': request.ip ?? '127.0.0.1',
      },
      ...body,
    }).catch(() => null);
    if (answer === null) return void response.status(503).json({ code: 'unavailable' });
    response.status(answer.status).type(answer.headers.get('content-type') ?? 'application/json');
    response.send(Buffer.from(await answer.arrayBuffer()));
  };

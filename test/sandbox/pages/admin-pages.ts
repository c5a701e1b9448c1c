import { type Request, type Response, Router } from 'express';
import { html } from './html.ts';
import { document } from './layout.ts';
import type { PagesContext } from './pages-deps.ts';

/** An imitation of Shopify's admin: its frame around the app's page, and the tokens that App Bridge hands out. */
export function createAdminPages(context: PagesContext): Router {
  const router = Router();
  const { world, app } = context;
  router.get('/admin/:shop{/*path}', (request, response, next) => {
    const shop = world.findShop(request.params.shop);
    if (shop === null) return next();
    response.send(adminFrame(context, shop.domain, shop.facts().name, pathIn(request)));
  });
  router.get('/session-token', (request, response) => {
    const shop = world.findShop(String(request.query.shop ?? ''));
    // Only the app's own pages may have one.
    response.set({ 'Access-Control-Allow-Origin': app.url, 'Cache-Control': 'no-store' });
    if (shop === null) return refuse(response);
    response.type('text').send(context.sessionToken(shop.domain));
  });
  return router;
}

const refuse = (response: Response): void => void response.status(404).type('text').send('no such shop');

const pathIn = ({ params }: Request): string => {
  const parts: unknown = (params as Readonly<Record<string, unknown>>).path;
  return Array.isArray(parts) ? parts.join('/') : '';
};

function adminFrame({ app, url }: PagesContext, domain: string, name: string, path: string): string {
  const host = Buffer.from(`${new URL(url()).host}/admin/${domain}`).toString('base64url');
  const query = new URLSearchParams({ shop: domain, host, embedded: '1' });
  const home = `/admin/${domain}`;
  return document({
    title: name,
    path: home,
    shop: { id: domain, name },
    look: 'admin',
    scripts: ['/assets/admin-frame.js'],
    body: html`<div class="admin-grid" data-home="${home}" data-shop="${name}">
<header class="admin-top"><span class="admin-shop"><span class="badge"
aria-hidden="true">${initials(name)}</span>${name}</span></header>
<nav class="admin-side" aria-label="Admin"><ul><li><a href="/shops/${domain}/orders">Orders</a></li></ul><p
class="admin-apps">Apps</p><a class="admin-app" href="${home}">
<svg width="20" height="20" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8"
fill="#0b6353"/><path d="M9 20l4-9 4 6 6-8" fill="none" stroke="#fff" stroke-width="3"
stroke-linecap="round" stroke-linejoin="round"/></svg>Regulars</a>
<ul data-app-menu></ul></nav>
<main class="admin-main" id="content"><iframe class="app" title="Regulars"
src="${app.url}/${path}?${query.toString()}"></iframe></main>
<div class="toasts" data-toasts aria-live="polite"></div></div>`,
  });
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('');

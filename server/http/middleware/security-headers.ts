import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { parseShopId, type ShopId } from '../../../shared/domain/ids.ts';
import type { PageSettings } from '../deps.ts';

/** The shop a document says it belongs to. Nobody is let in by it: it only says who may frame the empty page. */
export function shopOfAddress(url: string): ShopId | null {
  const query = new URLSearchParams(url.slice(Math.max(url.indexOf('?'), 0)));
  const shops = query.getAll('shop');
  return shops.length === 1 ? parseShopId(shops[0] ?? '') : null;
}

/** Who may show us in a frame: the shop, Shopify's admin, and the sandbox where there is one; else nobody. */
function frameAncestors(page: PageSettings, shop: ShopId | null): string {
  const shopify = shop === null ? [] : [`https://${shop}`, 'https://admin.shopify.com'];
  const sandbox = page.sandboxOrigin === null ? [] : [page.sandboxOrigin];
  return [...shopify, ...sandbox].join(' ') || "'none'";
}

/** Headers of every answer; the content policy names the shop of the document. */
export function createSecurityHeaders(page: PageSettings): RequestHandler {
  const bridge = new URL(page.appBridgeUrl).origin;
  // Pictures of products come from where the shop is.
  const pictures = ['https://cdn.shopify.com', ...(page.sandboxOrigin === null ? [] : [page.sandboxOrigin])];
  const isHttps = page.appUrl.startsWith('https:');
  return helmet({
    // frame-ancestors speaks for it: the older header cannot name two.
    xFrameOptions: false,
    strictTransportSecurity: isHttps,
    // We are opened inside the admin's frame, so the opener is Shopify's.
    crossOriginOpenerPolicy: false,
    // The till and the storefront read our answers from other origins; CORS decides about those.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", bridge],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', ...pictures],
        fontSrc: ["'self'", 'data:', 'https://cdn.shopify.com'],
        connectSrc: ["'self'", bridge],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: [(request: IncomingMessage) => frameAncestors(page, shopOfAddress(request.url ?? ''))],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
  });
}

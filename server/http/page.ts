import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import type { PageSettings } from './deps.ts';
import { shopOfAddress } from './middleware/security-headers.ts';

const PLACE = '<!--app-bridge-->';

/** The admin pages: built files that never change under their name, and one document that never is cached. */
export function createPage(page: PageSettings): Router {
  const router = Router();
  const assets = express.static(join(page.adminFolder, 'assets'), {
    immutable: true,
    maxAge: '1y',
    etag: true,
    index: false,
  });
  router.use('/assets', assets);
  router.get(/^\/(?!(api|ext|proxy|webhooks|assets)(\/|$))/, createDocument(page));
  return router;
}

/** The document of every page address; App Bridge must be the first script in its head. */
function createDocument(page: PageSettings): RequestHandler {
  const script = `<script data-api-key="${quoted(page.apiKey)}" src="${quoted(page.appBridgeUrl)}"></script>`;
  return async (request, response, next) => {
    if (!request.accepts('html')) return next();
    response.set('Cache-Control', 'no-store').type('html');
    if (request.path === '/' && shopOfAddress(request.originalUrl) === null) {
      return response.status(200).send(plainPage('Regulars', 'Open this app from the Shopify admin of your shop.'));
    }
    const built = await readFile(join(page.adminFolder, 'index.html'), 'utf8').catch(() => null);
    if (built === null) {
      const why = 'The admin pages are not built yet. Run "npm run build", then load this page again.';
      return response.status(503).send(plainPage('Regulars', why));
    }
    response.send(built.replace(PLACE, () => script));
  };
}

const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const plainPage = (title: string, sentence: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><p>${sentence}</p></html>\n`;

import { join } from 'node:path';
import express, { type Response, Router } from 'express';

const here = import.meta.dirname;

/** Each file that pages load, by the name they load it under; nothing comes from outside this machine. */
const FILES: Readonly<Record<string, string>> = {
  'sandbox.css': join(here, 'sandbox.css'),
  'storefront.css': join(here, 'storefront.css'),
  'tools.css': join(here, 'tools.css'),
  'sandbox.svg': join(here, 'sandbox.svg'),
  'admin-frame.js': join(here, 'admin-frame.js'),
  'storefront.js': join(here, '..', 'storefront', 'storefront.js'),
  'till.js': join(here, '..', 'till', 'till.js'),
};

/** The very files of the theme extension, as a shop's theme would load them. */
const THEME = join(here, '..', '..', '..', 'extension', 'theme', 'assets');

/** The stylesheet and the small scripts, and the stand-in for App Bridge. */
export function createAssets(): Router {
  const router = Router();
  router.get('/assets/:name', (request, response, next) => {
    const file = FILES[request.params.name];
    if (file === undefined) return next();
    sendFile(file, response);
  });
  router.use('/assets/theme', express.static(THEME, { index: false, redirect: false }));
  router.get('/app-bridge.js', (_request, response) => sendFile(join(here, 'app-bridge.js'), response));
  return router;
}

const sendFile = (file: string, response: Response): void => {
  response.set('Cache-Control', 'no-cache');
  response.sendFile(file);
};

import express, { type Express, Router } from 'express';
import { createCardRoutes } from './admin/card.routes.ts';
import { createClubRoutes } from './admin/club.routes.ts';
import { createCustomerRoutes } from './admin/customer.routes.ts';
import { createCustomerHistoryRoutes } from './admin/customer-history.routes.ts';
import { createCustomerListRoutes } from './admin/customer-list.routes.ts';
import { createDrawRoutes } from './admin/draw.routes.ts';
import { createHomeRoutes } from './admin/home.routes.ts';
import { createImportRoutes } from './admin/import.routes.ts';
import { createInboxRoutes } from './admin/inbox.routes.ts';
import { createNoteRoutes } from './admin/note.routes.ts';
import { createProductRoutes } from './admin/product.routes.ts';
import { createProgramRoutes } from './admin/program.routes.ts';
import { createSeriesRoutes } from './admin/series.routes.ts';
import { createSettingsRoutes } from './admin/settings.routes.ts';
import { createSimulationRoutes } from './admin/simulation.routes.ts';
import type { HttpDeps } from './deps.ts';
import { createErrorResponse, refuse } from './error-response.ts';
import { createQuoteRoutes } from './extension/quote.routes.ts';
import { createRewardRoutes } from './extension/reward.routes.ts';
import { createTillCardRoutes } from './extension/till-card.routes.ts';
import { createTillNoteRoutes } from './extension/till-note.routes.ts';
import { createTillPrizeRoutes } from './extension/till-prize.routes.ts';
import { createHealth } from './health.ts';
import { anyOrigin } from './middleware/any-origin.ts';
import { createInstalledShop, createLatelyInstalledShop } from './middleware/installed-shop.ts';
import { createRequestId } from './middleware/request-id.ts';
import { createSecurityHeaders } from './middleware/security-headers.ts';
import { createStaffSession } from './middleware/staff-session.ts';
import { createPage } from './page.ts';
import { createPublicDrawRoutes } from './public/draw.routes.ts';
import { createProxyCardRoutes } from './public/proxy-card.routes.ts';

const BODY_MAX = '1mb';

/** The whole web side. Webhooks come first: they need their body raw, and up to 10 MB of it. */
export function createApp(deps: HttpDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  // Nothing that goes through `send` or `json` may be cached, so nobody asks whether it has changed.
  app.disable('etag');
  app.set('trust proxy', deps.trustedProxies);
  app.set('query parser', 'simple');
  app.use(createRequestId(deps.newId), createHealth(deps), deps.webhooks, createSecurityHeaders(deps.page));
  const json = express.json({ limit: BODY_MAX, strict: false });
  const staff = createStaffSession(deps.signIn);
  // Who asks is settled before a byte of the body is read.
  app.use('/api', staff, createInstalledShop(deps), json, createAdminRoutes(deps));
  app.use('/ext', anyOrigin, staff, createLatelyInstalledShop(deps), json, createExtensionRoutes(deps));
  app.use(createProxyCardRoutes(deps));
  app.use(createPublicDrawRoutes(deps));
  app.use(createPage(deps.page));
  app.use((_request, response) => refuse(response, 'not_found'));
  app.use(createErrorResponse(deps));
  return app;
}

function createAdminRoutes(deps: HttpDeps): Router {
  const router = Router();
  router.use(createHomeRoutes(deps), createImportRoutes(deps), createSettingsRoutes(deps), createInboxRoutes(deps));
  router.use(createCustomerListRoutes(deps), createCustomerRoutes(deps), createCustomerHistoryRoutes(deps));
  router.use(createSeriesRoutes(deps), createCardRoutes(deps), createProgramRoutes(deps), createDrawRoutes(deps));
  router.use(createProductRoutes(deps), createSimulationRoutes(deps));
  router.use(createProductRoutes(deps));
  router.use(createClubRoutes(deps));
  router.use(createNoteRoutes(deps));
  return router;
}

function createExtensionRoutes(deps: HttpDeps): Router {
  const router = Router();
  router.use(
    createTillCardRoutes(deps),
    createTillPrizeRoutes(deps),
    createTillNoteRoutes(deps),
    createQuoteRoutes(deps),
    createRewardRoutes(deps),
  );
  return router;
}

import { type RequestHandler, Router } from 'express';
import { createShopLetters } from '../letters/shop-letters.ts';
import { createMailboxPages } from '../mailbox/mailbox-pages.ts';
import { createDeliveryPages } from '../orders/delivery-pages.ts';
import { createOrderPages } from '../orders/order-pages.ts';
import { cardBlockOf } from '../storefront/card-block.ts';
import { createCarts } from '../storefront/carts.ts';
import { createStorefront } from '../storefront/create-storefront.ts';
import { builtFunctions } from '../storefront/deployed-function.ts';
import { createFunctionFailures } from '../storefront/function-failures.ts';
import type { StorefrontDeps } from '../storefront/storefront-deps.ts';
import { createTill } from '../till/create-till.ts';
import { createAdminPages } from './admin-pages.ts';
import { createAssets } from './assets.ts';
import { homePage } from './home-page.ts';
import { html } from './html.ts';
import { document } from './layout.ts';
import type { PageParts, PagesContext } from './pages-deps.ts';

/**
 * The pages people look at: storefront, till, orders, webhooks, admin frame and mailbox. `parts` are for tests; without
 * them the built Function is run, and letters go to the context's mailbox.
 */
export function createSandboxPages(context: PagesContext, parts: Partial<PageParts> = {}): Router {
  const { world } = context;
  const mailbox = parts.mailbox ?? context.mailbox ?? null;
  const letters = createShopLetters(mailbox?.smtpUrl ?? null);
  const failures = createFunctionFailures();
  const storefront: StorefrontDeps = {
    shop: (domain) => world.findShop(domain)?.context ?? null,
    carts: parts.carts ?? createCarts(),
    deployed: parts.deployed ?? builtFunctions,
    cardBlock: cardBlockOf,
    noteFailures: (domain, list) => failures.note(domain, world.clock.now(), list),
    confirmOrder: letters.confirmed,
  };
  const firstShop = () => {
    const [shop] = world.shops();
    return shop === undefined ? null : { id: shop.domain, name: shop.facts().name };
  };
  const router = Router();
  router.use(createAssets());
  router.get('/', (_request, response) => void response.send(homePage(context)));
  router.use(createMailboxPages({ mailbox, shop: firstShop }), createAdminPages(context));
  router.use(
    createOrderPages(context, letters),
    createDeliveryPages(context, failures),
    createTill(context, storefront.deployed),
  );
  router.use('/shops/:shop', createStorefront(storefront));
  router.use(pageNotFound);
  return router;
}

/** For people who went astray; what asks for no page goes on to whoever is mounted behind. */
const pageNotFound: RequestHandler = (request, response, next) => {
  if (request.method !== 'GET' || !request.accepts('html') || request.get('accept') === '*/*') return next();
  const body = html`<main class="wrap" id="content"><h1>Nothing here</h1>
<p class="lead">This address leads nowhere. <a href="/">Back to all pages</a></p></main>`;
  response.status(404).send(document({ title: 'Nothing here', path: request.path, shop: null, look: 'tool', body }));
};

import { randomBytes } from 'node:crypto';
import express, { type Request, type Response, Router } from 'express';
import { LRUCache } from 'lru-cache';
import { document } from '../pages/layout.ts';
import type { PagesContext } from '../pages/pages-deps.ts';
import { field } from '../storefront/form.ts';
import type { DeployedFunction } from '../storefront/run-discounts.ts';
import type { ShopWorld } from '../world/shop-world.ts';
import type { Customer } from '../world/things.ts';
import { createAppClient } from './app-client.ts';
import { earnedCards, findHolder, linkCard } from './due-card.ts';
import { paySale } from './pay-sale.ts';
import { quoteSale } from './quote-sale.ts';
import { confirmReward } from './sale-rewards.ts';
import { tillDeeds } from './till-deeds.ts';
import { receiptPage, tillPage } from './till-page.ts';
import { emptySale, locationOfTill, type Sale } from './till-sale.ts';
import { askWhy } from './why-panel.ts';

const COOKIE = 'sandbox_till';
const TILLS_MAX = 500;
const CHANGED = {
  look: 'gold',
  text: 'What this costs has changed since you looked, as a reward that was used elsewhere. Please see the new sum.',
} as const;

/** The cashier's screen: a stand-in for Shopify POS with our extension on it. */
export function createTill(context: PagesContext, deployed: readonly DeployedFunction[]): Router {
  const router = Router();
  const { world } = context;
  const sales = new LRUCache<string, Sale>({ max: TILLS_MAX });
  const appFor = (shop: ShopWorld) => createAppClient(context.app.url, () => context.sessionToken(shop.domain));
  const keyOf = (shop: ShopWorld, request: Request, response: Response): string => {
    const known = new RegExp(`${COOKIE}=([0-9a-f]{32})`).exec(request.get('cookie') ?? '')?.[1];
    const id = known ?? randomBytes(16).toString('hex');
    const path = `/shops/${shop.domain}/till`;
    if (known === undefined) response.cookie(COOKIE, id, { path, httpOnly: true, sameSite: 'lax' });
    return `${shop.domain} ${id}`;
  };

  router.get('/shops/:shop/till', async (request, response, next) => {
    const shop = world.findShop(request.params.shop);
    if (shop === null) return next();
    const key = keyOf(shop, request, response);
    const sale = sales.get(key) ?? emptySale;
    const body = await screenOf(shop, appFor(shop), deployed, sale, request.query.why === '1');
    response.set('Cache-Control', 'no-store').send(body);
    // What was said is said once.
    if (sale.says !== null) sales.set(key, { ...sale, says: null });
  });
  router.get('/shops/:shop/till/due', async (request, response, next) => {
    const shop = world.findShop(request.params.shop);
    if (shop === null) return next();
    const customer = buyerOf(shop, sales.get(keyOf(shop, request, response)) ?? emptySale);
    const holder = customer === null ? null : await findHolder(appFor(shop), customer);
    response.json({ due: holder?.dueCard ?? null });
  });
  router.post('/shops/:shop/till/:deed', express.urlencoded({ extended: false }), async (request, response, next) => {
    const shop = world.findShop(String(request.params.shop));
    if (shop === null) return next();
    const key = keyOf(shop, request, response);
    const sale = sales.get(key) ?? emptySale;
    const done = await doDeed(shop, sale, String(request.params.deed), request);
    if (done === null) return next();
    sales.set(key, done);
    response.redirect(303, `/shops/${shop.domain}/till`);
  });

  const doDeed = async (shop: ShopWorld, sale: Sale, name: string, request: Request): Promise<Sale | null> => {
    if (name === 'pay') return pay(shop, sale, field(request, 'shown'));
    if (name === 'link') return link(shop, sale, field(request, 'number'));
    const deed = tillDeeds[name];
    // Whatever comes after a paid sale begins a new one.
    const before = sale.paidOrderId === null ? { ...sale, says: null } : emptySale;
    return deed === undefined ? null : deed(shop, appFor(shop), before, request);
  };
  const pay = async (shop: ShopWorld, sale: Sale, shown: string): Promise<Sale> => {
    const quoted = await quoteSale(appFor(shop), shop, deployed, sale);
    if (quoted.lines.length === 0 || sale.paidOrderId !== null) return sale;
    if (shown !== '' && shown !== String(quoted.fullMinor - quoted.discountMinor)) return { ...sale, says: CHANGED };
    const { code } = quoted.rewards;
    const confirmed = code === null ? null : await confirmReward(appFor(shop), sale, code);
    // Used elsewhere meanwhile: the sum has changed, and the customer is told before anything is paid.
    if (confirmed?.ok === false) return { ...sale, reward: 'none', says: { look: 'bad', text: confirmed.sentence } };
    const order = paySale(shop, sale, quoted, Number(locationOfTill(shop)) || null);
    const quoteReference = quoted.quote?.basis?.reference ?? null;
    return { ...emptySale, paidOrderId: order.id, quoteReference, card: sale.card, customerId: sale.customerId };
  };
  const link = async (shop: ShopWorld, sale: Sale, number: string): Promise<Sale> => {
    const customer = buyerOf(shop, sale);
    return customer === null ? sale : { ...sale, says: await linkCard(appFor(shop), customer, number) };
  };
  return router;
}

/** Who bought what was just paid, where Shopify knows them. */
function buyerOf(shop: ShopWorld, { paidOrderId }: Sale): Customer | null {
  const order = paidOrderId === null ? null : shop.order(paidOrderId);
  return order?.customerId == null ? null : shop.customer(order.customerId);
}

type App = ReturnType<typeof createAppClient>;

async function screenOf(
  shop: ShopWorld,
  app: App,
  deployed: readonly DeployedFunction[],
  sale: Sale,
  isAsked: boolean,
): Promise<string> {
  const order = sale.paidOrderId === null ? null : shop.order(sale.paidOrderId);
  const page = { path: `/shops/${shop.domain}/till`, shop: { id: shop.domain, name: shop.facts().name }, look: 'till' };
  const scripts = ['/assets/till.js'];
  if (order !== null) {
    return document({ ...page, scripts, title: 'Till', body: receiptPage(shop.state, order, sale) });
  }
  const quoted = await quoteSale(app, shop, deployed, sale);
  const charged = quoted.fullMinor - quoted.discountMinor;
  const earned = quoted.lines.length === 0 ? [] : await earnedCards(app, charged, sale.card?.programName ?? null);
  const why = isAsked && quoted.quote !== null ? await askWhy(app, shop, sale, quoted) : null;
  const body = tillPage({ state: shop.state, sale, quoted, earned, why });
  return document({ ...page, scripts, title: 'Till', body });
}

import express, { type RequestHandler, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import type { TypedCardView } from '../../../shared/contract/till.ts';
import type { ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import { ON_THE_WEB } from '../../../shared/domain/program/where.ts';
import type { RewardHolder } from '../../app/reward/reward-use-cases.ts';
import type { UseCases } from '../../app/use-cases.ts';
import { readInput } from '../bad-input.ts';
import type { HttpDeps } from '../deps.ts';
import { refuse } from '../error-response.ts';
import { cartRewardsForm, rewardsView } from '../extension/reward.requests.ts';
import { createAppProxy, proxyCustomerOf, proxyShopOf } from '../middleware/app-proxy.ts';

const typedCardForm = z.object({ number: z.string().max(100), session: z.string().max(200).default('') });

const notAccepted: TypedCardView = { accepted: false, statement: null, discountBp: null };

type Accepted = Extract<Awaited<ReturnType<UseCases['checkTypedCard']>>, { readonly outcome: 'accepted' }>;

function welcomeView({ welcome }: Accepted): Pick<TypedCardView, 'welcome'> {
  if (welcome.kind === 'none') return {};
  if (welcome.kind === 'sign_in') return { welcome: { kind: welcome.kind, welcomeBp: welcome.welcomeBp } };
  return { welcome: { kind: welcome.kind } };
}

function acceptedView(accepted: Accepted): TypedCardView {
  const { statement, discountBp, rewards } = accepted;
  const view = { accepted: true, statement, discountBp, ...welcomeView(accepted) };
  if (rewards === null) return view;
  const { progress, after, readyMinor } = rewards;
  return { ...view, rewards: { progress, after, ready: readyMinor.length } };
}

/** A shopper's browser, and whatever stands between: nothing of it is kept anywhere. */
const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/**
 * The card number that a shopper typed on the storefront, and the rewards of its holder; both come through Shopify's
 * app proxy and its signature.
 */
export function createProxyCardRoutes(deps: HttpDeps): Router {
  const router = Router();
  const json = express.json({ limit: '100kb', strict: false });
  router.use('/proxy', noStore, coarseLimit(deps.proxyCallsPerMinute), createAppProxy(deps.signIn), json);
  router.post('/proxy/card', async (request, response) => {
    const { number, session } = readInput(typedCardForm, request.body);
    const from = { address: request.ip ?? '', session, customer: proxyCustomerOf(response) };
    const checked = await deps.useCases.checkTypedCard(proxyShopOf(response), number, from);
    if (checked.outcome === 'limited') return refuse(response, 'limited');
    response.json(checked.outcome === 'accepted' ? acceptedView(checked) : notAccepted);
  });
  router.post('/proxy/rewards', async (request, response) => {
    const { statement, lines } = readInput(cartRewardsForm, request.body);
    const holder = holderOf(statement, proxyCustomerOf(response));
    const none = { offered: [], best: null };
    const found =
      holder === null
        ? none
        : await deps.useCases.rewardsFor(proxyShopOf(response), { holder, lines, place: ON_THE_WEB });
    response.json(rewardsView(found));
  });
  return router;
}

/** A card decides over whoever is logged in, as it does on the order (rules 1). */
function holderOf(statement: string | null, id: ShopifyCustomerId | null): RewardHolder | null {
  if (statement !== null && statement !== '') return { kind: 'statement', text: statement };
  return id === null ? null : { kind: 'customer', shopifyCustomerId: id };
}

/** Keeps a flood from the database; the exact limits per shop, address and session are the use case's. */
function coarseLimit(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response) => refuse(response, 'limited'),
  });
}

import express, { Router } from 'express';
import type { AppIdentity } from '../sandbox.ts';
import type { ShopContext } from '../world/context.ts';
import type { World } from '../world/world.ts';
import { isSessionToken } from './session-token.ts';
import { findRefreshToken, type Granted, grantTokens } from './tokens.ts';

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const OFFLINE = 'urn:shopify:params:oauth:token-type:offline-access-token';

type Asked = Readonly<Record<string, unknown>>;

const wrong = (error: string) => ({ error }) as const;

/** `POST /admin/oauth/access_token`: trades session tokens and refresh tokens for offline tokens that end. */
export function createTokenRoutes(world: World, app: AppIdentity, changed: () => void): Router {
  const router = Router();
  router.post('/shops/:shop/admin/oauth/access_token', express.json(), (request, response) => {
    const shop = world.findShop(String(request.params.shop));
    if (shop === null) return void response.status(404).json(wrong('application_cannot_be_found'));
    const answer = answerTo(shop.context, (request.body ?? {}) as Asked, shop.domain, app);
    changed();
    response.status('error' in answer ? 400 : 200).json(answer);
  });
  return router;
}

function answerTo(context: ShopContext, asked: Asked, shop: string, app: AppIdentity): Granted | { error: string } {
  const { installation } = context.state;
  if (asked.client_id !== app.apiKey || asked.client_secret !== app.apiSecret) return wrong('invalid_client');
  if (installation === null) return wrong('application_cannot_be_found');
  if (asked.grant_type === 'refresh_token') {
    const used = findRefreshToken(installation, String(asked.refresh_token), context.now());
    return used === null ? wrong('invalid_grant') : grantTokens(context, installation, used);
  }
  if (asked.grant_type !== EXCHANGE || asked.subject_token_type !== ID_TOKEN) return wrong('invalid_request');
  if (asked.requested_token_type !== OFFLINE || String(asked.expiring) !== '1') return wrong('invalid_request');
  const isGood = isSessionToken(String(asked.subject_token), shop, app);
  return isGood ? grantTokens(context, installation, null) : wrong('invalid_subject_token');
}

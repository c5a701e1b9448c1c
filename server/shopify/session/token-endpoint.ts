import { z } from 'zod';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../app/ports/app-error.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { OfflineSession } from '../../app/ports/session-store.ts';
import { type Answer, ask, jsonOf } from '../ask.ts';
import type { OriginOf } from '../origin.ts';

export type Granted =
  | { readonly outcome: 'granted'; readonly session: OfflineSession }
  | { readonly outcome: 'refused'; readonly code: string };

/** Asks Shopify for the shop's tokens with a grant: a session token to be traded, or a refresh token to be used up. */
export type AskForTokens = (shop: ShopId, grant: Readonly<Record<string, string>>) => Promise<Granted>;

const tokens = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1),
  refresh_token_expires_in: z.number().positive(),
  scope: z.string(),
});

const refusal = z.object({ error: z.string() });

/** What Shopify says when it is us whom it does not know: no shop's tokens are at fault. */
const OUR_FAULT = new Set(['invalid_client', 'unauthorized_client', 'application_cannot_be_found']);

export type TokenEndpointDeps = {
  readonly originOf: OriginOf;
  readonly clock: Clock;
  readonly apiKey: string;
  readonly apiSecret: string;
};

export function createTokenEndpoint({ originOf, clock, apiKey, apiSecret }: TokenEndpointDeps): AskForTokens {
  return async (shop, grant) => {
    const askedAt = clock.now();
    const body = { client_id: apiKey, client_secret: apiSecret, ...grant };
    const answer = await ask(`${originOf(shop)}/admin/oauth/access_token`, { headers: {}, body });
    if (answer.status === 200) return { outcome: 'granted', session: sessionOf(answer, askedAt) };
    if (answer.status === 400 || answer.status === 401) return refusedBy(answer);
    throw new AppError('shopify_unavailable', true, `status ${answer.status}`);
  };
}

function sessionOf(answer: Answer, askedAt: number): OfflineSession {
  const read = tokens.safeParse(jsonOf(answer));
  if (!read.success) throw new AppError('shopify_refused', false, 'tokens without end or without refresh token');
  return {
    accessToken: read.data.access_token,
    accessTokenExpiresAt: askedAt + read.data.expires_in * 1000,
    refreshToken: read.data.refresh_token,
    refreshTokenExpiresAt: askedAt + read.data.refresh_token_expires_in * 1000,
    scopes: read.data.scope
      .split(',')
      .map((scope) => scope.trim())
      .filter((scope) => scope !== ''),
  };
}

function refusedBy(answer: Answer): Granted {
  const read = refusal.safeParse(jsonOf(answer));
  const code = read.success ? read.data.error : '';
  if (OUR_FAULT.has(code)) throw new AppError('shopify_refused', false, code);
  if (code === '') throw new AppError('shopify_unavailable', true, `status ${answer.status}`);
  return { outcome: 'refused', code };
}

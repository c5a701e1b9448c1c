import type { ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../app/ports/app-error.ts';
import type { SessionStore } from '../../app/ports/session-store.ts';
import type { AskForTokens } from './token-endpoint.ts';

type Exchanged = { readonly outcome: 'exchanged'; readonly scopes: readonly string[] } | { readonly outcome: 'stale' };

const STALE = 'invalid_subject_token';
/** The shop has thrown us out, and a window of ours was still open there. */
const GONE = 'application_cannot_be_found';

const isGone = (error: unknown): boolean => error instanceof AppError && error.cause === GONE;

/** Trades a session token for the shop's offline tokens, which end and can be renewed, and keeps them. */
export function createExchange(
  askForTokens: AskForTokens,
  sessions: SessionStore,
): (shop: ShopId, token: string) => Promise<Exchanged> {
  return async (shop, token) => {
    const granted = await askForTokens(shop, {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: token,
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
      expiring: '1',
    }).catch((error: unknown) => {
      if (isGone(error)) return { outcome: 'refused', code: STALE } as const;
      throw error;
    });
    if (granted.outcome === 'granted') {
      await sessions.store(shop, granted.session);
      return { outcome: 'exchanged', scopes: granted.session.scopes };
    }
    if (granted.code === STALE) return { outcome: 'stale' };
    throw new AppError('shopify_refused', false, granted.code);
  };
}

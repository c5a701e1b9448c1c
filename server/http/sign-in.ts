import type { ShopId } from '../../shared/domain/ids.ts';

/** Whom a verified session token names. `staffId` is Shopify's number of the staff member. */
export type Staff = { readonly shop: ShopId; readonly staffId: string };

/** How requests prove who they are. `compose.ts` fills it from `server/shopify`; no adapter knows another. */
export type SignIn = {
  /** A session token of the admin or the till: signature, audience, time, and that `iss` and `dest` name one shop. */
  readonly verifyStaff: (token: string) => Promise<Staff | null>;
  /** Trades a session token for the shop's offline tokens and keeps them; `stale` when Shopify no longer takes it. */
  readonly exchange: (
    shop: ShopId,
    token: string,
  ) => Promise<{ readonly outcome: 'exchanged'; readonly scopes: readonly string[] } | { readonly outcome: 'stale' }>;
  /** The shop of a request that came through Shopify's app proxy; null when forged, repeated or too old. */
  readonly verifyProxy: (query: string) => ShopId | null;
};

import type { Instant, ShopId } from '../../../shared/domain/ids.ts';

/** A shop's offline tokens; encrypted at rest by the store (AES-256-GCM, key id, rotation). */
export type OfflineSession = {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Instant;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Instant;
  readonly scopes: readonly string[];
};

export type SessionStore = {
  readonly load: (shop: ShopId) => Promise<OfflineSession | null>;
  /** Both tokens in one write. */
  readonly store: (shop: ShopId, session: OfflineSession) => Promise<void>;
  readonly remove: (shop: ShopId) => Promise<void>;
  /** One refresh at a time per shop over all processes; null when somebody else holds it until `until`. */
  readonly lock: (
    shop: ShopId,
    now: Instant,
    until: Instant,
  ) => Promise<{ readonly release: () => Promise<void> } | null>;
};

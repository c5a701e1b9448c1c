import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { OfflineSession } from '../../app/ports/session-store.ts';
import { openJson, type SecretBox, sealJson } from '../secret-box.ts';

export type SessionDoc = { readonly shop: ShopId; readonly tokens: Uint8Array };
export type SessionLockDoc = { readonly shop: ShopId; readonly until: Instant; readonly holder: string };

const about = (shop: ShopId) => `session:${shop}`;

export const encodeSession = (box: SecretBox, shop: ShopId, session: OfflineSession): Omit<SessionDoc, 'shop'> => ({
  tokens: sealJson(box, about(shop), session),
});

export const decodeSession = (box: SecretBox, { shop, tokens }: SessionDoc): OfflineSession =>
  openJson<OfflineSession>(box, about(shop), tokens);

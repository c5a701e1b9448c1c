import { gunzipSync, gzipSync } from 'node:zlib';
import type { CustomerId, Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { PrivacyFile } from '../../app/ports/privacy-files.ts';
import type { SecretBox } from '../secret-box.ts';

/** `bytes` of the body as the merchant gets it; kept, it is packed and sealed. */
export type PrivacyFileDoc = {
  readonly shop: ShopId;
  readonly requestId: string;
  readonly customerId: CustomerId | null;
  readonly madeAt: Instant;
  readonly bytes: number;
  readonly body: Uint8Array;
};

const about = (shop: ShopId, requestId: string) => `privacy-file:${shop}:${requestId}`;

export function encodePrivacyFile(box: SecretBox, shop: ShopId, file: PrivacyFile): Omit<PrivacyFileDoc, 'shop'> {
  const { requestId, customerId, madeAt, body } = file;
  const sealed = box.seal(about(shop, requestId), gzipSync(body));
  return { requestId, customerId, madeAt, bytes: Buffer.byteLength(body), body: sealed };
}

export const openPrivacyFile = (box: SecretBox, { shop, requestId, body }: PrivacyFileDoc): string =>
  gunzipSync(box.open(about(shop, requestId), body)).toString('utf8');

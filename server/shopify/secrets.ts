import { createHmac, timingSafeEqual } from 'node:crypto';

/** The app's secrets: the current one and, after a rotation, the one before; for a while Shopify signs with either. */
export type Secrets = readonly string[];

export const secretsOf = (current: string, previous: string | null): Secrets =>
  previous === null ? [current] : [current, previous];

/**
 * Whether a signature is the HMAC-SHA256 of the text under one of the secrets. Every secret is tried and each is
 * compared in constant time, so that neither the place of a wrong byte nor the secret's age can be measured.
 */
export function isSigned(text: Buffer | string, signature: Buffer, secrets: Secrets): boolean {
  let isGenuine = false;
  for (const secret of secrets) {
    const genuine = createHmac('sha256', secret).update(text).digest();
    if (signature.length === genuine.length && timingSafeEqual(signature, genuine)) isGenuine = true;
  }
  return isGenuine;
}

import { readKey, sipHashOf } from '../../../shared/domain/entitlement/sip-hash.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import type { Shop } from '../ports/shop-store.ts';

/** Who types, as far as the storefront's request tells. An empty session is none. */
export type Typist = { readonly address: string; readonly session: string };

/** A bucket that wrong numbers are counted in, and how many it takes in an hour. */
export type Bucket = { readonly key: string; readonly max: number };

const HOUR_MS = 3_600_000;
/** The merchant sees the last 24 hours. */
const KEPT_MS = 25 * HOUR_MS;

/**
 * Wrong numbers an hour (decision 0017). A session is one visitor, who mistypes now and then. An address may be a
 * family, an office or a phone network's gate. A shop stands for everybody together: it ends a guess from many places.
 */
const SESSION_MAX = 10;
const ADDRESS_MAX = 30;
const SHOP_MAX = 200;

/** The hour that an instant belongs to, and when its counts may be forgotten. */
export function guessWindow(now: Instant): { readonly startsAt: Instant; readonly forgetAt: Instant } {
  const startsAt = now - (now % HOUR_MS);
  return { startsAt, forgetAt: startsAt + KEPT_MS };
}

/**
 * An IPv6 address as its network of 64 bits, since whoever has one address of it has all of them; an IPv4 address
 * as it is, also where it comes dressed as IPv6.
 */
export function networkOf(address: string): string {
  const dressed = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (dressed?.[1] !== undefined) return dressed[1];
  if (!address.includes(':')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const [before, after] = [head.split(':'), tail?.split(':') ?? []];
  const groups = [
    ...before,
    ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'),
    ...after,
  ];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '') || '0')
    .join(':');
}

/**
 * The buckets of one request. What would name somebody is hashed under the shop's own key, so that a list of all
 * addresses tells nothing about whose they are; after a change of the key everybody begins anew.
 */
export function bucketsOf(shop: Shop, { address, session }: Typist): readonly Bucket[] {
  const [key] = shop.entitlementKeys;
  const hashed = (kind: string, text: string): string =>
    `${kind}:${hash(key?.hex ?? '', `guess ${kind} ${inAscii(text)}`)}`;
  const sessions = session === '' ? [] : [{ key: hashed('session', session), max: SESSION_MAX }];
  return [
    { key: 'shop', max: SHOP_MAX },
    { key: hashed('address', networkOf(address)), max: ADDRESS_MAX },
    ...sessions,
  ];
}

/** The hash takes ASCII; anything else is spelled out. */
const inAscii = (text: string): string => text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);

const hash = (keyHex: string, text: string): string =>
  sipHashOf(readKey(keyHex), text)
    .map((word) => (word >>> 0).toString(16).padStart(8, '0'))
    .join('');

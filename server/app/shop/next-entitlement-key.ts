import type { EntitlementKey } from '../../../shared/domain/entitlement/entitlement.ts';
import type { Chance } from '../ports/ids.ts';

const KEY_IDS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const KEY_BYTES = 16;

/** A fresh key of 128 bits. Its id follows the newest one's, round and round, so that kept keys never share one. */
export function nextEntitlementKey(kept: readonly EntitlementKey[], chance: Chance): EntitlementKey {
  const newest = kept[0] === undefined ? -1 : KEY_IDS.indexOf(kept[0].id);
  const id = KEY_IDS.charAt((newest + 1) % KEY_IDS.length);
  const hex = Array.from(chance.bytes(KEY_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id, hex };
}

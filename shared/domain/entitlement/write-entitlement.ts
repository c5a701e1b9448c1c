import { assert } from '../assert.ts';
import { rewardFigures } from '../quote/reward-figures.ts';
import { CAPPED_VERSION, ROW_VERSION } from './checkout-rules.ts';
import type { Entitlement } from './entitlement.ts';

/**
 * The value of the customer's app-owned metafield (type json): `[1, sequence, from, until, program, basis points, …]`,
 * and at its end, where rewards are owed, a row of their figures; so a row with rewards has an odd length. Under a cap
 * `[3, sequence, from, until, program, basis points, cap]`. Nobody but the app can write there, so it is not signed.
 */
export function writeEntitlement({ sequence, fromDay, untilDay, claims, rewards }: Entitlement): string {
  const said = [sequence, fromDay, untilDay, ...claims.flatMap((claim) => [claim.programId, claim.discountBp])];
  const capped = claims.find(({ capMinor }) => capMinor !== undefined);
  if (capped !== undefined) {
    assert(claims.length === 1 && rewards === undefined, 'a claim with a cap stands alone');
    return JSON.stringify([CAPPED_VERSION, ...said, capped.capMinor]);
  }
  return JSON.stringify([ROW_VERSION, ...said, ...(rewards === undefined ? [] : [rewardFigures(rewards)])]);
}

import { rewardFigures } from '../quote/reward-figures.ts';
import { ROW_VERSION } from './checkout-rules.ts';
import type { Entitlement } from './entitlement.ts';

/**
 * The value of the customer's app-owned metafield (type json): `[1, sequence, from, until, program, basis points, …]`,
 * and at its end, where rewards are owed, a row of their figures; so a row with rewards has an odd length. Nobody
 * but the app can write there, so it is not signed.
 */
export const writeEntitlement = ({ sequence, fromDay, untilDay, claims, rewards }: Entitlement): string =>
  JSON.stringify([
    ROW_VERSION,
    sequence,
    fromDay,
    untilDay,
    ...claims.flatMap(({ programId, discountBp }) => [programId, discountBp]),
    ...(rewards === undefined ? [] : [rewardFigures(rewards)]),
  ]);

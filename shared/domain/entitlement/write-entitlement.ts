import { ROW_VERSION } from './checkout-rules.ts';
import type { Entitlement } from './entitlement.ts';

/**
 * The value of the customer's app-owned metafield (type json): `[1, sequence, from, until, program, basis points, …]`.
 * Nobody but the app can write there, so it is not signed.
 */
export const writeEntitlement = ({ sequence, fromDay, untilDay, claims }: Entitlement): string =>
  JSON.stringify([
    ROW_VERSION,
    sequence,
    fromDay,
    untilDay,
    ...claims.flatMap(({ programId, discountBp }) => [programId, discountBp]),
  ]);

import type { Entitlement } from './entitlement.ts';

/**
 * The value of the customer's app-owned metafield (type json). Nobody but the app can write there, so it is not
 * signed. Claims are pairs of program and basis points.
 */
export const writeEntitlement = ({ sequence, fromDay, untilDay, claims }: Entitlement): string =>
  JSON.stringify({
    version: 1,
    sequence,
    from: fromDay,
    until: untilDay,
    claims: claims.map(({ programId, discountBp }) => [programId, discountBp]),
  });

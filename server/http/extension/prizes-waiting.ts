import type { WonView } from '../../../shared/contract/till.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import { loadCustomerDraws } from '../admin/draw.load.ts';
import type { HttpDeps } from '../deps.ts';

/** What the holder of a card in use has won and not been given yet. */
export async function prizesWaiting(
  deps: Pick<HttpDeps, 'stores'>,
  shop: ShopId,
  { state, customerId }: Card,
): Promise<readonly WonView[]> {
  if (state !== 'issued' || customerId === null) return [];
  const draws = await loadCustomerDraws(deps, shop, customerId);
  return draws.flatMap(({ drawId, name, won }) =>
    won
      .filter(({ handedOverAt }) => handedOverAt === null)
      .map(({ prize, lot }) => ({ drawId, draw: name, prize, lot })),
  );
}

import type { ClosedList, Draw } from '../../../shared/domain/draw/draw.ts';
import { createListHash, holderHandle, lotNumbers } from '../../../shared/domain/draw/lots.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../ports/app-error.ts';
import type { LotList } from '../ports/draw-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { hexChance } from './hex-chance.ts';
import { createWalkLots } from './walk-lots.ts';

const LIST_ID_BYTES = 8;

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'chance' | 'hashing' | 'log'>;

/** The seed that lies sealed since the draw was opened. */
export async function sealedSeed({ stores }: Pick<UseCaseDeps, 'stores'>, shop: ShopId, { id }: Draw): Promise<string> {
  const seed = await stores.draws.seed(shop, id);
  if (seed === null) throw new AppError('draw_seed_missing', false);
  return seed;
}

/**
 * Freezes who is in a draw, as of the very instant it closes at. Each try writes a list of its own and the draw names
 * the one that holds, so a try cut short, or two at once, leave no lot too many in it.
 */
export function createCloseDraw(deps: Deps): (shop: ShopId, draw: Draw) => Promise<void> {
  const { stores, clock, chance, log } = deps;
  const { draws } = stores;
  const fill = createFill(deps);
  return async (shop, draw) => {
    const list = { drawId: draw.id, listId: hexChance(chance, LIST_ID_BYTES) };
    const holders = await fill(shop, draw, list);
    const at = clock.now();
    const closed: ClosedList = { at, listId: list.listId, holders, ...(await countAndHash(deps, shop, list)) };
    const event = { at, by: null, kind: 'closed', lot: null, note: '' } as const;
    const outcome = await draws.change(shop, draw, { state: 'closed', closed }, event);
    const holding = outcome === 'changed' ? closed : ((await draws.find(shop, draw.id))?.closed ?? null);
    await draws.dropOtherLists(shop, { drawId: draw.id, listId: holding?.listId ?? '' });
    if (outcome === 'changed') log.info('draw.closed', { shop, draw: draw.id, lots: closed.lots });
  };
}

/** Writes the lots of everybody who has some; answers how many holders that are. */
function createFill(deps: Deps) {
  const { stores, hashing } = deps;
  const walkLots = createWalkLots(stores);
  return async (shop: ShopId, draw: Draw, list: LotList): Promise<number> => {
    const seed = await sealedSeed(deps, shop, draw);
    let count = 0;
    for await (const { holders } of walkLots(shop, draw.terms, draw.terms.closesAt)) {
      const lots = holders.flatMap(({ customerId, lots: due }) =>
        lotNumbers(holderHandle(hashing, seed, customerId), due).map((lot) => ({ lot, customerId })),
      );
      await stores.draws.putLots(shop, list, lots);
      count += holders.length;
    }
    return count;
  };
}

async function countAndHash({ stores, hashing }: Deps, shop: ShopId, list: LotList) {
  const hash = createListHash(hashing);
  let lots = 0;
  for await (const batch of stores.draws.lots(shop, list)) {
    for (const { lot } of batch) hash.add(lot);
    lots += batch.length;
  }
  const listHash = hash.hex();
  if (listHash === null) throw new AppError('lots_out_of_order', false);
  return { lots, listHash };
}

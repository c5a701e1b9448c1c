import type { CustomerDrawView, DrawRowView, DrawView, WinnerView } from '../../../shared/contract/draw.ts';
import { type Draw, prizesIn } from '../../../shared/domain/draw/draw.ts';
import type { CustomerId, DrawId, ShopId } from '../../../shared/domain/ids.ts';
import type { HttpDeps } from '../deps.ts';
import { fullName } from './full-name.ts';

type Deps = Pick<HttpDeps, 'page'> & {
  readonly stores: Pick<HttpDeps['stores'], 'draws' | 'customers' | 'programs'>;
};

export const drawRow = ({ id, terms, state, closed, drawn }: Draw): DrawRowView => ({
  id,
  name: terms.name,
  state,
  closesAt: terms.closesAt,
  prizes: prizesIn(terms.prizes),
  lots: closed?.lots ?? null,
  waiting: (drawn?.winners ?? []).filter(({ handedOver }) => handedOver === null).length,
});

/** Where everybody sees a draw. */
export const publicUrlOf = ({ appUrl }: HttpDeps['page'], shop: ShopId, id: DrawId): string =>
  `${appUrl}/draws/${shop}/${id}`;

/** One draw with the names of its winners, of whom there are at most some hundreds. */
export async function loadDrawView(deps: Deps, shop: ShopId, draw: Draw): Promise<DrawView> {
  const { prizes: _prizes, ...row } = drawRow(draw);
  return {
    ...row,
    terms: draw.terms,
    ...(await namesOf(deps, shop, draw)),
    commitment: draw.commitment,
    createdAt: draw.createdAt,
    holders: draw.closed?.holders ?? null,
    listHash: draw.closed?.listHash ?? null,
    seed: draw.drawn?.seed ?? null,
    winners: await winnersOf(deps, shop, draw),
    trail: draw.trail,
    publicUrl: publicUrlOf(deps.page, shop, draw.id),
  };
}

/** What program and level are called by the newest version. */
export async function namesOf({ stores }: Pick<Deps, 'stores'>, shop: ShopId, { terms: { among } }: Draw) {
  if (among.kind === 'card') return { programName: null, levelName: null };
  const versions = await stores.programs.versions(shop, among.programId);
  const newest = versions.toSorted((a, b) => b.version - a.version)[0];
  const programName = newest?.name ?? '';
  if (among.kind === 'program' || newest?.mechanic.kind !== 'levels') return { programName, levelName: null };
  return { programName, levelName: newest.mechanic.levels[among.level]?.name ?? '' };
}

async function winnersOf({ stores }: Deps, shop: ShopId, draw: Draw): Promise<readonly WinnerView[]> {
  const { closed, drawn, terms, id } = draw;
  if (closed === null || drawn === null) return [];
  const numbers = drawn.winners.map(({ lot }) => lot);
  const lots = await stores.draws.findLots(shop, { drawId: id, listId: closed.listId }, numbers);
  const holderOf = new Map(lots.map(({ lot, customerId }) => [lot, customerId]));
  const customers = await stores.customers.findMany(shop, [...new Set(lots.flatMap((one) => one.customerId ?? []))]);
  const nameOf = new Map(customers.map((customer) => [customer.id, fullName(customer)]));
  return drawn.winners.map(({ prize, lot, handedOver }) => {
    const customerId = holderOf.get(lot) ?? null;
    const customerName = customerId === null ? null : (nameOf.get(customerId) ?? null);
    const handedOverAt = handedOver?.at ?? null;
    return { prize: terms.prizes[prize]?.name ?? '', lot, customerId, customerName, handedOverAt };
  });
}

/** A customer's part in every draw that has closed, the newest first. */
export async function loadCustomerDraws(
  { stores }: Pick<Deps, 'stores'>,
  shop: ShopId,
  id: CustomerId,
): Promise<readonly CustomerDrawView[]> {
  const lots = await stores.draws.lotsOf(shop, id);
  if (lots.length === 0) return [];
  const draws = await stores.draws.findMany(shop, [...new Set(lots.map(({ drawId }) => drawId))]);
  return draws
    .toSorted((a, b) => b.createdAt - a.createdAt)
    .flatMap((draw) => {
      const { terms, state, closed, drawn } = draw;
      const theirs = lots.filter(({ drawId, listId }) => drawId === draw.id && listId === closed?.listId);
      if (theirs.length === 0) return [];
      const won = (drawn?.winners ?? [])
        .filter((winner) => theirs.some(({ lot }) => lot === winner.lot))
        .map(({ prize, lot, handedOver }) => {
          return { prize: terms.prizes[prize]?.name ?? '', lot, handedOverAt: handedOver?.at ?? null };
        });
      return [{ drawId: draw.id, name: terms.name, state, lots: theirs.map(({ lot }) => lot), won }];
    });
}

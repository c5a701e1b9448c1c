import type { Draw, Winner } from '../../../shared/domain/draw/draw.ts';
import type { CustomerId, LotNumber, ShopId } from '../../../shared/domain/ids.ts';
import type { Cause } from '../../../shared/domain/journal/journal.ts';
import type { By } from '../by.ts';
import { findCustomer } from '../customer/follow-merges.ts';
import { eachOf } from '../each-of.ts';
import type { Advance } from '../standing/advance-standing.ts';
import { isNobody } from '../standing/read-facts.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';

export type TellWinners = (shop: ShopId, draw: Draw) => Promise<void>;

/** Journals of so many winners are written at one time. */
const AT_ONCE = 16;

type Told = Extract<Cause, { kind: 'prize_won' | 'prize_handed_over' }>;

/**
 * Writes into each winner's journal what they won and what was handed over, each of it once: what a journal says
 * already is not said again, so this may be cut short anywhere and done again. Who was erased is told nothing.
 */
export function createTellWinners({ stores }: Pick<UseCaseDeps, 'stores'>, advance: Advance): TellWinners {
  const { draws, customers } = stores;
  const tell = async (shop: ShopId, id: CustomerId, by: By, cause: Told): Promise<void> => {
    const customer = await findCustomer(customers, shop, id);
    if (customer === null || isNobody(customer)) return;
    await advance(shop, customer.id, by, ({ facts }) => {
      const isSaid = facts.manual.some((fact) => fact.kind === cause.kind && fact.lot === cause.lot);
      return { cause, decides: !isSaid };
    });
  };
  return async (shop, draw) => {
    const { closed, drawn, terms, id } = draw;
    if (closed === null || drawn === null) return;
    const holderOf = await holders(stores, shop, draw);
    await eachOf(drawn.winners, AT_ONCE, async (winner) => {
      const customerId = holderOf.get(winner.lot) ?? null;
      if (customerId === null) return;
      const of = { drawId: id, draw: terms.name, prize: terms.prizes[winner.prize]?.name ?? '', lot: winner.lot };
      await tell(shop, customerId, null, { kind: 'prize_won', ...of });
      const { handedOver } = winner;
      if (handedOver !== null) await tell(shop, customerId, handedOver.by, { kind: 'prize_handed_over', ...of });
    });
    // Where another prize was handed over meanwhile, the clock comes here again.
    await draws.change(shop, draw, { isTold: true }, null);
  };
}

/** Whose the winning lots are; a lot of somebody erased is nobody's. */
export async function holders(
  { draws }: Pick<UseCaseDeps['stores'], 'draws'>,
  shop: ShopId,
  { id, closed, drawn }: Pick<Draw, 'id' | 'closed' | 'drawn'>,
): Promise<ReadonlyMap<LotNumber, CustomerId | null>> {
  if (closed === null || drawn === null) return new Map();
  const numbers = drawn.winners.map(({ lot }: Winner) => lot);
  const found = await draws.findLots(shop, { drawId: id, listId: closed.listId }, numbers);
  return new Map(found.map(({ lot, customerId }) => [lot, customerId]));
}

import type { CardNumber, ShopId } from '../../../shared/domain/ids.ts';
import type { Card, CardEvent } from '../../../shared/domain/instrument/card.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import type { CardStore } from '../ports/card-store.ts';
import type { CardRefusal } from '../use-cases.ts';

const TRIES_MAX = 5;

export type CardChange = {
  readonly fields: Partial<Omit<Card, 'number' | 'history' | 'revision'>>;
  readonly event: CardEvent;
};

/** `null`: it is so already. */
export type DecideCard = (card: Card) => Result<CardChange | null, CardRefusal>;

/**
 * Changes a card as it lies in the store at the moment of changing: when somebody was faster it is read and judged
 * again. Answers the card as it is afterwards.
 */
export async function changeCard(
  cards: Pick<CardStore, 'find' | 'change'>,
  shop: ShopId,
  number: CardNumber,
  decide: DecideCard,
): Promise<Result<Card, CardRefusal>> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const seen = await cards.find(shop, number);
    if (seen === null) return refused({ code: 'unknown_card' });
    const decided = decide(seen);
    if (!decided.ok) return decided;
    if (decided.value === null) return ok(seen);
    const { fields, event } = decided.value;
    if ((await cards.change(shop, seen, fields, event)) === 'changed')
      return ok({ ...seen, ...fields, history: [...seen.history, event], revision: seen.revision + 1 });
  }
  return refused({ code: 'changed_meanwhile' });
}

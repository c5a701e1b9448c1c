import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { Facts } from '../../../shared/domain/standing/standing.ts';
import type { CustomerFacts } from '../ports/fact-store.ts';
import type { Stores } from '../ports/stores.ts';
import { readRedeemed } from '../reward/read-redeemed.ts';
import { heldCards } from './held-cards.ts';
import { withReferred } from './referred-facts.ts';

/** All that a standing is worked out from, and the copy as it lies. */
export type Known = Pick<CustomerFacts, 'last' | 'customer' | 'cards' | 'versions' | 'copy' | 'figures' | 'givers'> & {
  readonly facts: Facts;
  readonly timeZone: string;
};

/** Reads one customer's facts; null when the shop does not know them. */
export async function readFacts(
  stores: Pick<Stores, 'facts' | 'purchases'>,
  shop: ShopId,
  id: CustomerId,
): Promise<Known | null> {
  const found = await stores.facts.of(shop, id);
  if (found === null) return null;
  const { purchases, referred, cards, manual, terms, uses, ...known } = found;
  const redeemed = await readRedeemed(stores, shop, uses, purchases);
  const held = { cards: heldCards(cards), ...withReferred(referred, cards) };
  const facts = { purchases, ...held, manual, redeemed, owedCounts: terms?.owedCounts ?? false };
  return { ...known, cards, facts, timeZone: terms?.timeZone ?? 'UTC' };
}

/** Merged into another or erased: nobody whose standing counts. */
export const isNobody = ({ state }: Pick<Customer, 'state'>): boolean => state === 'merged' || state === 'erased';

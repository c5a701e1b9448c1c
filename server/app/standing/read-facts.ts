import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { Facts } from '../../../shared/domain/standing/standing.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import type { Stores } from '../ports/stores.ts';
import { heldCards } from './held-cards.ts';

/** All that a standing is worked out from, and the copy as it lies. */
export type Known = {
  readonly customer: Customer;
  readonly facts: Facts;
  readonly cards: readonly Card[];
  readonly versions: readonly ProgramVersion[];
  readonly copy: StoredStanding | null;
  readonly timeZone: string;
};

/** Reads one customer's facts side by side; null when the shop does not know them. */
export async function readFacts(stores: Stores, shop: ShopId, id: CustomerId): Promise<Known | null> {
  const [customer, purchases, cards, manual, versions, copy, settings] = await Promise.all([
    stores.customers.find(shop, id),
    stores.purchases.ofCustomer(shop, id),
    stores.cards.ofCustomer(shop, id),
    stores.journal.manualFacts(shop, id),
    stores.programs.allVersions(shop),
    stores.standings.find(shop, id),
    stores.shops.find(shop),
  ]);
  if (customer === null) return null;
  const owedCounts = settings?.settings.owedCounts ?? false;
  const facts: Facts = { purchases, cards: heldCards(cards), manual, owedCounts };
  return { customer, facts, cards, versions, copy, timeZone: settings?.timeZone ?? 'UTC' };
}

/** Merged into another or erased: nobody whose standing counts. */
export const isNobody = ({ state }: Pick<Customer, 'state'>): boolean => state === 'merged' || state === 'erased';

import type { CardView } from '../../../shared/contract/api.ts';
import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import type { HttpDeps } from '../deps.ts';
import { fullName } from './full-name.ts';
import { programNames } from './program-names.ts';

type Deps = { readonly stores: Pick<HttpDeps['stores'], 'cards' | 'customers' | 'programs'> };

/** Cards with the names of series, program and holder. At most one page of them: holders are looked up one by one. */
export async function cardViews(deps: Deps, shop: ShopId, cards: readonly Card[]): Promise<readonly CardView[]> {
  const holders = [...new Set(cards.flatMap((card) => (card.customerId === null ? [] : [card.customerId])))];
  const [series, programs, customers] = await Promise.all([
    deps.stores.cards.listSeries(shop),
    programNames(deps, shop),
    Promise.all(holders.map((id) => deps.stores.customers.find(shop, id))),
  ]);
  const nameOf = namesOf(customers);
  return cards.map((card) => ({
    number: card.number,
    seriesId: card.seriesId,
    seriesName: series.find((one) => one.id === card.seriesId)?.name ?? '',
    programId: card.programId,
    programName: programs.get(card.programId) ?? '',
    state: card.state,
    customerId: card.customerId,
    customerName: nameOf(card.customerId),
    issuedAt: card.issuedAt,
    replacedBy: card.replacedBy,
    expiresAt: card.expiresAt,
    history: card.history,
  }));
}

function namesOf(customers: readonly (Customer | null)[]): (id: CustomerId | null) => string | null {
  const names = new Map(customers.flatMap((customer) => (customer ? [[customer.id, fullName(customer)]] : [])));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

/** One card, for the answer to a change. */
export async function cardView(deps: Deps, shop: ShopId, card: Card): Promise<CardView | null> {
  const [view] = await cardViews(deps, shop, [card]);
  return view ?? null;
}

import type { CustomerView } from '../../../shared/contract/api.ts';
import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { netPurchase } from '../../../shared/domain/purchase/net-purchase.ts';
import { dueCards } from '../../../shared/domain/standing/due-card.ts';
import type { Facts, HeldCard } from '../../../shared/domain/standing/standing.ts';
import type { HttpDeps } from '../deps.ts';
import { customerView } from './customer.view.ts';
import { loadCustomerDraws } from './draw.load.ts';
import { loadFriends } from './friends.load.ts';
import { shopOf } from './shop-of.ts';

type Deps = Pick<HttpDeps, 'stores' | 'clock'>;

/** One customer's page, read from the facts, so that its figures are what the orders say at this moment. */
export async function loadCustomerView(deps: Deps, shop: ShopId, customer: Customer): Promise<CustomerView> {
  const { programs, standings } = deps.stores;
  const [facts, stored, versions, draws] = await Promise.all([
    factsOf(deps, shop, customer),
    standings.find(shop, customer.id),
    programs.allVersions(shop),
    loadCustomerDraws(deps, shop, customer.id),
  ]);
  const now = deps.clock.now();
  const dueCard = dueCards(versions, facts, now).map((programId) => ({
    programId,
    programName: versions.findLast((version) => version.programId === programId)?.name ?? '',
  }));
  const purchases = facts.purchases
    .flatMap((purchase) => netPurchase(purchase, now, facts) ?? [])
    .filter(({ counts }) => counts);
  const friends = await loadFriends(deps, shop, customer.id, { versions, terms: facts, now });
  return customerView({ customer, purchases, stored, versions, dueCard, draws, friends });
}

async function factsOf(deps: Deps, shop: ShopId, { id }: Customer): Promise<Facts> {
  const { stores } = deps;
  const [{ settings }, purchases, cards, manual] = await Promise.all([
    shopOf(deps, shop),
    stores.purchases.ofCustomer(shop, id),
    stores.cards.ofCustomer(shop, id),
    stores.journal.manualFacts(shop, id),
  ]);
  const held = cards.flatMap(({ number, programId, state, issuedAt, issuedBy }): HeldCard[] =>
    state === 'issued' && issuedAt !== null ? [{ number, programId, issuedAt, issuedBy }] : [],
  );
  // Who is due a card does not hang on rewards.
  return { purchases, cards: held, manual, redeemed: [], owedCounts: settings.owedCounts };
}

import type { CustomerView } from '../../../shared/contract/api.ts';
import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { netPurchase } from '../../../shared/domain/purchase/net-purchase.ts';
import { dueCards } from '../../../shared/domain/standing/due-card.ts';
import type { Facts, HeldCard } from '../../../shared/domain/standing/standing.ts';
import type { HttpDeps } from '../deps.ts';
import { customerView } from './customer.view.ts';
import { shopOf } from './shop-of.ts';

type Deps = Pick<HttpDeps, 'stores' | 'clock'>;

/** One customer's page, read from the facts, so that its figures are what the orders say at this moment. */
export async function loadCustomerView(deps: Deps, shop: ShopId, customer: Customer): Promise<CustomerView> {
  const { programs, standings } = deps.stores;
  const [facts, stored, versions, { settings }] = await Promise.all([
    factsOf(deps, shop, customer),
    standings.find(shop, customer.id),
    programs.allVersions(shop),
    shopOf(deps, shop),
  ]);
  const now = deps.clock.now();
  const net = facts.purchases.map((purchase) => netPurchase(purchase, now, { owedCounts: settings.owedCounts }));
  const dueCard = dueCards(versions, facts, now, { owedCounts: settings.owedCounts }).map((programId) => ({
    programId,
    programName: versions.findLast((version) => version.programId === programId)?.name ?? '',
  }));
  const purchases = net.filter((purchase) => purchase.counts);
  return customerView({ customer, purchases, stored, versions, dueCard });
}

async function factsOf({ stores }: Deps, shop: ShopId, { id }: Customer): Promise<Facts> {
  const [purchases, cards, manual] = await Promise.all([
    stores.purchases.ofCustomer(shop, id),
    stores.cards.ofCustomer(shop, id),
    stores.journal.manualFacts(shop, id),
  ]);
  const held = cards.flatMap(({ number, programId, state, issuedAt, issuedBy }): HeldCard[] =>
    state === 'issued' && issuedAt !== null ? [{ number, programId, issuedAt, issuedBy }] : [],
  );
  return { purchases, cards: held, manual };
}

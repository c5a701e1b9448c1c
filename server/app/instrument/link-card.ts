import type { CustomerId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import { checkLinkable } from '../../../shared/domain/instrument/card-life.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import type { By } from '../by.ts';
import { findCustomer } from '../customer/follow-merges.ts';
import { isNobody } from '../standing/read-facts.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { changeCard, type DecideCard } from './change-card.ts';
import type { FollowCard } from './follow-card.ts';
import { givingPurchase } from './giving-purchase.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock' | 'log'>;

/**
 * Hands a card over. The card's own change is the moment it is theirs; the same again, after a crash or by a second
 * click, makes good what follows and changes nothing else.
 */
export function createLinkCard(deps: Deps, followCard: FollowCard): UseCases['linkCard'] {
  const { cards, customers } = deps.stores;
  return async (shop, number, customerId, orderId, by) => {
    const card = await cards.find(shop, number);
    if (card === null) return refused({ code: 'unknown_card' });
    const customer = await findCustomer(customers, shop, customerId);
    if (customer === null || isNobody(customer)) return refused({ code: 'unknown_customer' });
    const issuedBy = orderId ?? (await findGiver(deps, shop, card, customer.id));
    const linked = await changeCard(cards, shop, number, toLink({ customerId: customer.id, issuedBy, by }, deps));
    if (!linked.ok) return linked;
    const cause = { kind: 'card_linked', number } as const;
    await followCard(shop, { numbers: [number], orderId, customerId: customer.id, cause, by });
    deps.log.info('card.linked', { shop, customerId: customer.id, by });
    return linked;
  };
}

async function findGiver({ stores, clock }: Deps, shop: ShopId, card: Card, id: CustomerId): Promise<OrderId | null> {
  const [versions, purchases, known] = await Promise.all([
    stores.programs.versions(shop, card.programId),
    stores.purchases.ofCustomer(shop, id),
    stores.shops.find(shop),
  ]);
  return givingPurchase(versions, purchases, { owedCounts: known?.settings.owedCounts ?? false }, clock.now());
}

type ToLink = { readonly customerId: CustomerId; readonly issuedBy: OrderId | null; readonly by: By };

const toLink =
  ({ customerId, issuedBy, by }: ToLink, { clock }: Deps): DecideCard =>
  (card) => {
    const now = clock.now();
    const checked = checkLinkable(card, customerId, now);
    if (!checked.ok) return checked;
    if (checked.value === 'already') return ok(null);
    return ok({
      fields: { state: 'issued', customerId, issuedAt: now, issuedBy },
      event: { at: now, by, kind: 'issued', customerId, note: '' },
    });
  };

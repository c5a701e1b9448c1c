import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { CardNumber, CustomerId, ShopId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import { whoBought } from '../../../shared/domain/purchase/who-bought.ts';
import { createEnterForeignCustomer } from '../customer/enter-foreign-customer.ts';
import { createEnterShopifyCustomer } from '../customer/enter-shopify-customer.ts';
import { findCustomer, followMerges } from '../customer/follow-merges.ts';
import { AppError } from '../ports/app-error.ts';
import type { StoredPurchase } from '../ports/purchase-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { findHolder } from './find-holder.ts';

const TRIES_MAX = 5;

type Deps = Pick<UseCaseDeps, 'stores' | 'ids' | 'hashing' | 'clock'>;

export type AttributePurchases = {
  /** Says whose one purchase is, by what is known at the end of it; null when the order was deleted meanwhile. */
  readonly one: (shop: ShopId, purchase: StoredPurchase) => Promise<StoredPurchase | null>;
  /** After a card or a customer changed: every order that names one of them. Answers whose standings that touches. */
  readonly naming: (
    shop: ShopId,
    who: { readonly cards: readonly CardNumber[]; readonly shopifyCustomerIds: readonly ShopifyCustomerId[] },
  ) => Promise<readonly CustomerId[]>;
};

/**
 * Whose purchases are (rules 1, Who). A card, a merge or a newer snapshot may change that at any moment, and two
 * processes may say so at once: whoever wrote looks again, so that nobody leaves an older view on top of a newer one.
 */
export function createAttributePurchases(deps: Deps): AttributePurchases {
  const { purchases } = deps.stores;
  const whoIs = createWhoIs(deps);
  const one: AttributePurchases['one'] = async (shop, stored) => {
    let purchase: StoredPurchase | null = stored;
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      if (purchase === null) return null;
      const who = await whoIs(shop, purchase);
      const { customerId, contested, giverId } = who;
      const isSaid = customerId === purchase.customerId && contested === purchase.contested;
      if (isSaid && giverId === (purchase.giverId ?? null)) return purchase;
      purchase = await purchases.attribute(shop, purchase.orderId, customerId, contested, giverId);
    }
    throw new AppError('purchase_contended', true);
  };
  const naming: AttributePurchases['naming'] = async (shop, who) => {
    const touched = new Set<CustomerId>();
    for (const purchase of await purchases.naming(shop, who)) {
      for (const id of touchedBy(await one(shop, purchase))) touched.add(id);
    }
    return [...touched];
  };
  return { one, naming };
}

/** Whose standings a purchase touches: its owner's, theirs from whom it was taken, and whoever handed the card on. */
export function touchedBy(purchase: StoredPurchase | null): readonly CustomerId[] {
  if (purchase === null) return [];
  const { customerId, formerCustomerIds, giverId = null } = purchase;
  const now = [customerId, giverId].filter((id) => id !== null);
  return [...new Set([...now, ...formerCustomerIds])];
}

/** Merged customers lead on; of somebody erased nothing is kept, so a purchase that names them is nobody's. */
const idOf = (customer: Customer | null): CustomerId | null =>
  customer === null || customer.state === 'erased' ? null : customer.id;

type Who = ReturnType<typeof whoBought> & { readonly giverId: CustomerId | null };

function createWhoIs(deps: Deps) {
  const { customers, cards } = deps.stores;
  const enterShopifyCustomer = createEnterShopifyCustomer(deps);
  const enterForeignCustomer = createEnterForeignCustomer(deps);
  const enter = async (shop: ShopId, snapshot: StoredPurchase['snapshot']): Promise<Customer | null> => {
    if (snapshot === null) return null;
    const { shopifyCustomerId, foreignCustomerId } = snapshot;
    if (shopifyCustomerId !== null) return enterShopifyCustomer(shop, shopifyCustomerId);
    return foreignCustomerId === undefined ? null : enterForeignCustomer(shop, foreignCustomerId);
  };
  const livingHolder = async (shop: ShopId, number: CardNumber): Promise<CustomerId | null> => {
    const id = await findHolder(cards, shop, number);
    return id === null ? null : idOf(await findCustomer(customers, shop, id));
  };
  return async (shop: ShopId, { orderId, snapshot }: StoredPurchase): Promise<Who> => {
    const { cardNumber = null, shopifyCustomerId = null, foreignCustomerId = null } = snapshot ?? {};
    // An order that names nobody may have given somebody their card, at the till, and is theirs.
    const isNobodys = cardNumber === null && shopifyCustomerId === null && foreignCustomerId === null;
    const gave = isNobodys ? await cards.givenBy(shop, orderId) : null;
    const holderId = cardNumber === null ? (gave?.customerId ?? null) : await findHolder(cards, shop, cardNumber);
    const holder = holderId === null ? null : await findCustomer(customers, shop, holderId);
    const bought = await enter(shop, snapshot);
    const referredBy = snapshot?.referredBy;
    const giverId = referredBy === undefined ? null : await livingHolder(shop, referredBy);
    return { ...whoBought(idOf(holder), idOf(await followMerges(customers, shop, bought))), giverId };
  };
}

import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { AttributePurchases } from '../purchase/attribute-purchases.ts';
import type { Advance } from '../standing/advance-standing.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { type CustomerFields, changeCustomer } from './change-customer.ts';
import { blankCustomer, type EnterShopifyCustomer } from './enter-shopify-customer.ts';
import { findCustomer } from './follow-merges.ts';
import { createJoinStandings } from './join-standings.ts';
import { createMoveHistory } from './move-history.ts';
import { newerConsent } from './newer-consent.ts';
import { stateByDetails } from './read-details.ts';

export type MergeDeps = Pick<UseCaseDeps, 'stores' | 'clock' | 'log'>;

/**
 * Shopify made one customer of two. The one that is gone points on from the first write that counts; from then on
 * whatever names it finds the one that stays, and moving its history can be cut anywhere and begun again. It keeps its
 * Shopify id, so that late orders find the way, and no personal data.
 */
export function createMergeCustomers(
  deps: MergeDeps,
  enterShopifyCustomer: EnterShopifyCustomer,
  attribute: AttributePurchases,
  advance: Advance,
): UseCases['mergeCustomers'] {
  const { customers } = deps.stores;
  const moveHistory = createMoveHistory(deps, attribute);
  const joinStandings = createJoinStandings(deps, advance);
  const root = async (shop: ShopId, customer: Customer) =>
    (await findCustomer(customers, shop, customer.id)) ?? customer;
  return async (shop, keptShopifyId, goneShopifyId) => {
    const gone = await enterShopifyCustomer(shop, goneShopifyId);
    const kept = await root(shop, await enterShopifyCustomer(shop, keptShopifyId));
    if (kept.id === gone.id || gone.state === 'erased') return { outcome: 'unchanged' };
    if (gone.state !== 'merged') await fillIn(deps, shop, kept, gone);
    const isMarked = gone.state !== 'merged' && (await pointOn(deps, shop, gone, kept));
    let from = gone;
    for (let to = await root(shop, gone); from.id !== to.id; to = await root(shop, gone)) {
      await moveHistory(shop, from, to);
      await joinStandings(shop, from, to);
      from = to;
    }
    if (isMarked) deps.log.info('customer.merged', { shop, from: gone.id, to: from.id });
    return { outcome: isMarked ? 'merged' : 'unchanged' };
  };
}

/** What the one that stays does not know of itself. */
async function fillIn({ stores }: MergeDeps, shop: ShopId, kept: Customer, gone: Customer): Promise<void> {
  await changeCustomer(
    stores.customers,
    shop,
    () => stores.customers.find(shop, kept.id),
    (seen) => {
      const details = {
        firstName: seen.firstName ?? gone.firstName,
        patronymic: seen.patronymic ?? gone.patronymic,
        surname: seen.surname ?? gone.surname,
        email: seen.email ?? gone.email,
        phone: seen.phone ?? gone.phone,
        birthDate: seen.birthDate ?? gone.birthDate,
        gender: seen.gender ?? gone.gender,
        address: seen.address ?? gone.address,
        language: seen.language ?? gone.language,
      };
      const emailConsent = newerConsent(seen.emailConsent, gone.emailConsent);
      const state = seen.state === 'check' ? stateByDetails(details) : seen.state;
      const fields = { ...details, emailConsent, state };
      return isNew(seen, fields) ? fields : null;
    },
  );
}

const isNew = (seen: Customer, fields: CustomerFields): boolean =>
  Object.entries(fields).some(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(seen[name as keyof Customer]),
  );

/** The write that counts. */
async function pointOn({ stores, clock }: MergeDeps, shop: ShopId, gone: Customer, kept: Customer): Promise<boolean> {
  const {
    id: _id,
    revision: _revision,
    shopifyCustomerIds: _ids,
    createdAt: _at,
    ...blank
  } = blankCustomer(gone.id, clock.now());
  const { isChanged } = await changeCustomer(
    stores.customers,
    shop,
    () => stores.customers.find(shop, gone.id),
    (seen) => (seen.state === 'merged' ? null : { ...blank, state: 'merged', mergedInto: kept.id }),
  );
  return isChanged;
}

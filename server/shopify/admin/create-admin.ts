import { assert } from '../../../shared/domain/assert.ts';
import { writeCheckoutRules } from '../../../shared/domain/entitlement/checkout-rules.ts';
import { AppError } from '../../app/ports/app-error.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { ShopifyAdmin } from '../../app/ports/shopify-admin.ts';
import type { AskAdmin } from './ask-admin.ts';
import { createBulk } from './bulk.ts';
import { createEnsureDiscount } from './ensure-discount.ts';
import { createFetchOrder } from './fetch-order.ts';
import { gid } from './numeric-id.ts';
import { createOrdersUpdatedSince } from './orders-updated-since.ts';
import { createProducts } from './products.ts';
import { createPutMetafields, METAFIELDS_MAX, type PutMetafields } from './put-metafields.ts';
import { createRewardDiscounts } from './reward-discount.ts';
import { shopDetailsDocument } from './shop-details.document.ts';
import { createVariants } from './variants.ts';

/** Where checkout finds a customer's standing, and the discount its rules. */
const LOYALTY = { key: 'loyalty', type: 'json' };

type Deps = { readonly askAdmin: AskAdmin; readonly clock: Clock; readonly log: Log };

/** What we ask Shopify for, over one way of asking. */
export function createAdmin({ askAdmin, clock, log }: Deps): ShopifyAdmin {
  const fetchOrder = createFetchOrder(askAdmin);
  const putMetafields = createPutMetafields(askAdmin);
  return {
    shopDetails: async (id) => {
      const { shop } = await askAdmin(id, shopDetailsDocument);
      const { name, currencyCode: currency, ianaTimezone: timeZone, taxesIncluded: pricesIncludeTax } = shop;
      return { name, currency, timeZone, pricesIncludeTax };
    },
    ensureDiscount: createEnsureDiscount({ askAdmin, clock, log }),
    putCheckoutRules: async (shop, ownerId, rules) => {
      const unknown = await putMetafields(shop, [{ ...LOYALTY, ownerId, value: writeCheckoutRules(rules) }]);
      if (unknown.size > 0) throw new AppError('shopify_refused', false, 'the discount is gone');
    },
    putEntitlements: createPutEntitlements(putMetafields),
    ordersUpdatedSince: createOrdersUpdatedSince(askAdmin, fetchOrder),
    ...createBulk(askAdmin, fetchOrder),
    ...createVariants(askAdmin, putMetafields, log),
    ...createProducts(askAdmin),
    ...createRewardDiscounts({ askAdmin, putMetafields, clock }),
  };
}

const createPutEntitlements =
  (putMetafields: PutMetafields): ShopifyAdmin['putEntitlements'] =>
  async (shop, items) => {
    assert(items.length <= METAFIELDS_MAX, 'at most 25 metafields in one call');
    const ownerOf = (customer: string) => gid('Customer', customer);
    const metafields = items.map(({ customer, value }) => ({ ...LOYALTY, ownerId: ownerOf(customer), value }));
    const unknown = await putMetafields(shop, metafields);
    return items.map(({ customer }) => ({
      customer,
      outcome: unknown.has(ownerOf(customer)) ? 'unknown_customer' : 'sent',
    }));
  };

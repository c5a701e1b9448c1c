import { z } from 'zod';
import type { OrderId, ShopId, ShopifyCustomerId } from '../../shared/domain/ids.ts';
import { shopifyId } from '../values.ts';

const orderIds = z
  .array(shopifyId<OrderId>())
  .nullish()
  .transform((ids) => ids ?? []);
const customer = z.object({ id: shopifyId<ShopifyCustomerId>() });

/**
 * The three privacy requests name their shop in the signed body; the header beside it is not signed, so the two must
 * agree before anybody is told of or erased.
 */
const shopDomain = (shop: ShopId) => z.literal(shop, { error: 'names another shop' });

export const dataRequestPayload = (shop: ShopId) =>
  z.object({
    shop_domain: shopDomain(shop),
    customer,
    orders_requested: orderIds,
    data_request: z.object({ id: z.union([z.int(), z.string().min(1).max(100)]).transform(String) }),
  });

export const customerRedactPayload = (shop: ShopId) =>
  z.object({ shop_domain: shopDomain(shop), customer, orders_to_redact: orderIds });

export const shopRedactPayload = (shop: ShopId) => z.object({ shop_domain: shopDomain(shop) });

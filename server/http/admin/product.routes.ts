import { Router } from 'express';
import { z } from 'zod';
import type { ProductListView, ProductView } from '../../../shared/contract/product.ts';
import { type ProductId, parseShopifyId } from '../../../shared/domain/ids.ts';
import { ok } from '../../../shared/domain/result.ts';
import type { Product } from '../../app/ports/shopify-admin.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { text, textOrNull } from '../query.ts';

const IDS_MAX = 250;

/** Ids joined by commas. Null: none were asked for, so it is a search. */
const productIds = z
  .string()
  .max(IDS_MAX * 21)
  .default('')
  .transform((value, context) => {
    if (value === '') return null;
    const read = value.split(',').map((id) => (/^\d+$/.test(id) ? parseShopifyId<ProductId>(id) : null));
    if (read.length <= IDS_MAX && read.every((id) => id !== null)) return read;
    context.addIssue('product ids joined by commas, at most 250');
    return z.NEVER;
  });

const productQuery = z.object({ search: text(100), after: textOrNull(1000), ids: productIds });

/** The shop's products, to choose from; and those chosen by name. Shopify has them, so Shopify is asked. */
export function createProductRoutes({ useCases }: HttpDeps): Router {
  const router = Router();
  router.get(
    '/products',
    endpoint({ query: productQuery }, async ({ shop, query: { search, after, ids } }) => {
      if (ids !== null) {
        const { products, gone } = await useCases.nameProducts(shop, ids);
        return ok<ProductListView>({ products: products.map(productView), gone, nextAfter: null });
      }
      const found = await useCases.findProducts(shop, search, after);
      if (!found.ok) return found;
      const { products, nextCursor } = found.value;
      return ok<ProductListView>({ products: products.map(productView), gone: [], nextAfter: nextCursor });
    }),
  );
  return router;
}

const productView = ({ id, title, status, imageUrl, price }: Product): ProductView => {
  return { id, title, status, imageUrl, price };
};

import type { z } from 'zod';
import { assert } from '../../../shared/domain/assert.ts';
import { type ProductId, parseShopifyId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../app/ports/app-error.ts';
import type { Product, ShopifyAdmin } from '../../app/ports/shopify-admin.ts';
import type { AskAdmin } from './ask-admin.ts';
import { costOf } from './cost-line.ts';
import { findProductsDocument } from './find-products.document.ts';
import { gid } from './numeric-id.ts';
import type { productFields } from './product-fields.ts';
import { productsByIdDocument } from './products-by-id.document.ts';

/** Shopify takes so many ids in one question. */
const IDS_MAX = 250;
const WORDS_MAX = 8;

/** Products of a shop, for whoever has to choose some or to name those chosen. */
export function createProducts(askAdmin: AskAdmin): Pick<ShopifyAdmin, 'findProducts' | 'productsById'> {
  return {
    findProducts: async (shop, search, cursor) => {
      const { products } = await askAdmin(shop, findProductsDocument, { query: searchText(search), after: cursor });
      const { hasNextPage, endCursor } = products.pageInfo;
      return { products: products.nodes.map(productOf), nextCursor: hasNextPage ? endCursor : null };
    },
    productsById: async (shop, ids) => {
      assert(ids.length <= IDS_MAX, 'at most 250 products in one call');
      const { nodes } = await askAdmin(shop, productsByIdDocument, { ids: ids.map((id) => gid('Product', id)) });
      return nodes.flatMap((node) => (node === null ? [] : [productOf(node)]));
    },
  };
}

/**
 * What was typed in Shopify's search language: each word the beginning of a word of the title. Only letters and digits
 * go through, so nobody types an operator by accident. Null: nothing to search for, so all.
 */
export function searchText(typed: string): string | null {
  const words = typed.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const terms = words.slice(0, WORDS_MAX).map((word) => `title:${word}*`);
  return terms.length === 0 ? null : terms.join(' ');
}

function productOf({ id, title, status, featuredMedia, priceRangeV2 }: z.output<typeof productFields>): Product {
  const read = parseShopifyId<ProductId>(id);
  if (read === null) throw new AppError('shopify_refused', false, 'a product without a number');
  const [minMinor, maxMinor] = [costOf(priceRangeV2.minVariantPrice), costOf(priceRangeV2.maxVariantPrice)];
  return {
    id: read,
    title,
    status: STATUS[status],
    imageUrl: featuredMedia?.preview?.image?.url ?? null,
    price: minMinor === null || maxMinor === null ? null : { minMinor, maxMinor },
  };
}

const STATUS = { ACTIVE: 'active', ARCHIVED: 'archived', DRAFT: 'draft', UNLISTED: 'unlisted' } as const;

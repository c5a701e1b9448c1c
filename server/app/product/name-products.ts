import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

/** The products in the order they were asked for, each once; and which of them Shopify no longer knows. */
export function createNameProducts({ admin }: Pick<UseCaseDeps, 'admin'>): UseCases['nameProducts'] {
  return async (shop, ids) => {
    const asked = [...new Set(ids)];
    const known = asked.length === 0 ? [] : await admin.productsById(shop, asked);
    const byId = new Map(known.map((product) => [product.id, product]));
    const products = asked.flatMap((id) => byId.get(id) ?? []);
    return { products, gone: asked.filter((id) => !byId.has(id)) };
  };
}

import type { ProductId } from '../ids.ts';

/**
 * Which goods a program is about (rules 1): all, or those of listed products, never the excluded ones. Only lines of
 * them count, and only they get something. A version without a scope is about everything.
 */
export type Scope =
  | { readonly kind: 'all'; readonly excluded: readonly ProductId[] }
  | { readonly kind: 'products'; readonly products: readonly ProductId[]; readonly excluded: readonly ProductId[] };

/** Whether a line's goods are a program's; null: a line without a product, such as one that a cashier typed. */
export type Holds = (productId: ProductId | null) => boolean;

const everything: Holds = () => true;

/** Tells goods of a scope from others. What has no product is in all products, and on no list. */
export function holdsOf(scope: Scope | undefined): Holds {
  if (scope === undefined) return everything;
  const excluded = new Set(scope.excluded);
  if (scope.kind === 'all') return (id) => id === null || !excluded.has(id);
  const listed = new Set(scope.products.filter((id) => !excluded.has(id)));
  return (id) => id !== null && listed.has(id);
}

/** The same goods give the same text, in whatever order and with whatever idle exclusions they were written down. */
export function scopeText(scope: Scope | undefined): string {
  if (scope === undefined) return '';
  const excluded = [...new Set(scope.excluded)].sort();
  if (scope.kind === 'all') return excluded.length === 0 ? '' : `-${excluded.join(' ')}`;
  const holds = holdsOf(scope);
  return `+${[...new Set(scope.products)].filter(holds).sort().join(' ')}`;
}

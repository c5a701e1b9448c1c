import { type ProductId, parseShopifyId } from '../ids.ts';
import type { ProgramDraft } from './draft.ts';
import type { Say } from './read-typed.ts';
import type { Scope } from './scope.ts';

/** As many products as a program may list or exclude: so many Shopify names at once (decision 0057). */
export const SCOPE_MAX = 250;

/** Reads Shopify's numbers of products, each once; what is none is said, with what was typed. */
function readProducts(typed: readonly string[], path: string, say: Say): readonly ProductId[] {
  if (typed.length > SCOPE_MAX) say(path, { code: 'scope_too_long', facts: { max: SCOPE_MAX } });
  const ids = new Set<ProductId>();
  for (const text of typed.map((each) => each.trim()).filter((each) => each !== '')) {
    const id = parseShopifyId<ProductId>(text);
    if (id === null) say(path, { code: 'product_unreadable', facts: { typed: text } });
    else ids.add(id);
  }
  return [...ids];
}

/** Reads which goods a program is about (rules 1); undefined: all of them. */
export function readScope(draft: ProgramDraft, say: Say): Scope | undefined {
  const excluded = readProducts(draft.excluded, 'excluded', say);
  if (draft.scope === 'all') return excluded.length === 0 ? undefined : { kind: 'all', excluded };
  const products = readProducts(draft.products, 'products', say);
  if (draft.products.every((each) => each.trim() === '')) say('products', { code: 'scope_missing' });
  else if (products.length > 0 && products.every((id) => excluded.includes(id)))
    say('excluded', { code: 'scope_of_nothing' });
  return { kind: 'products', products, excluded };
}

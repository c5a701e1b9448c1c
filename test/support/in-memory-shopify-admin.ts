import { AppError } from '../../server/app/ports/app-error.ts';
import type { FiledKind, ImportKind } from '../../server/app/ports/import-store.ts';
import type {
  BulkOperation,
  Product,
  ReadVariantCost,
  ShopDetails,
  ShopifyAdmin,
  VariantCost,
} from '../../server/app/ports/shopify-admin.ts';
import { assert } from '../../shared/domain/assert.ts';
import type { CheckoutRules } from '../../shared/domain/entitlement/entitlement.ts';
import type { Instant, ShopId, ShopifyCustomerId } from '../../shared/domain/ids.ts';
import type { RewardCode } from '../../shared/domain/offer/reward-code.ts';
import type { RewardRules } from '../../shared/domain/offer/reward-rules.ts';

const AT_ONCE_MAX = 25;
const ORDERS_PER_PAGE = 2;
const PRODUCTS_PER_PAGE = 2;

type Line = { readonly id: string; readonly body: string };

/** One shop as Shopify holds it. Tests write into it what they need and read what we left there. */
export type ShopInShopify = {
  details: ShopDetails;
  /** False: every call is answered as for a shop that has thrown us out. */
  isInstalled: boolean;
  /** Customers that Shopify knows; null: all. */
  customers: Set<ShopifyCustomerId> | null;
  readonly discounts: { readonly id: string; readonly title: string }[];
  readonly rules: Map<string, CheckoutRules>;
  readonly entitlements: Map<ShopifyCustomerId, string>;
  orders: { readonly id: string; readonly updatedAt: Instant; readonly body: string }[];
  readonly bulks: { readonly kind: ImportKind; operation: BulkOperation }[];
  readonly lines: Record<FiledKind, readonly Line[]>;
  /** What a bulk operation finds of variants: as it was when it ran, so what was written since is not in it. */
  costLines: readonly ReadVariantCost[];
  readonly costs: Map<string, readonly VariantCost[]>;
  readonly variantCosts: Map<string, number | null>;
  readonly codeDiscounts: Map<string, CodeDiscountInShopify>;
  /** Codes that are being made; a test lets Shopify get on with them by `finishCodes`. */
  readonly creations: Map<string, { isDone: boolean; readonly nodeId: string; readonly codes: readonly RewardCode[] }>;
  /** By title. */
  products: readonly Product[];
};

/** `codes`: by code, what Shopify calls it. */
export type CodeDiscountInShopify = {
  readonly seed: RewardCode;
  rules: RewardRules;
  readonly codes: Map<RewardCode, string>;
};

export type InMemoryShopifyAdmin = ShopifyAdmin & {
  readonly at: (shop: ShopId) => ShopInShopify;
  /** Every call that reached Shopify, with how many things it carried. */
  readonly calls: { readonly method: keyof ShopifyAdmin; readonly shop: ShopId; readonly count: number }[];
  /** The next calls fail, one after the other, before anything is done. */
  readonly failNext: (...errors: readonly AppError[]) => void;
  /** Shopify makes the codes that were asked for. */
  readonly finishCodes: (shop: ShopId) => void;
  /** Shopify finishes a bulk operation that runs. */
  readonly finishBulk: (shop: ShopId, kind: ImportKind, state?: 'completed' | 'failed') => void;
};

const newShop = (): ShopInShopify => ({
  details: { name: 'Test shop', currency: 'EUR', timeZone: 'Europe/Prague', pricesIncludeTax: true },
  isInstalled: true,
  customers: null,
  discounts: [],
  rules: new Map(),
  entitlements: new Map(),
  orders: [],
  bulks: [],
  lines: { customers: [], orders: [] },
  costLines: [],
  costs: new Map(),
  variantCosts: new Map(),
  products: [],
  codeDiscounts: new Map(),
  creations: new Map(),
});

/** Shopify's side of the port: what it says is atomic, capped or refused is so here too. */
export function createInMemoryShopifyAdmin(): InMemoryShopifyAdmin {
  const shops = new Map<ShopId, ShopInShopify>();
  const calls: InMemoryShopifyAdmin['calls'] = [];
  const failures: AppError[] = [];
  const at = (shop: ShopId): ShopInShopify => {
    const known = shops.get(shop) ?? newShop();
    shops.set(shop, known);
    return known;
  };
  const reach = (method: keyof ShopifyAdmin, shop: ShopId, count = 1): ShopInShopify => {
    calls.push({ method, shop, count });
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
    if (!at(shop).isInstalled) throw new AppError('shop_uninstalled', false);
    return at(shop);
  };
  return {
    at,
    calls,
    failNext: (...errors) => void failures.push(...errors),
    finishBulk: (shop, kind, state = 'completed') => {
      const known = at(shop);
      for (const bulk of known.bulks)
        if (bulk.kind === kind) bulk.operation = ended(bulk.operation, known, kind, state);
    },
    finishCodes: (shop) => {
      const { creations, codeDiscounts } = at(shop);
      for (const creation of creations.values()) {
        const codes = codeDiscounts.get(creation.nodeId)?.codes;
        if (!creation.isDone)
          for (const code of creation.codes) if (codes?.has(code) === false) codes.set(code, `redeem ${code}`);
        creation.isDone = true;
      }
    },
    ...discountMethods(reach),
    ...customerMethods(reach),
    ...bulkMethods(reach),
    ...variantMethods(reach),
    ...productMethods(reach),
    ...codeMethods(reach),
  };
}

function ended(
  before: BulkOperation,
  shop: ShopInShopify,
  kind: ImportKind,
  state: 'completed' | 'failed',
): BulkOperation {
  if (before.state !== 'running') return before;
  if (state === 'failed') return { ...before, state, why: 'INTERNAL_SERVER_ERROR' };
  const objects = (kind === 'costs' ? shop.costLines : shop.lines[kind]).length;
  return { ...before, state, objects, url: objects === 0 ? null : `memory:${before.id}` };
}

type Reach = (method: keyof ShopifyAdmin, shop: ShopId, count?: number) => ShopInShopify;

const discountMethods = (reach: Reach): Pick<ShopifyAdmin, 'shopDetails' | 'ensureDiscount' | 'putCheckoutRules'> => ({
  shopDetails: async (shop) => reach('shopDetails', shop).details,
  ensureDiscount: async (shop, title, kind) => {
    const { discounts } = reach('ensureDiscount', shop);
    const id = `gid://shopify/DiscountAutomaticNode/${kind === 'plain' ? 1 : 2}`;
    if (!discounts.some((known) => known.id === id)) discounts.push({ id, title });
    return id;
  },
  putCheckoutRules: async (shop, discountNodeId, rules) => {
    const { discounts, rules: kept } = reach('putCheckoutRules', shop);
    if (!discounts.some(({ id }) => id === discountNodeId)) throw new AppError('shopify_refused', false);
    kept.set(discountNodeId, rules);
  },
});

const customerMethods = (reach: Reach): Pick<ShopifyAdmin, 'putEntitlements' | 'ordersUpdatedSince'> => ({
  putEntitlements: async (shop, items) => {
    assert(items.length <= AT_ONCE_MAX, 'at most 25 metafields in one call');
    const { customers, entitlements } = reach('putEntitlements', shop, items.length);
    return items.map(({ customer, value }) => {
      if (customers !== null && !customers.has(customer)) return { customer, outcome: 'unknown_customer' };
      if (value === null) entitlements.delete(customer);
      else entitlements.set(customer, value);
      return { customer, outcome: 'sent' };
    });
  },
  ordersUpdatedSince: async (shop, since, cursor) => {
    const updated = reach('ordersUpdatedSince', shop).orders.filter((order) => order.updatedAt >= since);
    const sorted = updated.sort((a, b) => a.updatedAt - b.updatedAt);
    const from = cursor === null ? 0 : Number(cursor);
    const to = from + ORDERS_PER_PAGE;
    const orders = sorted.slice(from, to).map(({ body, ...order }) => ({ ...order, body: async () => body }));
    return { orders, nextCursor: to < sorted.length ? String(to) : null };
  },
});

const bulkMethods = (
  reach: Reach,
): Pick<ShopifyAdmin, 'startBulk' | 'bulkOperation' | 'readBulk' | 'readBulkCosts'> => ({
  startBulk: async (shop, kind) => {
    const { bulks } = reach('startBulk', shop);
    const id = `gid://shopify/BulkOperation/${bulks.length + 1}`;
    bulks.push({ kind, operation: { id, state: 'running', objects: 0, url: null, why: null } });
    return id;
  },
  bulkOperation: async (shop, id) => {
    const bulk = reach('bulkOperation', shop).bulks.find(({ operation }) => operation.id === id);
    if (bulk === undefined) throw new AppError('shopify_refused', false);
    return bulk.operation;
  },
  readBulk: async function* (shop, kind, url) {
    const { lines, bulks } = reach('readBulk', shop);
    if (!bulks.some(({ operation }) => operation.url === url)) throw new AppError('shopify_refused', false);
    yield* lines[kind];
  },
  readBulkCosts: async function* (shop, url) {
    const { costLines, bulks } = reach('readBulkCosts', shop);
    if (!bulks.some(({ operation }) => operation.url === url)) throw new AppError('shopify_refused', false);
    yield* costLines;
  },
});

const variantMethods = (reach: Reach): Pick<ShopifyAdmin, 'putVariantCosts' | 'variantCosts'> => ({
  putVariantCosts: async (shop, items) => {
    assert(items.length <= AT_ONCE_MAX, 'at most 25 metafields in one call');
    const { variantCosts } = reach('putVariantCosts', shop, items.length);
    for (const { variantId, costMinor, over } of items) {
      const isNewer = over !== undefined && String(variantCosts.get(variantId) ?? undefined) !== String(over?.value);
      if (!isNewer) variantCosts.set(variantId, costMinor);
    }
  },
  variantCosts: async (shop, inventoryItemId) => reach('variantCosts', shop).costs.get(inventoryItemId) ?? [],
});

const productMethods = (reach: Reach): Pick<ShopifyAdmin, 'findProducts' | 'productsById'> => ({
  findProducts: async (shop, search, cursor) => {
    const { products } = reach('findProducts', shop);
    if (cursor !== null && !/^\d+$/.test(cursor)) throw new AppError('shopify_refused', false);
    const wanted = search.toLowerCase().split(/\s+/);
    const isFound = ({ title }: Product) =>
      wanted.every((word) => ` ${title.toLowerCase()}`.includes(word === '' ? '' : ` ${word}`));
    const found = products.filter(isFound);
    const from = Number(cursor ?? 0);
    const to = from + PRODUCTS_PER_PAGE;
    return { products: found.slice(from, to), nextCursor: to < found.length ? String(to) : null };
  },
  productsById: async (shop, ids) =>
    reach('productsById', shop, ids.length).products.filter(({ id }) => ids.includes(id)),
});

const CODES_AT_ONCE_MAX = 100;

function discountIn({ codeDiscounts }: ShopInShopify, nodeId: string): CodeDiscountInShopify {
  const discount = codeDiscounts.get(nodeId);
  if (discount === undefined) throw new AppError('shopify_refused', false);
  return discount;
}

const codeMethods = (
  reach: Reach,
): Pick<ShopifyAdmin, 'ensureRewardDiscount' | 'putRewardRules' | 'addCodes' | 'addedCodes' | 'removeCodes'> => ({
  ensureRewardDiscount: async (shop, seed, rules) => {
    const { codeDiscounts } = reach('ensureRewardDiscount', shop);
    const known = [...codeDiscounts].find(([, discount]) => discount.seed === seed);
    if (known !== undefined) return known[0];
    const id = `gid://shopify/DiscountCodeNode/${codeDiscounts.size + 1}`;
    codeDiscounts.set(id, { seed, rules, codes: new Map() });
    return id;
  },
  putRewardRules: async (shop, nodeId, rules) => {
    discountIn(reach('putRewardRules', shop), nodeId).rules = rules;
  },
  addCodes: async (shop, nodeId, codes) => {
    assert(codes.length <= CODES_AT_ONCE_MAX, 'at most 100 codes in one call');
    const known = reach('addCodes', shop, codes.length);
    discountIn(known, nodeId);
    const id = `creation ${known.creations.size + 1}`;
    known.creations.set(id, { isDone: false, nodeId, codes });
    return id;
  },
  addedCodes: async (shop, id) => {
    const known = reach('addedCodes', shop);
    const creation = known.creations.get(id);
    if (creation === undefined) return [];
    const { codes } = discountIn(known, creation.nodeId);
    return creation.isDone ? creation.codes.map((code) => ({ code, redeemCodeId: codes.get(code) ?? null })) : null;
  },
  removeCodes: async (shop, nodeId, gone) => {
    const { codes } = discountIn(reach('removeCodes', shop, gone.length), nodeId);
    for (const { code } of gone) codes.delete(code);
  },
});

import type { CheckoutRules } from '../../../shared/domain/entitlement/entitlement.ts';
import type { Instant, ProductId, ShopId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import type { CurrencyCode } from '../../../shared/domain/money/money.ts';
import type { RewardCode } from '../../../shared/domain/offer/reward-code.ts';
import type { RewardRules } from '../../../shared/domain/offer/reward-rules.ts';
import type { FiledKind, ImportKind } from './import-store.ts';

export type ShopDetails = {
  readonly name: string;
  readonly currency: CurrencyCode;
  readonly timeZone: string;
  readonly pricesIncludeTax: boolean;
};

/** What a variant costs the merchant, in minor units of shop currency; null when Shopify knows none. */
export type VariantCost = {
  readonly variantId: string;
  readonly productId: ProductId | null;
  readonly costMinor: number | null;
  readonly isGiftCard: boolean;
};

/** A cost to be written; `over` names what was there when the cost was read: anything newer stays. */
export type PutVariantCost = {
  readonly variantId: string;
  readonly costMinor: number | null;
  readonly over?: WrittenCost | null;
};

/** A cost that stands in a variant's metafield, and Shopify's mark of that very value. */
export type WrittenCost = { readonly value: string; readonly mark: string };

export type ReadVariantCost = VariantCost & { readonly written: WrittenCost | null };

/** A product as the merchant knows it. Prices of its variants in minor units of shop currency; null: not to be read. */
export type Product = {
  readonly id: ProductId;
  readonly title: string;
  readonly status: 'active' | 'draft' | 'archived' | 'unlisted';
  readonly imageUrl: string | null;
  readonly price: { readonly minMinor: number; readonly maxMinor: number } | null;
};

export type ProductPage = { readonly products: readonly Product[]; readonly nextCursor: string | null };

export type BulkOperation = {
  readonly id: string;
  readonly state: 'running' | 'completed' | 'failed';
  readonly objects: number;
  readonly url: string | null;
  readonly why: string | null;
};

/** The automatic discount for all that has no cap, and the one for what has (decision 0056). */
export type DiscountKind = 'plain' | 'capped';

/**
 * What we ask Shopify for, in our words. Throws AppError: `shopify_throttled`, `shopify_unavailable` (retryable),
 * `shopify_refused`, `shop_uninstalled` (not). Respects the cost budget the API reports.
 */
export type ShopifyAdmin = {
  readonly shopDetails: (shop: ShopId) => Promise<ShopDetails>;
  /** Finds our automatic discount of a kind by its function handle or makes it; never a second. Answers its id. */
  readonly ensureDiscount: (shop: ShopId, title: string, kind: DiscountKind) => Promise<string>;
  /** Writes the rules into the discount's app-owned metafield. */
  readonly putCheckoutRules: (shop: ShopId, discountNodeId: string, rules: CheckoutRules) => Promise<void>;
  /**
   * The code discount whose first code is `seed`, found or made, with usage limit 1 for each of its codes; never a
   * second. Answers its id.
   */
  readonly ensureRewardDiscount: (shop: ShopId, seed: RewardCode, rules: RewardRules) => Promise<string>;
  readonly putRewardRules: (shop: ShopId, discountNodeId: string, rules: RewardRules) => Promise<void>;
  /** At most 100. Shopify makes them by and by; answers what to ask for. Those that are there already stay. */
  readonly addCodes: (shop: ShopId, discountNodeId: string, codes: readonly RewardCode[]) => Promise<string>;
  /** What became of codes that were added; null: not done yet. One that was there before has no id here. */
  readonly addedCodes: (
    shop: ShopId,
    creationId: string,
  ) => Promise<readonly { readonly code: string; readonly redeemCodeId: string | null }[] | null>;
  /** At most 100; one that is not there is none to remove. */
  readonly removeCodes: (
    shop: ShopId,
    discountNodeId: string,
    codes: readonly { readonly code: RewardCode; readonly redeemCodeId: string | null }[],
  ) => Promise<void>;
  /** At most 25: atomic. `value` null removes the metafield. */
  readonly putEntitlements: (
    shop: ShopId,
    items: readonly { readonly customer: ShopifyCustomerId; readonly value: string | null }[],
  ) => Promise<readonly { readonly customer: ShopifyCustomerId; readonly outcome: 'sent' | 'unknown_customer' }[]>;
  /**
   * Orders updated at or after an instant, oldest first. `body` asks for one of them whole, as a webhook-shaped body;
   * null: it is gone. It costs many times what the list does, so it is asked for only where it is needed.
   */
  readonly ordersUpdatedSince: (
    shop: ShopId,
    since: Instant,
    cursor: string | null,
  ) => Promise<{
    readonly orders: readonly {
      readonly id: string;
      readonly updatedAt: Instant;
      readonly body: () => Promise<string | null>;
    }[];
    readonly nextCursor: string | null;
  }>;
  readonly startBulk: (shop: ShopId, kind: ImportKind) => Promise<string>;
  readonly bulkOperation: (shop: ShopId, id: string) => Promise<BulkOperation>;
  /** The lines of a finished bulk operation, already put together, as webhook-shaped bodies. */
  readonly readBulk: (
    shop: ShopId,
    kind: FiledKind,
    url: string,
  ) => AsyncIterable<{ readonly id: string; readonly body: string }>;
  /** The variants of a finished bulk operation, in the order of its file, which stays the same. */
  readonly readBulkCosts: (shop: ShopId, url: string) => AsyncIterable<ReadVariantCost>;
  /** Writes unit costs (minor units of shop currency) into the variants' app-owned metafield; at most 25. */
  readonly putVariantCosts: (shop: ShopId, items: readonly PutVariantCost[]) => Promise<void>;
  readonly variantCosts: (shop: ShopId, inventoryItemId: string) => Promise<readonly VariantCost[]>;
  /** Products whose titles have a word beginning with each word of `search`, by title, a page at a time. */
  readonly findProducts: (shop: ShopId, search: string, cursor: string | null) => Promise<ProductPage>;
  /** Those of the products that Shopify still knows, in any order; at most 250 are asked for. */
  readonly productsById: (shop: ShopId, ids: readonly ProductId[]) => Promise<readonly Product[]>;
};

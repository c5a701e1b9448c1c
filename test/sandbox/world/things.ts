import type { Both } from './money.ts';

/** Milliseconds since 1970 in UTC. */
export type Instant = number;
export type Attribute = { readonly name: string; readonly value: string };

export type Plan = 'Basic' | 'Grow' | 'Advanced' | 'Plus';

export type Location = { readonly id: number; readonly name: string; readonly city: string };

export type ShopFacts = {
  readonly id: number;
  readonly domain: string;
  readonly name: string;
  readonly email: string;
  /** ISO 3166, two letters. */
  readonly country: string;
  readonly currency: string;
  /** Other currencies a buyer may pay in. `rate`: units of it for one unit of the shop's, as a decimal. */
  readonly presentmentCurrencies: readonly { readonly code: string; readonly rate: string }[];
  /** IANA name. */
  readonly timeZone: string;
  readonly taxesIncluded: boolean;
  /** Hundredths of a percent. */
  readonly taxRateBp: number;
  readonly plan: Plan;
  readonly locations: readonly Location[];
  readonly createdAt: Instant;
};

/** Prices and costs in minor units of the shop's currency. */
export type Variant = {
  readonly id: number;
  readonly productId: number;
  readonly inventoryItemId: number;
  readonly title: string;
  readonly sku: string;
  readonly priceMinor: number;
  /** The price before a sale; null when there is none. */
  readonly compareAtMinor: number | null;
  /** What the merchant pays for one; null when Shopify was not told. */
  readonly unitCostMinor: number | null;
  readonly taxable: boolean;
  readonly requiresShipping: boolean;
};

export type Product = {
  readonly id: number;
  readonly title: string;
  readonly handle: string;
  readonly description: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly collections: readonly { readonly id: number; readonly title: string }[];
  readonly isGiftCard: boolean;
  /** A small drawing, as SVG text; null when there is none. */
  readonly image: string | null;
  readonly variants: readonly Variant[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

export type MarketingState = 'not_subscribed' | 'pending' | 'subscribed' | 'unsubscribed' | 'redacted' | 'invalid';

export type EmailConsent = {
  readonly state: MarketingState;
  readonly optInLevel: 'single_opt_in' | 'confirmed_opt_in' | 'unknown' | null;
  readonly updatedAt: Instant | null;
  readonly openTracking: 'OPTED_IN' | 'OPTED_OUT' | 'UNKNOWN';
};

export type Address = {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly address1: string;
  readonly zip: string;
  readonly city: string;
  readonly country: string;
  readonly phone: string | null;
};

export type Customer = {
  readonly id: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  /** As in a browser's language header, e.g. `de`. */
  readonly locale: string;
  readonly consent: EmailConsent;
  readonly address: Address | null;
  /** Whether the shopper has an account to log in to. */
  readonly hasAccount: boolean;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

export type DiscountApplication = {
  readonly type: 'automatic' | 'discount_code' | 'manual' | 'script';
  readonly title: string;
  /** Only of codes. */
  readonly code: string | null;
  readonly valueType: 'fixed_amount' | 'percentage';
  /** A decimal: percent, or units of the buyer's currency. */
  readonly value: string;
  readonly allocationMethod: 'across' | 'each' | 'one';
  readonly targetSelection: 'all' | 'entitled' | 'explicit';
  readonly targetType: 'line_item' | 'shipping_line';
};

/** `application`: the place in the order's list of applications. */
export type DiscountAllocation = { readonly application: number; readonly amount: Both };

export type OrderLine = {
  readonly id: number;
  readonly productId: number | null;
  readonly variantId: number | null;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly vendor: string | null;
  /** As ordered, additions of edits included. */
  readonly quantity: number;
  /** Units an edit took away. */
  readonly removedQuantity: number;
  /** For one unit, before discounts. */
  readonly price: Both;
  readonly compareAt: Both | null;
  readonly allocations: readonly DiscountAllocation[];
  readonly isGiftCard: boolean;
  readonly taxable: boolean;
  readonly requiresShipping: boolean;
  readonly properties: readonly Attribute[];
};

export type RestockType = 'return' | 'cancel' | 'no_restock';

export type RefundLine = {
  readonly id: number;
  readonly lineId: number;
  readonly quantity: number;
  readonly restockType: RestockType;
  readonly locationId: number | null;
  /** What the units cost after discounts, without tax that comes on top. */
  readonly subtotal: Both;
  readonly tax: Both;
};

export type Transaction = {
  readonly id: number;
  readonly kind: 'sale' | 'refund' | 'void';
  readonly status: 'success' | 'pending' | 'failure';
  readonly gateway: string;
  readonly amount: Both;
  readonly createdAt: Instant;
};

export type Refund = {
  readonly id: number;
  readonly orderId: number;
  readonly createdAt: Instant;
  readonly processedAt: Instant;
  readonly note: string | null;
  readonly restock: boolean;
  readonly staffId: number | null;
  readonly lines: readonly RefundLine[];
  /** Money given back without goods; as Shopify books it, a discrepancy of the refund. */
  readonly goodwill: Both;
  readonly shipping: Both;
  readonly transactions: readonly Transaction[];
};

export type FinancialStatus =
  | 'pending'
  | 'authorized'
  | 'partially_paid'
  | 'paid'
  | 'partially_refunded'
  | 'refunded'
  | 'voided';

export type Order = {
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly createdAt: Instant;
  readonly processedAt: Instant;
  readonly updatedAt: Instant;
  readonly cancelledAt: Instant | null;
  readonly cancelReason: string | null;
  readonly closedAt: Instant | null;
  readonly isTest: boolean;
  readonly financialStatus: FinancialStatus;
  readonly currency: string;
  readonly presentmentCurrency: string;
  readonly rate: string;
  readonly taxesIncluded: boolean;
  readonly taxRateBp: number;
  readonly customerId: number | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly lines: readonly OrderLine[];
  readonly applications: readonly DiscountApplication[];
  readonly shipping: Both;
  readonly tip: Both;
  readonly note: string | null;
  readonly noteAttributes: readonly Attribute[];
  readonly tags: readonly string[];
  /** `web`, `pos`, `shopify_draft_order` or an app's id. */
  readonly sourceName: string;
  readonly locationId: number | null;
  readonly staffId: number | null;
  readonly cartToken: string | null;
  readonly customerLocale: string | null;
  readonly refunds: readonly Refund[];
  readonly transactions: readonly Transaction[];
  readonly isEdited: boolean;
};

export type Metafield = {
  readonly id: number;
  /** The gid of what it belongs to. */
  readonly owner: string;
  /** Resolved: `$app` never stands here. */
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

export type DiscountClass = 'ORDER' | 'PRODUCT' | 'SHIPPING';

/** An automatic discount of our app's Function. Its metafields belong to `gid://shopify/DiscountAutomaticNode/<id>`. */
export type DiscountNode = {
  readonly id: number;
  readonly title: string;
  readonly functionHandle: string;
  readonly classes: readonly DiscountClass[];
  readonly combinesWith: {
    readonly orderDiscounts: boolean;
    readonly productDiscounts: boolean;
    readonly shippingDiscounts: boolean;
  };
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

export type Token = {
  readonly value: string;
  readonly expiresAt: Instant | null;
  /** Null for an access token; the refresh token that a refresh made void sooner or later. */
  readonly replacedBy: string | null;
  /** From then on the old one is void at the first use of its replacement; null while it is the newest. */
  readonly voidAt: Instant | null;
};

/** Our app in one shop. */
export type Installation = {
  readonly id: number;
  readonly scopes: readonly string[];
  readonly installedAt: Instant;
  readonly accessTokens: readonly Token[];
  readonly refreshTokens: readonly Token[];
};

export type BulkOperation = {
  readonly id: number;
  readonly query: string;
  /** Whether children lie right behind their parents. */
  readonly isGrouped: boolean;
  readonly status: 'CREATED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELED';
  readonly errorCode: 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' | 'TIMEOUT' | null;
  readonly objectCount: number;
  readonly rootObjectCount: number;
  readonly fileSize: number | null;
  /** The file below the sandbox's results; null until it is written. */
  readonly file: string | null;
  readonly createdAt: Instant;
  readonly completedAt: Instant | null;
};

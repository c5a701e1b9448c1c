import type { EntitlementKey } from '../../../shared/domain/entitlement/entitlement.ts';
import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { BasisPoints, CurrencyCode } from '../../../shared/domain/money/money.ts';

export type ShopState = 'installed' | 'uninstalled';

export type ShopSettings = {
  readonly floorOn: boolean;
  readonly marginBp: BasisPoints;
  /** What the shopper reads at checkout; `{percent}` is replaced. */
  readonly discountMessage: string;
  readonly language: string;
  /** Terms orders (owed) count as purchases: rules 1, "partly paid with terms the merchant accepts". */
  readonly owedCounts: boolean;
};

export type Shop = {
  readonly id: ShopId;
  readonly state: ShopState;
  readonly name: string;
  readonly currency: CurrencyCode;
  readonly timeZone: string;
  readonly pricesIncludeTax: boolean;
  readonly scopes: readonly string[];
  readonly installedAt: Instant;
  readonly uninstalledAt: Instant | null;
  /** The one automatic discount of this shop; null until made. */
  readonly discountNodeId: string | null;
  /** EAN-13 prefix of the shop's cards, 4 digits beginning with 2. */
  readonly cardPrefix: string;
  readonly settings: ShopSettings;
  /** Newest first; kept encrypted at rest by the store. */
  readonly entitlementKeys: readonly EntitlementKey[];
  /** Set-up guide: instants at which a step was done. */
  readonly guide: Readonly<Record<string, Instant>>;
  /** Orders updated up to here were looked at by the reconciliation. */
  readonly reconciledAt: Instant | null;
};

export type ShopStore = {
  readonly find: (shop: ShopId) => Promise<Shop | null>;
  /** Writes the whole shop: `created` once, `updated` ever after. */
  readonly save: (shop: Shop) => Promise<'created' | 'updated'>;
  /** Changes only the fields named. */
  readonly change: (shop: ShopId, fields: Partial<Omit<Shop, 'id'>>) => Promise<'changed' | 'unknown_shop'>;
  /** Names of all installed shops, for the jobs that visit each; the one method that crosses tenants. */
  readonly installedShops: () => Promise<readonly ShopId[]>;
  /** shop/redact: everything of the shop, in every collection. */
  readonly eraseShop: (shop: ShopId) => Promise<void>;
};

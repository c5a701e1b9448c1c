import type { Throttle } from './admin-api/buckets.ts';
import type { Complaint } from './admin-api/complaints.ts';
import type { Faults } from './admin-api/faults.ts';
import type { Delivery } from './webhooks/delivery.ts';
import type { SentWebhook } from './webhooks/sent-webhook.ts';
import type { AddShop } from './world/add-shop.ts';
import type { ShopWorld } from './world/shop-world.ts';
import type { World } from './world/world.ts';

/** Our app, as Shopify knows it. */
export type AppIdentity = { readonly url: string; readonly apiKey: string; readonly apiSecret: string };

/** `staffId`: who sits in front of the admin. */
export type TokenFor = (shop: string, options?: { readonly staffId?: number }) => string;

/** What the pages of the sandbox are built upon. */
export type SandboxContext = {
  readonly world: World;
  readonly app: AppIdentity;
  /** Where the sandbox listens, without a slash at the end; known once it does. */
  readonly url: () => string;
  /** A folder for what must outlive a start; null when nothing is kept. */
  readonly dataDir: string | null;
  /** A session token as the admin hands it to the app's frame: one minute long. */
  readonly sessionToken: TokenFor;
  readonly delivery: Delivery;
  /** Every delivery that was tried, oldest first. */
  readonly sent: readonly SentWebhook[];
  readonly complaints: readonly Complaint[];
};

export type Sandbox = SandboxContext & {
  readonly faults: Faults;
  readonly throttle: Throttle;
  readonly addShop: (input: AddShop) => ShopWorld;
  /** Throws when there is no such shop. */
  readonly shop: (domain: string) => ShopWorld;
  readonly stop: () => Promise<void>;
};

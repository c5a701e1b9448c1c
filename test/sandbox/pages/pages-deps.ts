import type { Mailbox } from '../mailbox/start-mailbox.ts';
import type { SandboxContext } from '../sandbox.ts';
import type { Carts } from '../storefront/carts.ts';
import type { DeployedFunction } from '../storefront/run-discounts.ts';

/** What the pages need besides the world; a test hands in its own. */
export type PageParts = {
  /** Where letters go and are looked at; null: the sandbox runs without. */
  readonly mailbox: Mailbox | null;
  /** The Function as built; a test may hand in another. */
  readonly deployed: readonly DeployedFunction[];
  readonly carts: Carts;
};

export type PagesContext = SandboxContext & { readonly mailbox?: Mailbox | null };

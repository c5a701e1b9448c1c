import type { ShopContext } from '../world/context.ts';
import type { BulkRunner } from './bulk/bulk-runner.ts';

/** The part of a root connection that a bulk operation reads at a time. */
export type Slice = { readonly from: number; readonly count: number };

/** What resolvers work with, for one call. */
export type AdminContext = {
  readonly shop: ShopContext;
  /** Where the sandbox listens; pictures lie there. */
  readonly url: string;
  /** Handles of the Functions that our app deployed. */
  readonly functions: readonly string[];
  readonly bulk: BulkRunner;
  /** Not null inside a bulk operation: connections are then whole, the root one by slices. */
  readonly slice: Slice | null;
};

// A resolver states what it takes; graphql-js hands it just that, since the schema says so.
export type Resolver = (source: never, args: never, context: AdminContext) => unknown;
/** By type, by field. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;

/** Refused with a code as Shopify's top-level errors bear it. */
export class AdminRefusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

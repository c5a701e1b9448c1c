import type { ShopState } from './state.ts';
import type { Instant, ShopFacts } from './things.ts';
import type { Subject } from './world-event.ts';

/** What an operation on one shop works with. */
export type ShopContext = {
  readonly state: ShopState;
  readonly now: () => Instant;
  readonly nextId: () => number;
  /** Tells everybody who listens, under one event id; what one action of the merchant brought about. */
  readonly emit: (at: Instant, told: readonly (readonly [topic: string, subject: Subject])[]) => void;
};

/** Something that has no such id in the shop: a mistake of whoever asked the sandbox. */
export function found<T>(thing: T | undefined | null, what: string): T {
  if (thing === undefined || thing === null) throw new Error(`the sandbox shop has no ${what}`);
  return thing;
}

/**
 * When a change shows in `updated_at`: Shopify tells whole seconds, and a later change never bears an earlier
 * second. Two changes within one second get different ones here, so that what is newer can be told.
 */
export const laterThan = (before: Instant, at: Instant): Instant =>
  Math.max(Math.floor(at / 1000) * 1000, Math.floor(before / 1000) * 1000 + 1000);

export const toSecond = (at: Instant): Instant => Math.floor(at / 1000) * 1000;

/** How many of the buyer's currency one of the shop's is worth; "1" when it is the same. */
export function rateOf({ currency, presentmentCurrencies }: ShopFacts, presentment: string): string {
  if (presentment === currency) return '1';
  return found(
    presentmentCurrencies.find(({ code }) => code === presentment),
    `currency ${presentment}`,
  ).rate;
}

import type { Location, Plan, ShopFacts } from './things.ts';

export type AddShop = {
  /** The permanent one, `….myshopify.com`. */
  readonly domain: string;
  readonly name?: string;
  readonly country?: string;
  readonly currency?: string;
  readonly presentmentCurrencies?: ShopFacts['presentmentCurrencies'];
  readonly timeZone?: string;
  readonly taxesIncluded?: boolean;
  readonly taxRateBp?: number;
  readonly plan?: Plan;
  readonly locations?: readonly Omit<Location, 'id'>[];
  /** Whether our app is taken at once; true unless said otherwise. */
  readonly installed?: boolean;
  readonly scopes?: readonly string[];
  readonly createdAt?: number;
};

/** A shop with what is usual for one in Germany where nothing was said. */
export function factsOf(input: AddShop, nextId: () => number, now: number): ShopFacts {
  const { domain } = input;
  return {
    id: nextId(),
    domain,
    name: input.name ?? domain.replace('.myshopify.com', ''),
    email: `owner@${domain.replace('.myshopify.com', '')}.example.test`,
    country: input.country ?? 'DE',
    currency: input.currency ?? 'EUR',
    presentmentCurrencies: input.presentmentCurrencies ?? [],
    timeZone: input.timeZone ?? 'Europe/Berlin',
    taxesIncluded: input.taxesIncluded ?? true,
    taxRateBp: input.taxRateBp ?? 1900,
    plan: input.plan ?? 'Basic',
    locations: (input.locations ?? [{ name: 'Main street', city: 'Berlin' }]).map((each) => ({
      ...each,
      id: nextId(),
    })),
    createdAt: input.createdAt ?? now,
  };
}

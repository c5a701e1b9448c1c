import { localOf } from '../../../../shared/domain/calendar/local.ts';
import { gid } from '../../world/gid.ts';
import { APP_ID } from '../../world/metafields.ts';
import type { Installation, Location, ShopFacts } from '../../world/things.ts';
import type { AdminContext, Resolvers } from '../admin-context.ts';
import { dateTime } from '../values.ts';
import { metafieldFields } from './metafield.resolvers.ts';

function offsetMinutes({ timeZone }: ShopFacts, now: number): number {
  const { year, month, day, ms } = localOf(now, timeZone);
  return Math.round((Date.UTC(year, month - 1, day) + ms - now) / 60_000);
}

export const shopResolvers: Resolvers = {
  Shop: {
    id: ({ id }: ShopFacts) => gid('Shop', id),
    name: ({ name }: ShopFacts) => name,
    email: ({ email }: ShopFacts) => email,
    contactEmail: ({ email }: ShopFacts) => email,
    myshopifyDomain: ({ domain }: ShopFacts) => domain,
    primaryDomain: ({ id, domain }: ShopFacts) => ({ id: gid('Domain', id), host: domain, url: `https://${domain}` }),
    url: ({ domain }: ShopFacts) => `https://${domain}`,
    currencyCode: ({ currency }: ShopFacts) => currency,
    enabledPresentmentCurrencies: ({ currency, presentmentCurrencies }: ShopFacts) => [
      currency,
      ...presentmentCurrencies.map(({ code }) => code),
    ],
    ianaTimezone: ({ timeZone }: ShopFacts) => timeZone,
    timezoneOffsetMinutes: (facts: ShopFacts, _args: never, { shop }: AdminContext) => offsetMinutes(facts, shop.now()),
    taxesIncluded: ({ taxesIncluded }: ShopFacts) => taxesIncluded,
    plan: ({ plan }: ShopFacts) => ({
      publicDisplayName: plan,
      shopifyPlus: plan === 'Plus',
      partnerDevelopment: false,
    }),
    createdAt: ({ createdAt }: ShopFacts) => dateTime(createdAt),
    updatedAt: ({ createdAt }: ShopFacts) => dateTime(createdAt),
    ...metafieldFields(({ id }: ShopFacts) => gid('Shop', id)),
  },
  Domain: {},
  ShopPlan: {},
  AppInstallation: {
    id: ({ id }: Installation) => gid('AppInstallation', id),
    accessScopes: ({ scopes }: Installation) => scopes.map((handle) => ({ handle, description: handle })),
    app: () => ({}),
    ...metafieldFields(({ id }: Installation) => gid('AppInstallation', id)),
  },
  AccessScope: {},
  App: {
    id: () => gid('App', APP_ID),
    title: () => 'Regulars',
    handle: () => 'regulars',
  },
  Location: {
    id: ({ id }: Location) => gid('Location', id),
    legacyResourceId: ({ id }: Location) => id,
    name: ({ name }: Location) => name,
    isActive: () => true,
    address: ({ city }: Location) => ({ city }),
    ...metafieldFields(({ id }: Location) => gid('Location', id)),
  },
  LocationAddress: {},
  Count: {},
  PageInfo: {},
  MoneyBag: {},
  MoneyV2: {},
};

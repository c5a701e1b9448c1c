import type { ShopFacts } from '../../world/things.ts';
import { restTime } from './rest-values.ts';

/** The REST shop, as in `app/uninstalled`. */
export const shopBody = (facts: ShopFacts): Record<string, unknown> => ({
  id: facts.id,
  name: facts.name,
  email: facts.email,
  domain: facts.domain,
  myshopify_domain: facts.domain,
  country: facts.country,
  country_code: facts.country,
  currency: facts.currency,
  enabled_presentment_currencies: [facts.currency, ...facts.presentmentCurrencies.map(({ code }) => code)],
  iana_timezone: facts.timeZone,
  timezone: facts.timeZone,
  taxes_included: facts.taxesIncluded,
  plan_name: facts.plan.toLowerCase(),
  plan_display_name: facts.plan,
  primary_locale: 'en',
  created_at: restTime(facts.createdAt, facts),
  updated_at: restTime(facts.createdAt, facts),
});

import type { CreateCustomer } from '../world/operations/customers.ts';
import type { Dice } from './seeded.ts';

/** Invented on purpose so that nobody mistakes them for people: flowers for first names, weather for surnames. */
const FIRST = 'Aster Bellis Cosmea Dahlia Erica Freesia Gentian Heather Iris Jasmine Kalmia Linnea'.split(' ');
const LAST = 'Drizzle Fogg Hail Mistral Puddle Rainbow Sleet Sundown Thaw Zephyr'.split(' ');
const STREETS = ['Invented street', 'Pretend lane', 'Made-up square'] as const;

/** One of the shop's customers. Some have no e-mail, some no account: a card or a phone is enough for Regulars. */
export function demoPerson(index: number, dice: Dice, at: number): CreateCustomer {
  const firstName = FIRST[index % FIRST.length] ?? 'Aster';
  const lastName = LAST[Math.floor(index / FIRST.length + index) % LAST.length] ?? 'Drizzle';
  const hasEmail = !dice.chance(0.15);
  const subscribes = hasEmail && dice.chance(0.5);
  return {
    firstName,
    lastName,
    email: hasEmail ? `${firstName}.${lastName}.${index}@example.test`.toLowerCase() : null,
    phone: dice.chance(0.6) ? `+4930000${String(10_000 + index)}` : null,
    locale: dice.pick(['de', 'de', 'en', 'cs', 'uk', 'hu']),
    marketing: subscribes ? 'subscribed' : 'not_subscribed',
    openTracking: subscribes && dice.chance(0.5) ? 'OPTED_IN' : 'UNKNOWN',
    address: {
      firstName,
      lastName,
      address1: `${dice.pick(STREETS)} ${dice.between(1, 99)}`,
      zip: `1${dice.between(1000, 9999)}`,
      city: 'Berlin',
      country: 'DE',
      phone: null,
    },
    at,
  };
}

import type { CustomerListView, CustomerView } from '../../../shared/contract/api.ts';
import type { Merchant } from '../merchant.ts';
import { byCard, byTheYear, everyVisit, forEverybody } from './drafts.ts';
import { emit, type OpenShop, openShop, publish } from './open-shop.ts';
import { untilQuiet } from './quiet.ts';
import type { Journey } from './start-journey.ts';
import { enterPeople, fillShelves } from './write-history.ts';

export type LivelyShop = OpenShop & { readonly people: readonly number[]; readonly cards: readonly string[] };

const CARDS = 5;

/** A shop with people, four programs, and cards in the hands of the first of the people. */
export async function aLivelyShop(journey: Journey, domain: string, count = 20): Promise<LivelyShop> {
  let people: readonly number[] = [];
  const opened = await openShop(journey, { domain }, (shop) => {
    fillShelves(shop);
    people = enterPeople(shop, count);
  });
  const { merchant } = opened;
  await untilQuiet(journey, domain);
  for (const draft of [forEverybody, byTheYear, everyVisit]) await publish(merchant, draft);
  const program = await publish(merchant, byCard);
  const cards = await emit(merchant, program.id, CARDS);
  for (const [i, number] of cards.entries()) {
    const { id } = await customerOf(merchant, `person-${i}@example.test`);
    await merchant.post(`/api/cards/${number}/link`, { customerId: id });
  }
  await untilQuiet(journey, domain);
  return { ...opened, people, cards };
}

/** The page of the customer with this e-mail. */
export async function customerOf(merchant: Merchant, email: string): Promise<CustomerView> {
  const { rows } = await merchant.get<CustomerListView>(`/api/customers?search=${encodeURIComponent(email)}`);
  const row = rows.find((one) => one.email === email);
  if (row === undefined) throw new Error(`the app does not know ${email}`);
  return merchant.get<CustomerView>(`/api/customers/${row.id}`);
}

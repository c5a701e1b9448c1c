import type { CardView, CustomerListView, CustomerView, JournalView } from '../../../shared/contract/api.ts';
import { eventually } from '../../support/merchant.ts';
import type { DemoHouse } from './start-demo-house.ts';

export type ToldCustomer = { readonly id: string; readonly cardNumber: string };

/** Customers of the demo who have earned a card. */
const DUE = 20;

/** Whose card works and who is on the way to a next level; the demo's people are the same at every start. */
async function holderOnTheWay({ merchant }: DemoHouse): Promise<CustomerView> {
  const { rows } = await merchant.get<CustomerListView>('/api/customers?order=spent&has=card&max=25');
  const views = await Promise.all(rows.map(({ id }) => merchant.get<CustomerView>(`/api/customers/${id}`)));
  const onTheWay = views.filter(({ standings }) => standings.some(({ standing }) => standing.next !== null));
  const chosen = onTheWay.at(-1) ?? views.at(-1);
  if (chosen === undefined) throw new Error('nobody in the demo holds a card');
  return chosen;
}

/** The two dearest goods and the cheapest one; gift cards bring nobody further. */
function goodsOf({ sandbox, shop }: DemoHouse): readonly number[] {
  const goods = sandbox.shop(shop).products();
  const sold = goods.filter(({ isGiftCard }) => !isGiftCard).flatMap(({ variants }) => variants);
  const [first, second, ...others] = sold.toSorted((a, b) => b.priceMinor - a.priceMinor);
  return [first, second, others.at(-1)].flatMap((variant) => (variant === undefined ? [] : [variant.id]));
}

/** Publishing a program works everybody out in the background; a picture in the middle of it would be another one. */
async function everybodyWorkedOut({ merchant }: DemoHouse): Promise<void> {
  const due = () => merchant.get<CustomerListView>('/api/customers?has=due_card&max=50');
  await eventually(due, ({ rows }) => rows.length >= DUE, 60_000);
}

/** A card holder buys, brings most of it back and buys again, so that the journal has something to tell. */
export async function tellAStory(house: DemoHouse): Promise<ToldCustomer> {
  const { sandbox, merchant } = house;
  const holder = await holderOnTheWay(house);
  const cards = await merchant.get<readonly CardView[]>(`/api/customers/${holder.id}/cards`);
  const cardNumber = cards.find(({ state }) => state === 'issued')?.number ?? '';
  const world = sandbox.shop(house.shop);
  const customerId = Number(holder.shopifyCustomerIds[0]);
  const journal = () => merchant.get<JournalView>(`/api/customers/${holder.id}/journal`);
  const told = (await journal()).entries.length;
  const heard = (more: number) => eventually(journal, ({ entries }) => entries.length >= told + more);
  const lines = goodsOf(house).map((variantId) => ({ variantId, quantity: 1 }));
  const order = world.placeOrder({ customerId, lines });
  await heard(1);
  world.refund(order.id, { lines: order.lines.slice(0, 2).map(({ id }) => ({ lineId: id, quantity: 1 })) });
  await heard(2);
  world.placeOrder({ customerId, lines });
  await heard(3);
  await everybodyWorkedOut(house);
  return { id: holder.id, cardNumber };
}

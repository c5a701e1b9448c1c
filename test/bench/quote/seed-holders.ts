import { blankCustomer } from '../../../server/app/customer/enter-shopify-customer.ts';
import { ids } from '../../../server/ids.ts';
import { encodeCard } from '../../../server/storage/card/card.codec.ts';
import { encodeNewCustomer } from '../../../server/storage/customer/customer.codec.ts';
import type { CardNumber, CustomerId, ProgramId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import { makeCardNumber } from '../../../shared/domain/instrument/card-number.ts';
import { BENCH_SHOP, type BenchShop } from '../bench-shop.ts';
import { cardClub } from '../drafts.ts';

const FIRST_NAMES = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gita', 'Hugo'];
const SURNAMES = ['Ahlberg', 'Bondar', 'Castell', 'Dvorska', 'Eklund', 'Ferrara', 'Gruber'];

const nameOf = (names: readonly string[], n: number): string => names[n % names.length] ?? '';

/** Customers who hold a card of a program each, with their standings; answers the numbers. */
export async function seedHolders(shop: BenchShop, count: number): Promise<readonly CardNumber[]> {
  await shop.publish(cardClub);
  const [program] = await shop.storage.stores.programs.list(BENCH_SHOP);
  if (program === undefined) throw new Error('the program was just published');
  const now = Date.now();
  const all = Array.from({ length: count }, (_, n) => ({ n, id: ids.customer(), number: numberOf(n) }));
  const customers = all.map(({ n, id }) => encodeNewCustomer(person(id, n, now)));
  const cards = all.map(({ id, number }) => encodeCard(heldCard(number, id, program.id, now)));
  for (const [name, rows] of [['customers', customers] as const, ['cards', cards] as const]) {
    const owned: object[] = rows.map((row) => ({ ...row, shop: BENCH_SHOP }));
    await shop.database.collection(name).insertMany(owned, { ordered: false });
  }
  await shop.useCases.rebuildStandings(BENCH_SHOP);
  return all.map(({ number }) => number);
}

const numberOf = (n: number): CardNumber => makeCardNumber('2100', String(10_000_000 + n));

const person = (id: CustomerId, n: number, now: number) => ({
  ...blankCustomer(id, now),
  state: 'entered' as const,
  shopifyCustomerIds: [String(60_000_000 + n) as ShopifyCustomerId],
  firstName: nameOf(FIRST_NAMES, n),
  surname: nameOf(SURNAMES, n),
  email: `holder.${n}@example.test`,
});

const heldCard = (number: CardNumber, customerId: CustomerId, programId: ProgramId, now: number): Card => ({
  number,
  seriesId: ids.series(),
  programId,
  state: 'issued',
  customerId,
  issuedAt: now,
  issuedBy: null,
  replacedBy: null,
  expiresAt: null,
  history: [{ at: now, by: null, kind: 'issued', customerId, note: '' }],
  revision: 1,
});

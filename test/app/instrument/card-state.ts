import type { Draft } from '../../../server/app/ports/program-store.ts';
import type { CardNumber, CustomerId, ProgramId } from '../../../shared/domain/ids.ts';
import { aProgram, atDay } from '../builders.ts';
import { NOW, setUp, type World } from '../set-up.ts';
import { wholeState } from '../whole-state.ts';

/** Whoever has a card gets 5 %; only the purchase that gave it and later ones count. */
const CARD_DRAFT: Draft = {
  membership: 'card',
  cardFrom: '50.00',
  levels: [
    { name: 'Bronze', fromSpent: '100.00', fromPurchases: '', percent: '5' },
    { name: 'Silver', fromSpent: '300.00', fromPurchases: '', percent: '10' },
  ],
};

export type CardShop = {
  readonly world: World;
  readonly programId: ProgramId;
  /** Blank cards of the program. */
  readonly blanks: readonly CardNumber[];
};

/** A shop with a card program that began long ago, and a few blank cards. */
export async function cardShop(change: Draft = {}): Promise<CardShop> {
  const world = await setUp();
  world.clock.set(atDay(-100));
  const programId = await aProgram(world, { ...CARD_DRAFT, ...change });
  world.clock.set(NOW);
  const emitted = await world.useCases.emitSeries(
    world.shop,
    { programId, name: 'First', count: 5, expiresAt: null },
    null,
  );
  if (!emitted.ok) throw new Error(JSON.stringify(emitted.error));
  world.sweeps.length = 0;
  return { world, programId, blanks: await numbersOf(world) };
}

export async function numbersOf({ stores, shop }: World): Promise<readonly CardNumber[]> {
  const all = { seriesId: null, programId: null, states: [], after: null, max: 1000 } as const;
  return (await stores.cards.list(shop, all)).cards.map(({ number }) => number);
}

/** Somebody new in the directory. */
export async function somebody({ useCases, shop }: World, firstName = 'Ada'): Promise<CustomerId> {
  const nothing = { patronymic: null, phone: null, birthDate: null, gender: null, address: null, language: null };
  const details = { ...nothing, firstName, surname: 'Testperson', email: `${firstName.toLowerCase()}@example.test` };
  const entered = await useCases.enterCustomer(shop, details);
  if (!entered.ok) throw new Error(JSON.stringify(entered.error));
  return entered.value.id;
}

export const cardOf = async ({ stores, shop }: World, number: CardNumber | undefined) =>
  number === undefined ? null : stores.cards.find(shop, number);

export const discountOf = async ({ stores, shop }: World, id: CustomerId): Promise<number | undefined> =>
  (await stores.standings.find(shop, id))?.standing.standings[0]?.discountBp;

/** Customers and all that hangs on them, and every card, with histories but without how often something was tried. */
export async function cardState(world: World) {
  const numbers = await numbersOf(world);
  const cards = await Promise.all(numbers.map((number) => cardOf(world, number)));
  return { ...(await wholeState(world)), everyCard: cards.map((card) => ({ ...card, revision: 0 })), sweeps: null };
}

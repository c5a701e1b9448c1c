import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ShopifyCustomerSnapshot } from '../../../server/app/use-cases.ts';
import { isWelcome, readStatement } from '../../../shared/domain/entitlement/read-statement.ts';
import type { CardNumber, CustomerId } from '../../../shared/domain/ids.ts';
import type { OrderSnapshot } from '../../../shared/domain/purchase/purchase.ts';
import { aLine, anOrder, aRefund, atDay, inSteps, shopper, told, toldRefund } from '../builders.ts';
import { cardShop, discountOf, somebody } from '../instrument/card-state.ts';
import { aShop, NOW, type World } from '../set-up.ts';

const EVERY_VISIT = { ...inSteps, cardFrom: '0', referral: 'once', welcomePercent: '8', bonusPercent: '5' } as const;
const HANDED = { ...EVERY_VISIT, decay: 'none', referralDays: '30' } as const;
const FRIEND = shopper(2);

/** Ada holds a card of the recipe "every visit"; nobody has bought yet. */
async function withGiver() {
  const { world, blanks, programId } = await cardShop(HANDED);
  const [adas] = blanks as readonly [CardNumber];
  const ada = await somebody(world, 'Ada');
  await world.useCases.linkCard(world.shop, adas, ada, null, null);
  return { world, adas, ada, programId };
}

/** A friend's order with Ada's card, as the till tells it. */
const friends = (id: number, referredBy: CardNumber, change: Partial<OrderSnapshot> = {}) =>
  told(anOrder(id, { shopifyCustomerId: FRIEND, referredBy, processedAt: NOW, ...change }));

const bonusOf = async ({ stores, shop }: World, id: CustomerId) =>
  (await stores.standings.find(shop, id))?.standing.standings[0]?.referral;

const type = ({ useCases, shop }: World, number: CardNumber, customer: ReturnType<typeof shopper> | null) =>
  useCases.checkTypedCard(shop, number, { address: '203.0.113.1', session: 'a', customer });

const quote = ({ useCases, shop }: World, number: CardNumber, presentedBy: ReturnType<typeof shopper> | null) => {
  const line = { id: 'a', quantity: 1, amountMinor: 10_000, unitCostMinor: null, isGiftCard: false };
  return useCases.quoteCart(shop, { holder: { kind: 'card', number, presentedBy }, lines: [line] });
};

describe('a card handed on to a friend (rules 2.7)', () => {
  it('welcomes a new customer with 8 %, and the giver has 5 points more on the next purchase, once', async () => {
    const { world, adas, ada } = await withGiver();
    expect(await quote(world, adas, FRIEND)).toMatchObject({ welcome: 'given', quote: { totalMinor: 800 } });
    await world.useCases.recordPurchase(world.shop, friends(1, adas));
    expect(await bonusOf(world, ada)).toMatchObject({ brought: 1, ready: 1 });
    expect(await discountOf(world, ada)).toBe(500);
    world.clock.set(NOW + 1);
    const own = anOrder(2, { shopifyCustomerId: null, cardNumber: adas, processedAt: NOW + 1 });
    await world.useCases.recordPurchase(world.shop, told(own));
    expect(await bonusOf(world, ada)).toMatchObject({ ready: 0, used: 1 });
    expect(await discountOf(world, ada)).toBe(100);
  });

  it('books the order on the friend, who is no new customer from then on', async () => {
    const { world, adas, ada } = await withGiver();
    const { useCases, stores, shop } = world;
    const recorded = await useCases.recordPurchase(shop, friends(1, adas));
    const friend = await stores.customers.findByShopifyId(shop, FRIEND);
    expect(recorded).toMatchObject({ customerId: friend?.id });
    expect(friend?.id).not.toBe(ada);
    expect(await quote(world, adas, FRIEND)).toMatchObject({ welcome: 'none' });
    await useCases.recordPurchase(shop, friends(2, adas));
    expect(await bonusOf(world, ada)).toMatchObject({ brought: 1 });
  });

  it('takes the bonus back with the friend’s goods, and makes one that was used a deficit', async () => {
    const { world, adas, ada } = await withGiver();
    const { useCases, shop } = world;
    await useCases.recordPurchase(shop, friends(1, adas));
    world.clock.set(NOW + 2);
    await useCases.recordPurchase(shop, toldRefund(aRefund(1, 1, { processedAt: NOW + 1 })));
    expect(await bonusOf(world, ada)).toMatchObject({ brought: 0, ready: 0, deficit: 0 });
    expect(await discountOf(world, ada)).toBe(0);
  });
});

/** What Shopify tells of the friend's account. */
const friendCalled = (email: string): ShopifyCustomerSnapshot => ({
  ...{ shopifyCustomerId: FRIEND, updatedAt: NOW, firstName: null, surname: null },
  ...{ email, phone: null, address: null, language: null, emailConsent: { state: 'unknown', at: null } },
});

describe('nobody refers themselves (rules 2.7)', () => {
  it('by another account with the same e-mail: the card is theirs already, and brings nothing', async () => {
    const { world, adas, ada } = await withGiver();
    const { useCases, shop } = world;
    await useCases.recordCustomer(shop, friendCalled('ADA@example.test'));
    expect(await quote(world, adas, FRIEND)).toMatchObject({ welcome: 'yours', quote: { totalMinor: 0 } });
    expect(await type(world, adas, FRIEND)).toMatchObject({ outcome: 'accepted', welcome: { kind: 'yours' } });
    await useCases.recordPurchase(shop, friends(1, adas));
    expect(await bonusOf(world, ada)).toMatchObject({ brought: 0, ready: 0 });
  });

  it('learns so later too, when the e-mail is told after the order', async () => {
    const { world, adas, ada } = await withGiver();
    const { useCases, shop } = world;
    await useCases.recordPurchase(shop, friends(1, adas));
    expect(await bonusOf(world, ada)).toMatchObject({ brought: 1 });
    await useCases.recordCustomer(shop, friendCalled('ada@example.test'));
    expect(await bonusOf(world, ada)).toMatchObject({ brought: 0, ready: 0 });
  });
});

describe('a friend’s card typed on the storefront', () => {
  it('welcomes whoever signed in and is new, by a statement that books nothing on the giver', async () => {
    const { world, adas, ada } = await withGiver();
    const answer = await type(world, adas, FRIEND);
    expect(answer).toMatchObject({ outcome: 'accepted', discountBp: 800, rewards: null, welcome: { kind: 'given' } });
    const cardStatement = answer.outcome === 'accepted' ? answer.statement : '';
    const read = readStatement(cardStatement, aShop().entitlementKeys, world.shop);
    expect(read !== null && isWelcome(read)).toBe(true);
    const order = anOrder(1, { shopifyCustomerId: FRIEND, processedAt: NOW });
    const recorded = await world.useCases.recordPurchase(world.shop, told(order, { cardStatement }));
    expect(recorded).not.toMatchObject({ customerId: ada });
    expect(await bonusOf(world, ada)).toMatchObject({ brought: 1, ready: 1 });
  });

  it('raises nothing for whoever is not known: nobody has a welcome by typing numbers (rules 6.3)', async () => {
    const { world, adas } = await withGiver();
    const answer = await type(world, adas, null);
    expect(answer).toMatchObject({ outcome: 'accepted', discountBp: 0, welcome: { kind: 'sign_in' } });
    const statement = answer.outcome === 'accepted' ? answer.statement : '';
    const read = readStatement(statement, aShop().entitlementKeys, world.shop);
    expect(read !== null && isWelcome(read)).toBe(false);
  });

  it('does not welcome whoever bought before', async () => {
    const { world, adas } = await withGiver();
    await world.useCases.recordPurchase(world.shop, told(anOrder(1, { shopifyCustomerId: FRIEND })));
    expect(await type(world, adas, FRIEND)).toMatchObject({ welcome: { kind: 'none' } });
  });

  it('leaves a new customer what a hand gave, where that is more (rules 6.5)', async () => {
    const { world, adas, programId } = await withGiver();
    const { useCases, shop, stores } = world;
    await useCases.recordPurchase(shop, told(anOrder(1, { shopifyCustomerId: FRIEND, state: 'owed' })));
    const friend = await stores.customers.findByShopifyId(shop, FRIEND);
    const [, second] = (await stores.cards.list(shop, ALL)).cards;
    if (friend === null || second === undefined) throw new Error('nobody');
    await useCases.linkCard(shop, second.number, friend.id, null, null);
    await useCases.giveLevel(shop, friend.id, programId, 2000, '', null);
    expect(await quote(world, adas, FRIEND)).toMatchObject({ welcome: 'given', quote: { totalMinor: 2000 } });
  });
});

const ALL = { seriesId: null, programId: null, states: [], after: null, max: 100 } as const;

const tellings = fc.array(
  fc.record({
    id: fc.integer({ min: 1, max: 5 }),
    hour: fc.integer({ min: 0, max: 3 }),
    who: fc.constantFrom<1 | 2 | null>(1, 2, 2, null),
    card: fc.constantFrom('friend', 'own', 'none'),
    state: fc.constantFrom('paid', 'paid', 'owed', 'cancelled'),
    isBack: fc.boolean(),
    updated: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 1, maxLength: 7 },
);

describe('orders with cards handed on, told in any order', () => {
  it('leave giver and friends the same, and a rebuild finds nothing to correct (rules 6.1, 6.2)', async () => {
    const seen = { brought: 0 };
    const play = async (
      order: (all: readonly ReturnType<typeof told>[]) => readonly ReturnType<typeof told>[],
      rows: TellingRows,
    ) => {
      const { world, adas, ada } = await withGiver();
      const { useCases, shop, stores } = world;
      for (const one of order(rows.flatMap((row) => deliveriesOf(row, adas)))) await useCases.recordPurchase(shop, one);
      expect(await useCases.rebuildStandings(shop)).toMatchObject({ different: 0 });
      const friend = await stores.customers.findByShopifyId(shop, FRIEND);
      const of = async (id: CustomerId | undefined) => {
        const stored = id === undefined ? null : await stores.standings.find(shop, id);
        return stored?.standing.standings.filter(({ takesPart }) => takesPart) ?? [];
      };
      seen.brought += (await bonusOf(world, ada))?.brought ?? 0;
      return [await of(ada), await of(friend?.id)];
    };
    await fc.assert(
      fc.asyncProperty(tellings, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), async (rows, keys) => {
        const mixed = await play((all) => shuffledBy([...all, ...all.slice(0, 3)], keys), rows);
        expect(mixed).toEqual(await play((all) => all, rows));
      }),
      { seed: 27, numRuns: 100 },
    );
    expect(seen.brought).toBeGreaterThan(20);
  });
});

type TellingRows = typeof tellings extends fc.Arbitrary<infer T> ? T : never;

function shuffledBy<T>(all: readonly T[], keys: readonly number[]): readonly T[] {
  return all
    .map((one, i) => ({ one, key: keys[i] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

/** Instants by the order's number and not by the telling, as Shopify has them. */
function deliveriesOf(row: TellingRows[number], adas: CardNumber): readonly ReturnType<typeof told>[] {
  const { id, who, card, state, isBack, updated } = row;
  const processedAt = atDay(-10 + (id % 3));
  const named = card === 'own' ? { cardNumber: adas } : card === 'friend' ? { referredBy: adas } : {};
  const order = anOrder(id, {
    ...{ processedAt, updatedAt: atDay(-5) + updated, state, ...named },
    shopifyCustomerId: who === null ? null : shopper(who + 1),
    lines: [aLine()],
  });
  return [told(order), ...(isBack ? [toldRefund(aRefund(id, id))] : [])];
}

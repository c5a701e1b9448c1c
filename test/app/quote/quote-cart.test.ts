import { describe, expect, it } from '@jest/globals';
import { createQuoteCart } from '../../../server/app/quote/quote-cart.ts';
import type { QuoteCart } from '../../../server/app/quote/quote-use-cases.ts';
import { createRecentShops } from '../../../server/app/recent-shops.ts';
import { aCard, anOrder, aProgram, atDay, cardNumber, shopper, told } from '../builders.ts';
import { somebody } from '../instrument/card-state.ts';
import { noPartners } from '../nobodys-partner.ts';
import { aShop, NOW, setUp, type World } from '../set-up.ts';

const line = (change: Partial<QuoteCart['lines'][number]> = {}) => ({
  id: 'a',
  quantity: 1,
  amountMinor: 10_000,
  unitCostMinor: null,
  isGiftCard: false,
  ...change,
});
const byShopper = { kind: 'customer', shopifyCustomerId: shopper(1) } as const;
const NO_QUOTE = { quote: { lines: [], totalMinor: 0, floorSavedMinor: 0 }, discountBp: 0, programId: null };
const NOTHING = { ...NO_QUOTE, programName: null, customerId: null, customer: null, welcome: 'none', basis: null };

/** Shopper 1 has bought for 600.00, which gives 1 %; levels are for everyone. */
async function withBuyer(settings: Partial<ReturnType<typeof aShop>['settings']> = {}) {
  const world = await setUp({ settings: { ...aShop().settings, ...settings } });
  const programId = await aProgram(world);
  await world.useCases.recordPurchase(world.shop, told(anOrder(1, { amountMinor: 60_000 })));
  const buyer = await world.stores.customers.findByShopifyId(world.shop, shopper(1));
  if (buyer === null) throw new Error('nobody bought');
  return { world, programId, customerId: buyer.id };
}

const quote = ({ useCases, shop }: World, holder: QuoteCart['holder'], ...lines: QuoteCart['lines']) =>
  useCases.quoteCart(shop, { holder, lines });

describe('quoting a cart', () => {
  it('gives the holder of a card, or a Shopify customer, what the standing says, half up on each line', async () => {
    const { world, programId, customerId } = await withBuyer();
    const number = await aCard(world, 1, { customerId });
    const spaced = `${number.slice(0, 1)} ${number.slice(1, 7)} ${number.slice(7)}`;
    for (const holder of [byShopper, { kind: 'card', number: spaced } as const]) {
      const answer = await quote(world, holder, line({ amountMinor: 19_950 }), line({ id: 'b', amountMinor: 49 }));
      expect(answer).toEqual({
        quote: {
          lines: [{ id: 'a', discountMinor: 200, floorSavedMinor: 0, programId, discountBp: 100 }],
          totalMinor: 200,
          floorSavedMinor: 0,
        },
        discountBp: 100,
        programId,
        programName: 'Regulars',
        customerId,
        customer: expect.objectContaining({ id: customerId, firstName: null }),
        welcome: 'none',
        basis: { at: NOW, sequence: 1, marginBp: null, owedCounts: false, versions: [{ programId, version: 1 }] },
      });
    }
  });

  it('keeps the margin above the cost when the merchant says so (rules 3.3)', async () => {
    const { world, customerId, programId } = await withBuyer({ floorOn: true, marginBp: 500 });
    await world.useCases.giveLevel(world.shop, customerId, programId, 1000, '', null);
    const one = await quote(world, byShopper, line({ unitCostMinor: 9_000 }));
    expect(one.quote).toMatchObject({ totalMinor: 550, floorSavedMinor: 450 });
    const three = await quote(world, byShopper, line({ quantity: 3, amountMinor: 30_000, unitCostMinor: 9_000 }));
    expect(three.quote).toMatchObject({ totalMinor: 1_650, floorSavedMinor: 1_350 });
    expect((await quote(world, byShopper, line())).quote.totalMinor).toBe(1_000);
    expect((await quote(world, byShopper, line({ unitCostMinor: 10_000 }))).quote.totalMinor).toBe(0);
  });

  it('takes nothing off a gift card, and does not count it as saved by the floor', async () => {
    const { world, customerId, programId } = await withBuyer({ floorOn: true, marginBp: 500 });
    await world.useCases.giveLevel(world.shop, customerId, programId, 1000, '', null);
    const { quote: quoted } = await quote(world, byShopper, line({ isGiftCard: true }));
    expect(quoted).toEqual({ lines: [], totalMinor: 0, floorSavedMinor: 0 });
  });

  it('answers numbers that make no sense without a fault', async () => {
    const { world } = await withBuyer({ floorOn: true });
    const absurd = line({ quantity: 1_000_000, amountMinor: 1_000_000_000_000, unitCostMinor: 1_000_000_000_000 });
    expect((await quote(world, byShopper, absurd)).quote.totalMinor).toBe(0);
    expect((await quote(world, byShopper, line({ amountMinor: 0, unitCostMinor: 0 }))).quote.totalMinor).toBe(0);
  });

  it('knows a new margin at once, here; in another process within two seconds', async () => {
    const { world } = await withBuyer({ floorOn: false });
    const costly = line({ unitCostMinor: 10_000 });
    expect((await quote(world, byShopper, costly)).quote.totalMinor).toBe(100);
    await world.useCases.changeSettings(world.shop, { ...aShop().settings, floorOn: true });
    expect((await quote(world, byShopper, costly)).quote.totalMinor).toBe(0);
    await world.stores.shops.change(world.shop, { settings: { ...aShop().settings, floorOn: false } });
    world.clock.set(NOW + 2000);
    expect((await quote(world, byShopper, costly)).quote.totalMinor).toBe(100);
  });

  it('does not look at costs while the floor is off', async () => {
    const { world } = await withBuyer({ floorOn: false });
    expect((await quote(world, byShopper, line({ unitCostMinor: 10_000 }))).quote.totalMinor).toBe(100);
  });

  it('is nothing for nobody: no card, a card that gives nothing any more, a stranger', async () => {
    const { world, customerId } = await withBuyer();
    await aCard(world, 2);
    await aCard(world, 3, { customerId, state: 'blocked' });
    await aCard(world, 4, { customerId, expiresAt: NOW });
    const cards = ['', 'abc', '2999999999991', cardNumber(2), cardNumber(3), cardNumber(4)];
    for (const number of cards) expect(await quote(world, { kind: 'card', number }, line())).toEqual(NOTHING);
    const stranger = { kind: 'customer', shopifyCustomerId: shopper(99) } as const;
    expect(await quote(world, stranger, line())).toEqual(NOTHING);
  });

  it('names who it is even when nothing is owed yet', async () => {
    const { world } = await withBuyer();
    const ada = await somebody(world);
    const number = await aCard(world, 5, { customerId: ada });
    const answer = await quote(world, { kind: 'card', number }, line());
    expect(answer).toMatchObject({ ...NO_QUOTE, customerId: ada, customer: { id: ada, firstName: 'Ada' } });
  });

  it('follows merges in Shopify', async () => {
    const { world, customerId } = await withBuyer();
    await world.useCases.recordPurchase(world.shop, told(anOrder(2, { shopifyCustomerId: shopper(2) })));
    await world.useCases.mergeCustomers(world.shop, shopper(1), shopper(2));
    const byOther = { kind: 'customer', shopifyCustomerId: shopper(2) } as const;
    expect(await quote(world, byOther, line())).toMatchObject({ customerId, discountBp: 100 });
  });

  it('is right at the instant a window ends, though no job has run', async () => {
    const world = await setUp();
    await aProgram(world, { window: 'rolling_days', windowLength: '30' });
    await world.useCases.recordPurchase(world.shop, told(anOrder(1, { amountMinor: 60_000, processedAt: NOW })));
    world.clock.set(atDay(30) - 1);
    expect((await quote(world, byShopper, line())).discountBp).toBe(100);
    world.clock.set(atDay(30));
    expect((await quote(world, byShopper, line())).discountBp).toBe(0);
  });

  it('asked twice, or twice at once, says the same and writes nothing', async () => {
    const { world } = await withBuyer();
    const calls: string[] = [];
    const listen = <T extends object>(name: string, part: T): T =>
      new Proxy(part, {
        get: (target, method) => {
          calls.push(`${name}.${String(method)}`);
          return Reflect.get(target, method) as unknown;
        },
      });
    const { cards, customers, shops, standings } = world.stores;
    const heard = {
      cards: listen('cards', cards),
      customers: listen('customers', customers),
      shops: listen('shops', shops),
      standings: listen('standings', standings),
    };
    const recentShops = createRecentShops(heard.shops, world.clock);
    const quoteCart = createQuoteCart(
      { stores: { ...world.stores, ...heard }, clock: world.clock, recentShops },
      noPartners,
    );
    const ask = () => quoteCart(world.shop, { holder: byShopper, lines: [line()] });
    const first = await ask();
    calls.length = 0;
    expect(await Promise.all([ask(), ask()])).toEqual([first, first]);
    const twoReads = ['customers.findByShopifyId', 'standings.find'];
    expect(calls.sort()).toEqual([...twoReads, ...twoReads].sort());
  });
});

import { describe, expect, it } from '@jest/globals';
import { aCard, anOrder, aProgram, atDay, cardNumber, shopper, told } from '../builders.ts';
import { aShop, NOW, setUp } from '../set-up.ts';

const line = { id: 'a', quantity: 1, amountMinor: 10_000, unitCostMinor: 9_800, isGiftCard: false };
const holder = { kind: 'customer', shopifyCustomerId: shopper(1) } as const;

/** Shopper 1 has bought for 600.00, which gives 1 %; cost and margin leave nothing of it on the line. */
async function withQuote(settings: Partial<ReturnType<typeof aShop>['settings']> = {}) {
  const world = await setUp({ settings: { ...aShop().settings, ...settings } });
  const programId = await aProgram(world);
  const { useCases, shop } = world;
  const pay = (id: number, amountMinor: number, days: number) =>
    useCases.recordPurchase(shop, told(anOrder(id, { amountMinor, processedAt: atDay(days) })));
  await pay(1, 60_000, -1);
  const answer = await useCases.quoteCart(shop, { holder, lines: [line] });
  if (answer.basis === null || answer.customerId === null) throw new Error('nobody was quoted');
  const { basis, customerId } = answer;
  const why = async (asked: Partial<Parameters<typeof useCases.explainQuote>[1]> = {}) => {
    const found = await useCases.explainQuote(shop, { holder, lines: [line], at: null, sequence: null, ...asked });
    if (!found.ok) throw new Error(found.error.code);
    return found.value;
  };
  return { world, pay, programId, customerId, basis, answer, why };
}

describe('explaining a quote', () => {
  it('says the same as the quote, by card, as a Shopify customer and as one of ours', async () => {
    const { world, answer, why, customerId } = await withQuote();
    await aCard(world, 1, { customerId });
    const byCard = { kind: 'card', number: cardNumber(1) } as const;
    for (const who of [holder, byCard, { kind: 'known', customerId } as const]) {
      const said = await why({ holder: who });
      expect(said).toMatchObject({ customerId, totalMinor: answer.quote.totalMinor, isAsThen: true, promised: null });
      expect(said.programs[0]?.behind.purchases).toMatchObject([{ name: '#1', netMinor: 60_000 }]);
    }
  });

  it('names in the quote what it stood on, and works it out again after all that came since', async () => {
    const { world, pay, programId, basis, why } = await withQuote();
    const versions = [{ programId, version: 1 }];
    expect(basis).toEqual({ at: NOW, sequence: 1, marginBp: null, owedCounts: false, versions });
    world.clock.set(atDay(3));
    await pay(2, 60_000, 2);
    await world.useCases.draftProgram(world.shop, programId, { name: 'Other', mechanic: 'fixed', fixedPercent: '9' });
    await world.useCases.publishProgram(world.shop, programId, null, null);
    expect((await why()).totalMinor).toBe(900);
    const again = await why({ at: basis.at, sequence: basis.sequence, marginBp: basis.marginBp });
    expect(again).toMatchObject({ totalMinor: 100, promised: [{ programId, discountBp: 100 }], isAsThen: true, basis });
  });

  it('says so when something of before was told only after it', async () => {
    const { pay, programId, basis, why } = await withQuote();
    await pay(2, 30_000, -10);
    const again = await why({ at: basis.at, sequence: basis.sequence });
    expect(again).toMatchObject({ totalMinor: 200, promised: [{ programId, discountBp: 100 }], isAsThen: false });
  });

  it('keeps the floor of that moment, whatever was set since', async () => {
    const { world, basis, why } = await withQuote({ floorOn: true, marginBp: 500 });
    expect(basis.marginBp).toBe(500);
    await world.useCases.changeSettings(world.shop, { ...aShop().settings, floorOn: false });
    expect((await why()).totalMinor).toBe(100);
    const again = await why({ at: basis.at, sequence: basis.sequence, marginBp: basis.marginBp });
    expect(again.lines).toMatchObject([{ discountMinor: 0, wantedMinor: 100, floorMinor: 10_290 }]);
  });

  it('counts what was still owed as it was counted at that moment, whatever was set since', async () => {
    const { world, basis, why } = await withQuote();
    const owed = anOrder(2, { amountMinor: 60_000, processedAt: atDay(-1), state: 'owed' });
    await world.useCases.recordPurchase(world.shop, told(owed));
    await world.useCases.changeSettings(world.shop, { ...aShop().settings, owedCounts: true });
    expect((await why()).totalMinor).toBe(200);
    expect((await why({ ...basis })).totalMinor).toBe(100);
    expect((await why({ ...basis, owedCounts: true })).totalMinor).toBe(200);
  });

  it('names no entry of the journal where time alone has changed the standing since', async () => {
    const world = await setUp();
    await aProgram(world, { window: 'rolling_days', windowLength: '30' });
    await world.useCases.recordPurchase(world.shop, told(anOrder(1, { amountMinor: 60_000, processedAt: NOW })));
    world.clock.set(atDay(30));
    const { basis } = await world.useCases.quoteCart(world.shop, { holder, lines: [line] });
    expect(basis).toMatchObject({ at: atDay(30), sequence: null });
    const asked = { holder, lines: [line], at: null, sequence: null };
    const said = await world.useCases.explainQuote(world.shop, asked);
    expect(said).toMatchObject({ value: { totalMinor: 0, basis: { at: atDay(30), sequence: null } } });
  });

  it('knows nobody by a card that is nobody’s, a stranger or somebody erased', async () => {
    const { world } = await withQuote();
    const { useCases, shop } = world;
    const strangers = [
      { kind: 'card', number: cardNumber(9) },
      { kind: 'customer', shopifyCustomerId: shopper(99) },
      { kind: 'known', customerId: 'cus_0000000099' as never },
    ] as const;
    for (const who of strangers) {
      const said = await useCases.explainQuote(shop, { holder: who, lines: [line], at: null, sequence: null });
      expect(said).toEqual({ ok: false, error: { code: 'unknown_customer' } });
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { readEntitlement } from '../../../shared/domain/entitlement/read-entitlement.ts';
import { readStatement } from '../../../shared/domain/entitlement/read-statement.ts';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { aDraft, anOrder, aProgram, program, shopper, told } from '../builders.ts';
import { NOW, SHOP, setUp, type World } from '../set-up.ts';

/** 00:00 in Prague on the first of the next month. */
const NEXT_MONTH = Date.UTC(2026, 5, 30, 22);

const fixed = (said: Partial<ProgramDraft> = {}) => ({ mechanic: 'fixed', fixedPercent: '10', ...said }) as const;
const nth = (items: string) => ({ mechanic: 'nth_item', nthItems: items, nthPercent: '10' }) as const;

async function quoted(world: World, amountMinor = 100_000) {
  const line = { id: 'a', quantity: 1, amountMinor, unitCostMinor: null, isGiftCard: false };
  const holder = { kind: 'customer', shopifyCustomerId: shopper(1) } as const;
  const { quote } = await world.useCases.quoteCart(SHOP, { holder, lines: [line] });
  return [quote.totalMinor, quote.capSavedMinor ?? 0];
}
const atCheckout = async (world: World) => {
  await world.useCases.publishEntitlements();
  return readEntitlement(world.admin.at(SHOP).entitlements.get(shopper(1)));
};
/** An order that got so much off, so many hours ago. */
const got = (id: number, ourDiscountMinor: number, hours = 1) => {
  const order = anOrder(id, { processedAt: NOW - hours * 3_600_000, amountMinor: 50_000 });
  return told({ ...order, lines: order.lines.map((line) => ({ ...line, ourDiscountMinor })) });
};
const publish = async (world: World, said: Partial<ProgramDraft>, id: number | null = null) => {
  const drafted = await world.useCases.draftProgram(SHOP, id === null ? null : program(id), aDraft(said));
  if (!drafted.ok) throw new Error(drafted.error.code);
  const published = await world.useCases.publishProgram(SHOP, drafted.value.id, null, null);
  return published.ok || published.error.code !== 'faults' ? [] : published.error.faults;
};

describe('a program under caps', () => {
  it('gives on an order and in a month what they leave, and all anew in the next month', async () => {
    const world = await setUp();
    await aProgram(world, fixed({ orderCap: '20', monthCap: '50' }));
    await world.useCases.recordPurchase(SHOP, got(1, 2_000));
    expect(await quoted(world)).toEqual([2_000, 8_000]);
    expect(await quoted(world, 15_000)).toEqual([1_500, 0]);
    await world.useCases.recordPurchase(SHOP, got(2, 2_000, 2));
    expect(await quoted(world)).toEqual([1_000, 9_000]);
    world.clock.set(NEXT_MONTH);
    expect(await quoted(world)).toEqual([2_000, 8_000]);
  });

  it('tells checkout what is left, and once more when the month begins anew', async () => {
    const world = await setUp();
    await aProgram(world, fixed({ monthCap: '50' }));
    await world.useCases.recordPurchase(SHOP, got(1, 4_000));
    expect(await atCheckout(world)).toMatchObject({ claims: [{ discountBp: 1_000, capMinor: 1_000 }] });
    world.clock.set(NEXT_MONTH);
    await world.useCases.refreshDue(SHOP);
    expect(await atCheckout(world)).toMatchObject({ claims: [{ discountBp: 1_000, capMinor: 5_000 }] });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
  });

  it('signs the cap into the statement of a typed card', async () => {
    const world = await setUp();
    await aProgram(world, fixed({ membership: 'card', cardFrom: '0', orderCap: '20' }));
    await world.useCases.recordPurchase(SHOP, got(1, 0));
    const { emitSeries, linkCard } = world.useCases;
    const series = await emitSeries(SHOP, { programId: program(1), name: 'One', count: 1, expiresAt: null }, null);
    const seriesId = series.ok ? series.value.id : null;
    const asked = { seriesId, programId: null, states: [], after: null, max: 1 };
    const [card] = (await world.stores.cards.list(SHOP, asked)).cards;
    const buyer = await world.stores.customers.findByShopifyId(SHOP, shopper(1));
    if (card === undefined || buyer === null) throw new Error('nobody to give it to');
    await linkCard(SHOP, card.number, buyer.id, null, null);
    const typed = await world.useCases.checkTypedCard(SHOP, card.number, { address: '127.0.0.1', session: 's' });
    const keys = (await world.stores.shops.find(SHOP))?.entitlementKeys ?? [];
    expect(readStatement(typed.outcome === 'accepted' ? typed.statement : '', keys, SHOP)).toMatchObject({
      discountBp: 1_000,
      capMinor: 2_000,
    });
  });

  it('makes the discount that knows caps with the first one, and gives it the rules of the other', async () => {
    const world = await setUp();
    await aProgram(world, fixed());
    await world.useCases.tellCaps(SHOP);
    expect(world.admin.at(SHOP).discounts).toEqual([]);
    await publish(world, fixed({ orderCap: '20' }), 1);
    await world.useCases.tellCaps(SHOP);
    const { discounts, rules } = world.admin.at(SHOP);
    expect(discounts.map(({ title }) => title)).toEqual(['Regulars', 'Regulars, under a cap']);
    expect([...rules.values()]).toEqual([rules.get(discounts[0]?.id ?? ''), rules.get(discounts[1]?.id ?? '')]);
    await world.useCases.rotateEntitlementKey(SHOP);
    const keys = [...rules.values()].map((each) => each.keys);
    expect(keys[0]).toHaveLength(2);
    expect(keys[1]).toEqual(keys[0]);
  });

  it('cannot run beside rewards of the n-th item, nor come after them, and is told so beside the field', async () => {
    const world = await setUp();
    await aProgram(world, { ...nth('10'), name: 'Eleventh' });
    const beside = { code: 'cap_beside_rewards', facts: { program: 'Eleventh' } };
    expect(await publish(world, fixed({ orderCap: '20' }))).toMatchObject([{ path: 'orderCap', ...beside }]);
    expect(await publish(world, fixed({ monthCap: '20' }))).toMatchObject([{ path: 'monthCap', ...beside }]);
    expect(await publish(world, fixed({ orderCap: '20' }), 1)).toEqual([
      { path: 'orderCap', code: 'cap_after_rewards' },
    ]);
    await world.useCases.endProgram(SHOP, program(1), null);
    expect(await publish(world, fixed({ orderCap: '20', name: 'Capped' }))).toEqual([]);
    expect(await publish(world, nth('3'))).toMatchObject([{ path: 'mechanic', facts: { program: 'Capped' } }]);
  });

  it('is refused a cap of nothing, and one that no amount is', async () => {
    const world = await setUp();
    expect(await publish(world, fixed({ orderCap: '0', monthCap: 'much' }))).toEqual([
      { path: 'orderCap', code: 'cap_of_nothing' },
      { path: 'monthCap', code: 'amount_unreadable' },
    ]);
    expect(await publish(world, fixed({ orderCap: '10000000' }))).toMatchObject([{ code: 'amount_too_large' }]);
  });
});

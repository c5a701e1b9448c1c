import { describe, expect, it } from '@jest/globals';
import { isValidOn } from '../../../shared/domain/entitlement/is-valid-on.ts';
import { readStatement } from '../../../shared/domain/entitlement/read-statement.ts';
import { emptyDraft } from '../../../shared/domain/program/draft.ts';
import type { OrderLine } from '../../../shared/domain/purchase/purchase.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aCard, aDraft, anOrder, aProgram, shopper, told } from '../builders.ts';
import { NOW, setUp, type World } from '../set-up.ts';

const eleventh = { ...emptyDraft, name: 'The eleventh', mechanic: 'nth_item', nthItems: '10', nthPercent: '10' };

const bought = (id: number, ...lines: readonly Partial<OrderLine>[]) =>
  told(anOrder(id, { processedAt: NOW - 100 + id, lines: lines.map((line) => aLine(line)) }));

/** Shopper 1 has bought ten items at 300.00. */
async function withTen() {
  const world = await setUp({});
  const programId = await aProgram(world, eleventh);
  await world.useCases.recordPurchase(world.shop, bought(1, { quantity: 10, amountMinor: 300_000 }));
  const buyer = await world.stores.customers.findByShopifyId(world.shop, shopper(1));
  if (buyer === null) throw new Error('nobody bought');
  return { world, programId, customerId: buyer.id };
}

const quote = ({ useCases, shop }: World, amountMinor: number) =>
  useCases.quoteCart(shop, {
    holder: { kind: 'customer', shopifyCustomerId: shopper(1) },
    lines: [{ id: 'a', quantity: 1, amountMinor, unitCostMinor: null, isGiftCard: false }],
  });

const reward = { after: 10, count: 1, givenMinor: 30_000 };

describe('a program that rewards the n-th item', () => {
  it('quotes the eleventh item with a tenth of the ten before it, and says which program gave it', async () => {
    const { world, programId } = await withTen();
    expect(await quote(world, 45_000)).toMatchObject({
      quote: { lines: [{ discountMinor: 30_000, programId, rewards: { after: 10, count: 1 } }], totalMinor: 30_000 },
      discountBp: 0,
      programName: 'The eleventh',
    });
  });

  it('books a reward as used when the order tells it, and gives no second one', async () => {
    const { world, customerId } = await withTen();
    await world.useCases.recordPurchase(world.shop, bought(2, { amountMinor: 15_000, reward }));
    expect((await quote(world, 45_000)).quote.totalMinor).toBe(0);
    const stored = await world.stores.standings.find(world.shop, customerId);
    expect(stored?.standing.standings[0]?.rewards).toMatchObject({ used: 1, ready: 0, deficit: 0 });
    const purchase = await world.stores.purchases.find(world.shop, anOrder(2).orderId);
    expect(purchase?.snapshot?.lines[0]?.reward).toEqual(reward);
  });

  it('tells checkout what the basket walk needs, in the metafield and in the statement of a typed card', async () => {
    const { world, customerId, programId } = await withTen();
    const number = await aCard(world, 1, { customerId, programId });
    const from = { address: '203.0.113.1', session: '' };
    const checked = await world.useCases.checkTypedCard(world.shop, number, from);
    const shop = await world.stores.shops.find(world.shop);
    if (checked.outcome !== 'accepted' || shop === null) throw new Error(checked.outcome);
    const read = readStatement(checked.statement, shop.entitlementKeys, world.shop);
    expect(read?.rewards).toMatchObject({ after: 10, shareBp: 1_000, progress: 0, readyMinor: [30_000] });
    expect(read !== null && isValidOn(read, '1999-01-01')).toBe(false);
  });

  it('keeps its number of items, and no other program of the shop may have the same', async () => {
    const { world, programId } = await withTen();
    const publish = async (id: typeof programId | null, nthItems: string) => {
      const drafted = await world.useCases.draftProgram(world.shop, id, aDraft({ ...eleventh, nthItems }));
      if (!drafted.ok) throw new Error(drafted.error.code);
      const published = await world.useCases.publishProgram(world.shop, drafted.value.id, null, null);
      return published.ok ? 'published' : published.error;
    };
    expect(await publish(programId, '12')).toMatchObject({
      faults: [{ path: 'nthItems', code: 'reward_items_fixed' }],
    });
    expect(await publish(null, '10')).toMatchObject({ faults: [{ path: 'nthItems', code: 'reward_items_taken' }] });
    expect(await publish(null, '12')).toBe('published');
  });
});

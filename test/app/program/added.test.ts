import { describe, expect, it } from '@jest/globals';
import { readEntitlement } from '../../../shared/domain/entitlement/read-entitlement.ts';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { aDraft, anOrder, shopper, told } from '../builders.ts';
import { NOW, SHOP, setUp, type World } from '../set-up.ts';

async function running(world: World, said: Partial<ProgramDraft>): Promise<void> {
  const drafted = await world.useCases.draftProgram(SHOP, null, aDraft({ mechanic: 'fixed', ...said }));
  if (!drafted.ok) throw new Error(drafted.error.code);
  const published = await world.useCases.publishProgram(SHOP, drafted.value.id, null, null);
  if (!published.ok) throw new Error(published.error.code);
}

async function quoted(world: World) {
  const line = { id: 'a', quantity: 1, amountMinor: 100_000, unitCostMinor: null, isGiftCard: false };
  const holder = { kind: 'customer', shopifyCustomerId: shopper(1) } as const;
  const { quote } = await world.useCases.quoteCart(SHOP, { holder, lines: [line] });
  return quote.totalMinor;
}

const atCheckout = async (world: World) => {
  await world.useCases.publishEntitlements();
  const claims = readEntitlement(world.admin.at(SHOP).entitlements.get(shopper(1)))?.claims ?? [];
  return Math.max(0, ...claims.map(({ discountBp }) => discountBp));
};

describe('a program that is added to others (rules 3.2)', () => {
  it('gives both together up to its limit, in the quote as at checkout', async () => {
    const world = await setUp();
    await running(world, { name: 'Regulars', fixedPercent: '10' });
    await running(world, { name: 'Neighbours', fixedPercent: '5', addedUpTo: '12' });
    await world.useCases.recordPurchase(SHOP, told(anOrder(1, { processedAt: NOW - 3_600_000 })));
    expect([await quoted(world), await atCheckout(world)]).toEqual([12_000, 1_200]);
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
  });

  it('gives the best alone where nobody said that they are added', async () => {
    const world = await setUp();
    await running(world, { name: 'Regulars', fixedPercent: '10' });
    await running(world, { name: 'Neighbours', fixedPercent: '5' });
    await world.useCases.recordPurchase(SHOP, told(anOrder(1, { processedAt: NOW - 3_600_000 })));
    expect([await quoted(world), await atCheckout(world)]).toEqual([10_000, 1_000]);
  });
});

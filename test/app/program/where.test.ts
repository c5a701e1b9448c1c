import { describe, expect, it } from '@jest/globals';
import { readEntitlement } from '../../../shared/domain/entitlement/read-entitlement.ts';
import type { LocationId } from '../../../shared/domain/ids.ts';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { type BuyingPlace, ON_THE_WEB } from '../../../shared/domain/program/where.ts';
import { aCard, aDraft, anOrder, aProgram, program, shopper, told } from '../builders.ts';
import { SHOP, setUp, type World } from '../set-up.ts';

const MAIN: BuyingPlace = { channel: 'till', locationId: '61' as LocationId };
const SIDE: BuyingPlace = { channel: 'till', locationId: '62' as LocationId };
const fixed = (said: Partial<ProgramDraft> = {}) => ({ mechanic: 'fixed', fixedPercent: '10', ...said }) as const;

async function quotedAt(world: World, place: BuyingPlace): Promise<number> {
  const line = { id: 'a', quantity: 1, amountMinor: 10_000, unitCostMinor: null, isGiftCard: false };
  const holder = { kind: 'customer', shopifyCustomerId: shopper(1) } as const;
  const { quote } = await world.useCases.quoteCart(SHOP, { holder, place, lines: [line] });
  return quote.totalMinor;
}

const atCheckout = async (world: World) => {
  await world.useCases.publishEntitlements();
  return readEntitlement(world.admin.at(SHOP).entitlements.get(shopper(1)));
};

const ordered = (id: number, place: BuyingPlace) => told({ ...anOrder(id), ...place });

describe('a program that holds at some places only (decision 0073)', () => {
  it('gives at its tills, nowhere else, and checkout on the web is told nothing of it', async () => {
    const world = await setUp();
    await aProgram(world, fixed({ channels: ['till'], locations: '61' }));
    await world.useCases.recordPurchase(SHOP, ordered(1, ON_THE_WEB));
    expect([await quotedAt(world, MAIN), await quotedAt(world, SIDE), await quotedAt(world, ON_THE_WEB)]).toEqual([
      1_000, 0, 0,
    ]);
    expect(await atCheckout(world)).toBeNull();
    const buyer = await world.stores.customers.findByShopifyId(SHOP, shopper(1));
    const stored = buyer === null ? null : await world.stores.standings.find(SHOP, buyer.id);
    const where = { channels: ['till'], locations: ['61'] };
    expect(stored?.standing.standings).toMatchObject([{ where, purchases: 0, discountBp: 1_000 }]);
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
  });

  it('counts its own places alone, and what a typed card gets is what holds on the web', async () => {
    const world = await setUp();
    const programId = await aProgram(world, fixed({ channels: ['till'] }));
    await aProgram(world, fixed({ fixedPercent: '4', channels: ['web'] }));
    await world.useCases.recordPurchase(SHOP, ordered(1, SIDE));
    expect(await atCheckout(world)).toMatchObject({ claims: [{ discountBp: 400 }] });
    const buyer = await world.stores.customers.findByShopifyId(SHOP, shopper(1));
    const number = await aCard(world, 1, { customerId: buyer?.id ?? null, programId });
    const checked = await world.useCases.checkTypedCard(SHOP, number, { address: '203.0.113.1', session: '' });
    expect(checked).toMatchObject({ outcome: 'accepted', discountBp: 400 });
    expect(await quotedAt(world, SIDE)).toBe(1_000);
  });

  it('says why by the place that is asked about', async () => {
    const world = await setUp();
    await aProgram(world, fixed({ channels: ['web'] }));
    await world.useCases.recordPurchase(SHOP, ordered(1, SIDE));
    const line = { id: 'a', quantity: 1, amountMinor: 10_000, unitCostMinor: null, isGiftCard: false };
    const holder = { kind: 'customer', shopifyCustomerId: shopper(1) } as const;
    const why = async (place: BuyingPlace) => {
      const asked = { holder, place, lines: [line], at: null, sequence: null };
      const found = await world.useCases.explainQuote(SHOP, asked);
      return found.ok ? [found.value.totalMinor, found.value.programs[0]?.basis.kind] : found.error;
    };
    expect([await why(ON_THE_WEB), await why(MAIN)]).toEqual([
      [1_000, 'fixed'],
      [0, 'elsewhere'],
    ]);
  });

  it('refuses places that contradict one another, and to keep a version that holds elsewhere', async () => {
    const world = await setUp();
    const id = await aProgram(world, fixed());
    const publish = async (said: Partial<ProgramDraft>) => {
      const drafted = await world.useCases.draftProgram(SHOP, id, aDraft(fixed(said)));
      if (!drafted.ok) throw new Error(drafted.error.code);
      const published = await world.useCases.publishProgram(SHOP, program(1), null, null, { until: null });
      return published.ok ? [] : published.error.code === 'faults' ? published.error.faults : [published.error];
    };
    expect(await publish({ channels: ['web'], locations: '61' })).toMatchObject([
      { path: 'locations', code: 'locations_without_till' },
    ]);
    expect(await publish({ locations: 'Main street' })).toMatchObject([{ code: 'locations_unreadable' }]);
    expect(await publish({ channels: ['web'] })).toMatchObject([{ path: 'channels', code: 'kept_where_differs' }]);
  });
});

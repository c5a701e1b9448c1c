import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../server/app/ports/app-error.ts';
import type { ShopSettings } from '../../../server/app/ports/shop-store.ts';
import { cutShort } from '../cut-short.ts';
import { aShop, NOW, setUp, type World } from '../set-up.ts';
import { shopState } from './shop-state.ts';

const settings = (change: Partial<ShopSettings> = {}): ShopSettings => ({ ...aShop().settings, ...change });
const change = (world: World, to: Partial<ShopSettings>) => world.useCases.changeSettings(world.shop, settings(to));

describe('changing the settings', () => {
  it('stores them and tells checkout', async () => {
    const world = await setUp();
    const to = { floorOn: true, marginBp: 1250, discountMessage: '  Minus {percent} ', language: 'cs' };
    expect(await change(world, to)).toEqual({
      ok: true,
      value: settings({ ...to, discountMessage: 'Minus {percent}' }),
    });
    const { shop, rules } = await shopState(world);
    expect(shop?.settings).toMatchObject({ marginBp: 1250, language: 'cs' });
    expect(rules).toMatchObject([{ floorOn: true, marginBp: 1250, message: 'Minus {percent}' }]);
    expect(world.sweeps).toEqual([]);
  });

  it.each([
    ['marginBp', 'margin_out_of_range', { marginBp: -1 }],
    ['marginBp', 'margin_out_of_range', { marginBp: 100_001 }],
    ['marginBp', 'margin_out_of_range', { marginBp: 1.5 }],
    ['discountMessage', 'discount_message_missing', { discountMessage: '   ' }],
    ['discountMessage', 'too_long', { discountMessage: 'x'.repeat(101) }],
    ['discountMessage', 'discount_message_in_lines', { discountMessage: 'two\nlines' }],
    ['language', 'choice_unknown', { language: 'fr' }],
    ['language', 'choice_unknown', { language: '' }],
  ] as const)('names %s as %s, and changes nothing', async (path, code, wrong) => {
    const world = await setUp();
    const before = await shopState(world);
    expect(await change(world, wrong)).toMatchObject({
      ok: false,
      error: { code: 'faults', faults: [{ path, code }] },
    });
    expect(await shopState(world)).toEqual(before);
    expect(world.admin.calls).toEqual([]);
  });

  it('takes what is just within the limits, and names all faults at once', async () => {
    const world = await setUp();
    for (const fine of [
      { marginBp: 0 },
      { marginBp: 100_000 },
      { discountMessage: 'x'.repeat(100) },
      { language: 'hu' },
    ])
      expect(await change(world, fine)).toMatchObject({ ok: true });
    const all = await change(world, { marginBp: -1, discountMessage: '', language: 'x' });
    expect(all).toMatchObject({ error: { faults: { length: 3 } } });
  });

  it('asks for a sweep before orders on terms begin to count, and only then', async () => {
    const world = await setUp();
    await change(world, { owedCounts: true });
    expect(world.sweeps).toEqual([{ shop: world.shop, at: NOW + 2000 }]);
    await change(world, { owedCounts: true });
    expect(world.sweeps.length).toBe(1);
    const cut = await setUp();
    cut.cutter.dieAfter(1);
    await expect(change(cut, { owedCounts: true })).rejects.toThrow();
    expect([cut.sweeps.length, (await cut.stores.shops.find(cut.shop))?.settings.owedCounts]).toEqual([1, false]);
  });

  it('done twice is done once; two at once leave shop and checkout agreeing', async () => {
    const world = await setUp();
    await change(world, { marginBp: 700 });
    const before = await shopState(world);
    await change(world, { marginBp: 700 });
    expect(await shopState(world)).toEqual(before);
    await Promise.all([change(world, { marginBp: 800 }), change(world, { marginBp: 900 })]);
    const { shop, rules } = await shopState(world);
    expect(rules[0]?.marginBp).toBe(shop?.settings.marginBp);
  });

  it('can be cut after any step and done again', async () => {
    const act = (world: World) => change(world, { marginBp: 700, owedCounts: true });
    expect(await cutShort({ prepare: () => setUp(), act, state: shopState })).toBeGreaterThan(3);
  });

  it('says so when checkout cannot be told, and tells it when saved once more', async () => {
    const world = await setUp();
    world.admin.failNext(new AppError('shopify_unavailable', true));
    await expect(change(world, { marginBp: 700 })).rejects.toMatchObject({ code: 'shopify_unavailable' });
    await change(world, { marginBp: 700 });
    expect((await shopState(world)).rules).toMatchObject([{ marginBp: 700 }]);
  });
});

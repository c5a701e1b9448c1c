import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ReadVariantCost } from '../../../server/app/ports/shopify-admin.ts';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { NEVER_DISCOUNTED } from '../../../shared/domain/quote/floor.ts';
import { productId } from '../../support/builders/ids.ts';
import { aDraft, anOrder, aProgram, shopper, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { NOW, SHOP, setUp, type World } from '../set-up.ts';

let world: World;
beforeEach(async () => {
  world = await setUp();
});

const DAY = 86_400_000;
const some = (...products: readonly string[]) => ({ scope: 'products', products }) as const;
const fixed = (said: Partial<ProgramDraft> = {}) => ({ mechanic: 'fixed', fixedPercent: '5', ...said }) as const;

/** Variants 1, 2 and 3 are of products 81, 82 and 83; nobody knows what the last one costs. */
const goods = (written: readonly (number | null)[] = []): readonly ReadVariantCost[] =>
  [100, 200, null].map((costMinor, i) => {
    const before = written[i] ?? null;
    return {
      ...{ variantId: String(i + 1), productId: productId(String(81 + i)), costMinor, isGiftCard: false },
      written: before === null ? null : { value: String(before), mark: 'a' },
    };
  });
const written = ({ admin }: World) => Object.fromEntries(admin.at(SHOP).variantCosts);
const costs = async ({ stores }: World) => (await stores.imports.all(SHOP)).find(({ kind }) => kind === 'costs');

/** The sweep that was asked for comes, and what it began goes on to its end. */
async function sweep(to: World, at = NOW): Promise<void> {
  to.clock.set(at);
  await to.useCases.tellScope(SHOP);
  await to.useCases.continueImport(SHOP);
  to.admin.at(SHOP).costLines = goods([1, 2, 3].map((id) => to.admin.at(SHOP).variantCosts.get(String(id)) ?? null));
  to.admin.finishBulk(SHOP, 'costs');
  await to.useCases.continueImport(SHOP);
}

describe('telling checkout which goods the programs are about', () => {
  it('marks the others, and takes the marks away when the program ends', async () => {
    const id = await aProgram(world, fixed(some('81')));
    await sweep(world);
    expect(written(world)).toEqual({ 1: 100, 2: NEVER_DISCOUNTED, 3: NEVER_DISCOUNTED });
    expect(await costs(world)).toMatchObject({ state: 'done', scope: '+81' });
    await world.useCases.endProgram(SHOP, id, null);
    await sweep(world);
    expect(written(world)).toEqual({ 1: 100, 2: 200, 3: 0 });
  });

  it('asks Shopify for nothing where the goods stay the same', async () => {
    await aProgram(world, fixed());
    await world.useCases.tellScope(SHOP);
    expect(await costs(world)).toBeUndefined();
    await aProgram(world, fixed());
    await world.useCases.tellScope(SHOP);
    expect(world.admin.at(SHOP).bulks).toEqual([]);
  });

  it('waits for the day on which other goods begin', async () => {
    const drafted = await world.useCases.draftProgram(SHOP, null, aDraft(fixed(some('82'))));
    if (!drafted.ok) throw new Error(drafted.error.code);
    await world.useCases.publishProgram(SHOP, drafted.value.id, NOW + DAY, null);
    await world.useCases.tellScope(SHOP);
    expect(await costs(world)).toBeUndefined();
    expect(world.sweeps.map(({ at }) => at)).toContain(NOW + DAY);
    await sweep(world, NOW + DAY);
    expect(written(world)).toMatchObject({ 1: NEVER_DISCOUNTED, 2: 200 });
  });

  it('begins anew when the goods change while it is at it', async () => {
    const first = await aProgram(world, fixed(some('81')));
    await world.useCases.tellScope(SHOP);
    await world.useCases.continueImport(SHOP);
    await world.useCases.endProgram(SHOP, first, null);
    await aProgram(world, fixed(some('82')));
    await sweep(world);
    expect(await costs(world)).toMatchObject({ state: 'running', scope: '+82' });
    await sweep(world);
    expect(written(world)).toMatchObject({ 1: NEVER_DISCOUNTED, 2: 200, 3: NEVER_DISCOUNTED });
    expect(await costs(world)).toMatchObject({ state: 'done', scope: '+82' });
  });

  it('begins anew when the goods change while marks are being written', async () => {
    const first = await aProgram(world, fixed(some('81')));
    const put = world.admin.putVariantCosts;
    let isFirst = true;
    Object.assign(world.admin, {
      putVariantCosts: async (...args: Parameters<typeof put>) => {
        if (isFirst) await world.useCases.endProgram(SHOP, first, null);
        isFirst = false;
        return put(...args);
      },
    });
    await sweep(world);
    expect(await costs(world)).toMatchObject({ state: 'running', scope: '' });
    await sweep(world);
    expect(written(world)).toEqual({ 1: 100, 2: 200, 3: 0 });
  });

  it('leaves the mark to a variant that is made or changes its cost later', async () => {
    await aProgram(world, fixed({ excluded: ['82'] }));
    world.admin.at(SHOP).costs.set('7', goods());
    await world.useCases.recordVariantCost(SHOP, '7');
    expect(written(world)).toEqual({ 1: 100, 2: NEVER_DISCOUNTED, 3: null });
  });

  it('comes to the same wherever the process dies', async () => {
    const prepare = async () => {
      const to = await setUp();
      await aProgram(to, fixed(some('81')));
      return to;
    };
    const act = (to: World) => sweep(to, to.clock.now() + 2 * 60_000);
    const state = async (of: World) => ({ written: written(of), scope: (await costs(of))?.scope });
    expect(await cutShort({ prepare, act, state })).toBeGreaterThan(5);
  });

  it('is done for a shop that was never told, at its daily look', async () => {
    await aProgram(world, fixed(some('81')));
    await world.useCases.refreshShop(SHOP);
    expect(await costs(world)).toMatchObject({ scope: '+81' });
  });
});

describe('programs about different goods', () => {
  const publish = async (said: Partial<ProgramDraft>, from: number | null = null) => {
    const drafted = await world.useCases.draftProgram(SHOP, null, aDraft(fixed(said)));
    if (!drafted.ok) throw new Error(drafted.error.code);
    const published = await world.useCases.publishProgram(SHOP, drafted.value.id, from, null);
    return published.ok || published.error.code !== 'faults' ? [] : published.error.faults;
  };

  it('cannot run at the same time, and are told so beside the field', async () => {
    await aProgram(world, fixed({ name: 'Oil club', ...some('81') }));
    const refusal = [{ path: 'scope', code: 'scope_differs', facts: { program: 'Oil club' } }];
    expect(await publish({})).toEqual(refusal);
    expect(await publish(some('82'), NOW + DAY)).toEqual(refusal);
    expect(await publish(some('81', '81'))).toEqual([]);
  });

  it('cannot be kept for holders beside one another either', async () => {
    const id = await aProgram(world, fixed(some('81')));
    const next = async (said: Partial<ProgramDraft>) => {
      await world.useCases.draftProgram(SHOP, id, aDraft(fixed({ fixedPercent: '3', ...said })));
      const published = await world.useCases.publishProgram(SHOP, id, null, null, { until: null });
      return published.ok || published.error.code !== 'faults' ? [] : published.error.faults;
    };
    expect(await next({})).toEqual([{ path: 'scope', code: 'kept_scope_differs' }]);
    expect(await next(some('81'))).toEqual([]);
  });

  it('may follow one another', async () => {
    const first = await aProgram(world, fixed(some('81')));
    await world.useCases.endProgram(SHOP, first, null);
    expect(await publish(some('82'))).toEqual([]);
  });
});

describe('quoting a cart of a program of some goods', () => {
  it('takes nothing off the others, and counts only its own', async () => {
    await aProgram(world, fixed(some('81')));
    await world.useCases.recordPurchase(SHOP, told(anOrder(1, { amountMinor: 60_000 })));
    const line = (id: string, of: string | null) => {
      const product = of === null ? {} : { productId: productId(of) };
      return { id, quantity: 1, amountMinor: 10_000, unitCostMinor: null, isGiftCard: false, ...product };
    };
    const holder = { kind: 'customer', shopifyCustomerId: shopper(1) } as const;
    const lines = [line('a', '81'), line('b', '82'), line('c', null)];
    const answer = await world.useCases.quoteCart(SHOP, { holder, lines });
    expect(answer.quote.lines).toMatchObject([{ id: 'a', discountMinor: 500 }]);
    const buyer = await world.stores.customers.findByShopifyId(SHOP, shopper(1));
    const stored = buyer === null ? null : await world.stores.standings.find(SHOP, buyer.id);
    expect(stored?.standing.standings[0]).toMatchObject({ spentMinor: 0, purchases: 0, discountBp: 500 });
  });
});

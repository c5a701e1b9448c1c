import { describe, expect, it } from '@jest/globals';
import { NOW } from '../set-up.ts';
import { cardShop } from './card-state.ts';

describe('The card field of the storefront', () => {
  it('is known to be placed from the first number typed into it, whatever that was', async () => {
    const { useCases, stores, shop, clock } = (await cardShop()).world;
    const placedAt = async () => (await stores.shops.find(shop))?.guide.place_card_field;
    const type = (typed: string) => useCases.checkTypedCard(shop, typed, { address: '203.0.113.1', session: 'a' });
    expect(await placedAt()).toBeUndefined();
    await type('not a card');
    expect(await placedAt()).toBe(NOW);
    clock.set(NOW + 1);
    await type('not one either');
    expect(await placedAt()).toBe(NOW);
  });

  it('leaves what else the set-up guide knows as it is', async () => {
    const { useCases, stores, shop } = (await cardShop()).world;
    await stores.shops.change(shop, { guide: { another_step: 5 } });
    await useCases.checkTypedCard(shop, 'not a card', { address: '203.0.113.1', session: 'a' });
    expect((await stores.shops.find(shop))?.guide).toEqual({ another_step: 5, place_card_field: NOW });
  });
});

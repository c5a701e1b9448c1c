import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProductId } from '../../shared/domain/ids.ts';
import { page } from './builders.ts';
import { codeOf, SHOP, type Stage, setUp } from './set-up.ts';

let set: Stage;
beforeEach(async () => {
  set = await setUp();
});
afterEach(() => set.played.stop());

const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });
const aProduct = (id: number, change: Record<string, unknown> = {}) => ({
  __typename: 'Product',
  id: `gid://shopify/Product/${id}`,
  title: `Product no. ${id}`,
  status: 'ACTIVE',
  featuredMedia: null,
  priceRangeV2: { minVariantPrice: euros('4.5'), maxVariantPrice: euros('12.0') },
  ...change,
});
const image = { __typename: 'MediaImage', preview: { image: { url: 'https://cdn.shopify.com/mug.png' } } };
const find = (search: string, cursor: string | null = null) => set.shopify.admin.findProducts(SHOP, search, cursor);

describe('the products of a shop', () => {
  it('come with what a list shows of them, in minor units', async () => {
    const mug = aProduct(1, { title: 'Mug', status: 'DRAFT', featuredMedia: image });
    set.played.fields = { products: page([mug, aProduct(2)], 'more') };
    expect(await find('')).toEqual({
      products: [
        {
          id: '1',
          title: 'Mug',
          status: 'draft',
          imageUrl: 'https://cdn.shopify.com/mug.png',
          price: { minMinor: 450, maxMinor: 1200 },
        },
        expect.objectContaining({ id: '2', status: 'active', imageUrl: null }),
      ],
      nextCursor: 'more',
    });
  });

  it('are searched by the beginnings of words, and nothing that was typed is an operator', async () => {
    const seen: unknown[] = [];
    set.played.fields = {
      products: (args: Record<string, unknown>) => {
        seen.push(args);
        return page([]);
      },
    };
    await find('  Mug "blue" OR -status:draft) 70 %', 'here');
    await find('Čaj zelený');
    await find(' *:"( ');
    expect(seen).toEqual([
      expect.objectContaining({
        query: 'title:Mug* title:blue* title:OR* title:status* title:draft* title:70*',
        after: 'here',
        sortKey: 'TITLE',
      }),
      expect.objectContaining({ query: 'title:Čaj* title:zelený*' }),
      expect.objectContaining({ query: null }),
    ]);
  });

  it('have no price where it has more digits than the currency', async () => {
    set.played.fields = {
      products: page([aProduct(1, { priceRangeV2: { minVariantPrice: euros('4.555'), maxVariantPrice: euros('5') } })]),
    };
    expect((await find('')).products[0]?.price).toBeNull();
  });

  it('are named by their ids; of those that are gone there is nothing', async () => {
    set.played.fields = {
      nodes: ({ ids }: { ids: readonly string[] }) => ids.map((id) => (id.endsWith('/2') ? null : aProduct(1))),
    };
    const known = await set.shopify.admin.productsById(SHOP, ['2', '1'] as ProductId[]);
    expect(known.map(({ id, title }) => [id, title])).toEqual([['1', 'Product no. 1']]);
  });

  it('are refused with our own word where the place to go on from is none', async () => {
    set.played.mishaps.push({ kind: 'errors', errors: [{ message: 'Invalid cursor' }] });
    expect(await codeOf(find('', 'nonsense'))).toBe('shopify_refused');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppError } from '../../server/app/ports/app-error.ts';
import type { Product } from '../../server/app/ports/shopify-admin.ts';
import type { ProductId } from '../../shared/domain/ids.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

const SHOP = 'shelves.myshopify.com';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.as(SHOP).get('/api/shop');
  app.shopify.at(app.shop(SHOP)).products = [
    aProduct('11', 'Blue mug'),
    aProduct('12', 'Green mug'),
    aProduct('13', 'Mugwort'),
  ];
});
afterAll(() => app.stop());

const aProduct = (id: string, title: string): Product => ({
  id: id as ProductId,
  title,
  status: 'active',
  imageUrl: null,
  price: { minMinor: 450, maxMinor: 450 },
});
const ask = async (query: string) => {
  const response = await app.as(SHOP).get(`/api/products${query}`);
  return { status: response.status, body: await response.json() };
};
const titles = ({ body }: Awaited<ReturnType<typeof ask>>) => body.products.map(({ title }: Product) => title);

describe('products, as the admin asks for them', () => {
  it('are found by the words of their titles, a page at a time', async () => {
    expect(titles(await ask('?search=gre mu'))).toEqual(['Green mug']);
    const first = await ask('?search=mug');
    expect(titles(first)).toEqual(['Blue mug', 'Green mug']);
    const second = await ask(`?search=mug&after=${first.body.nextAfter}`);
    expect(titles(second)).toEqual(['Mugwort']);
    expect(second.body).toMatchObject({ gone: [], nextAfter: null });
  });

  it('are named in the order they were asked for, and those that are gone are said to be', async () => {
    const { body } = await ask('?ids=13,99,11,13');
    expect(body).toEqual({
      products: [expect.objectContaining({ title: 'Mugwort' }), expect.objectContaining({ title: 'Blue mug' })],
      gone: ['99'],
      nextAfter: null,
    });
  });

  it('are not asked for by ids that are none, nor by too many, nor from a place that is none', async () => {
    for (const query of ['?ids=1,x', '?ids=,', `?ids=${Array(251).fill('1').join(',')}`, '?ids=-4'])
      expect([query, (await ask(query)).status]).toEqual([query, 400]);
    expect(await ask('?after=nonsense')).toMatchObject({ status: 400, body: { code: 'bad_request' } });
  });

  it('are another shop’s business there', async () => {
    const response = await app.as('elsewhere.myshopify.com').get('/api/products?ids=11');
    expect(await response.json()).toEqual({ products: [], gone: ['11'], nextAfter: null });
  });

  it('can be asked for again when Shopify is away', async () => {
    app.shopify.failNext(new AppError('shopify_unavailable', true));
    expect(await ask('')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  });
});

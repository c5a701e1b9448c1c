import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import type { Browser } from 'playwright-core';
import { seedShop } from '../http/seed-shop.ts';
import { createAppProxy } from '../sandbox/door/app-proxy.ts';
import { cardBlockOf } from '../sandbox/storefront/card-block.ts';
import { emptyCart } from '../sandbox/storefront/cart.ts';
import { renderLiquid } from '../sandbox/storefront/liquid.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { TEST_KEY, TEST_SECRET } from '../support/signing.ts';
import { addDiscount, openPages, SHOP, threePercent } from './open-pages.ts';

const theme = join(import.meta.dirname, '..', '..', 'extension', 'theme');

describe('The block of the theme extension', () => {
  it('is rendered whole, from its own texts and assets', async () => {
    const { markup } = await cardBlockOf(emptyCart('token', 'EUR'));
    expect(markup).not.toMatch(/\{\{|\{%|undefined/);
    expect(markup).toContain('Do you have a card of ours?');
    expect(markup).toContain('src="/assets/theme/regulars-card.js"');
    expect(markup).not.toContain('data-is-on');
    const attributes = [{ name: '_regulars', value: 'a statement' }];
    expect((await cardBlockOf({ ...emptyCart('token', 'EUR'), attributes })).markup).toContain('data-is-on');
  });

  it('uses nothing of Liquid that the sandbox does not know', () => {
    const world = { values: {}, filters: {} };
    expect(() => renderLiquid('{% for a in b %}{% endfor %}', world)).toThrow(/for a in b/);
    expect(() => renderLiquid('{{ a | shuffle }}', world)).toThrow(/shuffle/);
    expect(renderLiquid(`{{ nothing }}{{ '<' | escape }}{% comment %}{{ a | b }}{% endcomment %}`, world)).toBe('&lt;');
  });

  it('has texts for every key of its schema, and weighs little', () => {
    const template = readFileSync(join(theme, 'blocks', 'card-number.liquid'), 'utf8');
    const texts: unknown = JSON.parse(readFileSync(join(theme, 'locales', 'en.default.schema.json'), 'utf8'));
    for (const [, key = ''] of template.matchAll(/"t:([\w.]+)"/g)) {
      const text = key
        .split('.')
        .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], texts);
      expect([key, typeof text]).toEqual([key, 'string']);
    }
    expect(statSync(join(theme, 'assets', 'regulars-card.js')).size).toBeLessThan(10_000);
  });
});

describe('A shopper with a card', () => {
  let app: TestApp;
  let browser: Browser;
  let server: Server;
  let url: string;
  let card: string;

  beforeAll(async () => {
    app = await startTestApp();
    const seeded = await seedShop(app, SHOP);
    card = seeded.card;
    const { post } = app.as(SHOP);
    await post(`/api/cards/${card}/link`, { customerId: seeded.customer });
    const level = { programId: seeded.program, discountBp: 300, note: '' };
    await post(`/api/customers/${seeded.customer}/level`, level);
    const pages = openPages({ appUrl: app.url, deployed: threePercent });
    addDiscount(pages.shop);
    pages.shop.addProduct({ title: 'Grinder', variants: [{ priceMinor: 19_999 }] });
    const proxy = createAppProxy({ url: app.url, apiKey: TEST_KEY, apiSecret: TEST_SECRET });
    server = express().use(proxy).use(pages.app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}${pages.root}`;
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await app.stop();
  });

  it('types its number in the cart and sees the prices change, by keyboard alone, and back again', async () => {
    const { page, complaints } = await openPage(browser, 390, 844);
    await page.goto(`${url}products/grinder`);
    await page.click('button.main');
    const total = page.locator('[data-total]');
    await total.getByText('€199.99').waitFor();
    await page.focus('[data-regulars-card] input');
    await page.keyboard.type('2000000000008');
    await page.keyboard.press('Enter');
    await page.getByText('We do not know this number').waitFor();
    await page.fill('[data-regulars-card] input', card);
    await page.keyboard.press('Enter');
    await page.getByText('Your card takes 3 % off.').waitFor();
    await total.getByText('€193.99').waitFor();
    await page.reload();
    await page.getByText('A card is on this cart.').waitFor();
    await page.click('[data-regulars-card] [data-remove]');
    await total.getByText('€199.99').waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);
});

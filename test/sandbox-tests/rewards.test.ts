import { once } from 'node:events';
import type { Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import request from 'supertest';
import { buildFunctions } from '../../extension/build-functions.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { createAppProxy } from '../sandbox/door/app-proxy.ts';
import { builtFunctions } from '../sandbox/storefront/deployed-function.ts';
import { orderBody } from '../sandbox/webhooks/payloads/order-body.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { TEST_KEY, TEST_SECRET } from '../support/signing.ts';
import { type OpenPages, openPages, SHOP } from './open-pages.ts';
import { type RewardStage, stageRewards } from './reward-stage.ts';

let app: TestApp;
let pages: OpenPages;
let stage: RewardStage;
let server: Server;
let browser: Browser;
let url: string;

beforeAll(async () => {
  await buildFunctions();
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stop();
});
beforeEach(async () => {
  if (app !== undefined) await stop();
  app = await startTestApp();
  pages = openPages({ appUrl: app.url, deployed: builtFunctions });
  pages.shop.install();
  stage = await stageRewards(app, pages);
  const proxy = createAppProxy({ url: app.url, apiKey: TEST_KEY, apiSecret: TEST_SECRET });
  server = express().use(proxy).use(pages.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}${pages.root}`;
}, 60_000);

async function stop(): Promise<void> {
  server.closeAllConnections();
  server.close();
  await app.stop();
}

const lastOrder = () => {
  const order = pages.shop.orders().at(-1);
  if (order === undefined) throw new Error('there is no order');
  return orderBody(pages.shop.state, order);
};

describe('A shopper with rewards', () => {
  const put = async (page: Page, handle: string) => {
    await page.goto(`${url}products/${handle}`);
    await page.click('button.main');
  };

  it('has the best one taken by itself, takes another one or none with a touch, and pays with it', async () => {
    const { page, complaints } = await openPage(browser, 390, 1000);
    await put(page, 'grinder');
    await page.fill('[data-regulars-card] input', stage.card);
    await page.keyboard.press('Enter');
    const total = page.locator('[data-total]');
    await total.getByText('€190.00').waitFor();
    await page.getByText('5 % off this purchase, once').waitFor();
    await page.getByText('Put it into the cart and it is free.').waitFor();
    await page.getByRole('button', { name: 'Keep it for later: 5 % off this purchase, once' }).click();
    await total.getByText('€200.00').waitFor();
    await put(page, 'cup');
    await total.getByText('€215.00').waitFor();
    await page.getByRole('button', { name: 'Use it now: Cup for nothing, once' }).click();
    await total.getByText('€200.00').waitFor();
    await page.getByText('This reward is on your cart.').waitFor();
    await page.getByRole('button', { name: 'Use it now: 5 % off this purchase, once' }).click();
    await total.getByText('€204.25').waitFor();
    await page.goto(`${url}checkout`);
    await page.fill('[name=email]', 'ada@example.test');
    await page.click('main button.main');
    await page.waitForURL(/order-status/);
    expect(lastOrder()).toMatchObject({ discount_codes: [{ code: stage.codes[0]?.code, amount: '10.75' }] });
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('A cashier with a holder who has rewards', () => {
  const cashier = () => {
    const agent = request.agent(pages.app);
    const act = async (deed: string, form: object = {}) => {
      await agent.post(`${pages.root}till/${deed}`).type('form').send(form).expect(303);
      return (await agent.get(`${pages.root}till`).expect(200)).text;
    };
    return { act };
  };
  const paid = (text: string) => /data-total>([^<]+)</.exec(text)?.[1];

  it('sees the best one on the sale, changes it with a touch, and the order bears its code', async () => {
    const { act } = cashier();
    await act('add', { variant: stage.grinder });
    await act('add', { variant: stage.cup });
    const scanned = await act('scan', { number: stage.card });
    expect([paid(scanned), scanned.includes('Cup for nothing, once')]).toEqual(['€200.00', true]);
    expect(paid(await act('reward', { code: '' }))).toBe('€215.00');
    expect(paid(await act('reward', { code: stage.codes[0]?.code }))).toBe('€204.25');
    expect(await act('pay')).toContain('Paid: <span data-total>€204.25');
    expect(lastOrder()).toMatchObject({
      source_name: 'pos',
      discount_codes: [{ code: stage.codes[0]?.code, amount: '10.75' }],
      discount_applications: [{ type: 'discount_code', code: stage.codes[0]?.code }],
    });
    // Shopify takes the code a single time, whatever the app still says.
    await act('new');
    await act('add', { variant: stage.grinder });
    await act('scan', { number: stage.card });
    expect(paid(await act('reward', { code: stage.codes[0]?.code }))).toBe('€200.00');
  });

  it('is told before the money is taken when the reward was used elsewhere meanwhile', async () => {
    const { act } = cashier();
    await act('add', { variant: stage.grinder });
    await act('scan', { number: stage.card });
    const [first] = stage.codes;
    if (first === undefined) throw new Error('there is a code');
    // Between the screen and the drawer somebody pays with the same code.
    await app.stores.codes.use(app.shop(SHOP), first.code, '1' as OrderId);
    const told = await act('pay', { shown: '19000' });
    expect(pages.shop.orders()).toEqual([]);
    expect([told.includes('has changed since you looked'), paid(told)]).toEqual([true, '€200.00']);
    await act('pay', { shown: '20000' });
    expect(lastOrder()).toMatchObject({ discount_codes: [], total_price: '200.00' });
  });
});

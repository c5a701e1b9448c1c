import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CardListView, CustomerListView, SettingsView } from '../../../shared/contract/api.ts';
import { type AdminHouse, type AdminOf, lively, startAdmin, sticksOut } from './open-admin.ts';

let house: AdminHouse;
let admin: AdminOf;
let richest: CustomerListView['rows'][number];
beforeAll(async () => {
  house = await startAdmin();
  admin = await lively(house);
  const { rows } = await admin.merchant.get<CustomerListView>('/api/customers?order=spent&max=1');
  if (rows[0] === undefined) throw new Error('the demo has customers');
  richest = rows[0];
}, 120_000);
afterAll(() => house?.stop(), 60_000);

describe('The merchant', () => {
  it('tries a cart of a customer and reads why each line gets what it gets, by keyboard alone', async () => {
    const { page, complaints } = await admin.open(`/customers/${richest.id}`, richest.name);
    await page.getByRole('link', { name: 'Try a cart' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Olive oil');
    await page.getByLabel('Price of one').fill('a lot');
    await page.getByLabel('Price of one').press('Enter');
    await page.getByText('Enter an amount such as 500.00.').waitFor();
    await page.getByLabel('Price of one').fill('100.00');
    await page.getByLabel('Price of one').press('Enter');
    await page.getByText(/The discount of this cart is/).waitFor();
    const table = page.getByRole('table', { name: 'Line by line' });
    expect(await table.getByRole('row').nth(1).textContent()).toMatch(/^Olive oil€100\.00€.*gives \d/);
    await page
      .getByRole('table', { name: /^Purchases behind/ })
      .first()
      .waitFor();
    expect(await sticksOut(page)).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('takes a product of the shop into the cart, for programs that are about some of them', async () => {
    const { page, complaints } = await admin.open(`/customers/${richest.id}/try`, 'Try a cart');
    await page.getByRole('button', { name: 'Choose a product' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Search products').fill('mug');
    await dialog.getByRole('checkbox', { name: /^Mug, stoneware/ }).check();
    await dialog.getByRole('button', { name: 'Use these products' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Mug, stoneware');
    expect(await page.getByLabel('Price of one').inputValue()).toMatch(/^\d+\.\d\d$/);
    const asked = page.waitForRequest(/\/quote\?/);
    await page.getByRole('button', { name: 'Show the quote' }).click();
    const cart = JSON.parse(new URL((await asked).url()).searchParams.get('cart') ?? '[]');
    const mug = admin.shop.products().find(({ title }) => title === 'Mug, stoneware');
    expect(cart).toMatchObject([{ id: '1 Mug, stoneware', productId: String(mug?.id) }]);
    await page.getByRole('table', { name: 'Line by line' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('tells the cashier why, beside the sale', async () => {
    const { page } = await admin.open('/customers', 'Last purchase');
    const { cards } = await admin.merchant.get<CardListView>('/api/cards?states=issued');
    await page.goto(`${house.journey.sandbox.url()}/shops/${admin.shop.domain}/till`);
    await page.locator('.key').first().click();
    const number = page.getByLabel('Card number');
    await number.fill(cards.find(({ state }) => state === 'issued')?.number ?? '');
    await number.press('Enter');
    await page.getByRole('link', { name: 'Why these prices?' }).click();
    const panel = page.getByRole('region', { name: 'Why these prices' });
    await panel.getByText(/gives \d+(\.\d+)?%, which is €/).waitFor();
    await panel
      .getByText(/Counted until then/)
      .first()
      .waitFor();
    const named = /Reference of this quote: \S+\./.exec((await panel.textContent()) ?? '')?.[0] ?? '';
    await panel.getByRole('link', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Paid in cash' }).click();
    expect(await page.getByText(/^Reference of this quote: /).textContent()).toHaveLength(named.length);
  });

  it('works out an old quote by the reference that the till names, and says whether it is as then', async () => {
    const { page, complaints } = await admin.open(`/customers/${richest.id}/try`, 'Try a cart', 400);
    await page.getByLabel('Price of one').fill('100.00');
    await page.getByRole('button', { name: 'Show the quote' }).click();
    const said = await page.getByText(/^Reference of this quote: /).textContent();
    const [, reference = ''] = /: (\S+)\./.exec(said ?? '') ?? [];
    const total = await page.getByText(/The discount of this cart is/).textContent();
    await page.getByText('An old quote, by its reference').click();
    await page.getByLabel('Reference of the quote').fill(`${reference}X`);
    await page.getByRole('button', { name: 'Show the quote' }).click();
    await page.getByText('This is no reference of a quote.').waitFor();
    await page.getByLabel('Reference of the quote').fill(reference.toLowerCase());
    await page.getByRole('button', { name: 'Show the quote' }).click();
    await page.getByText('What the journal had promised by that entry is what comes out today.').waitFor();
    expect(await page.getByText(/The discount of this cart is/).textContent()).toBe(total);
    expect(await sticksOut(page)).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('works out what was owed at an earlier moment', async () => {
    const { page, complaints } = await admin.open(`/customers/${richest.id}/try`, 'Try a cart', 400);
    await page.getByLabel('Price of one').fill('100.00');
    await page.getByText('An earlier moment, by the settings of today').click();
    await page.getByRole('button', { name: 'Show the quote' }).click();
    await page.getByText('Enter a day and a time such as 14:30.').waitFor();
    await page.getByLabel('Day', { exact: true }).fill('2026-01-31');
    await page.getByLabel('Time', { exact: true }).fill('14:30');
    await page.getByRole('button', { name: 'Show the quote' }).click();
    await page.getByText('As of 31 Jan 2026, 14:30').waitFor();
    await page.getByText('At tills', { exact: true }).click();
    await page.getByLabel('Location', { exact: true }).fill('main street');
    await page.getByRole('button', { name: 'Show the quote' }).click();
    await page.getByText('Enter Shopify’s numbers of locations', { exact: false }).waitFor();
    await page.getByLabel('Location', { exact: true }).fill('1001');
    const asked = page.waitForRequest(/\/quote\?.*location=1001/);
    await page.getByRole('button', { name: 'Show the quote' }).click();
    expect((await asked).url()).toMatch(/channel=till/);
    expect(await sticksOut(page)).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is warned under the field of what the floor would cut, and refused what it never lets through', async () => {
    const { discountMessage, language, owedCounts } = await admin.merchant.get<SettingsView>('/api/settings');
    const kept = { discountMessage, language, owedCounts };
    await admin.merchant.put('/api/settings', { ...kept, floorOn: true, marginPercent: '5' });
    const { page, complaints } = await admin.open('/programs/new?mode=quick', 'Start from');
    await page
      .getByRole('button', { name: /^Start with this/ })
      .first()
      .click();
    await page.getByText('A fixed percentage', { exact: true }).click();
    const percent = page.getByLabel('Discount', { exact: true });
    await percent.fill('60');
    await page.getByText(/Your floor is cost and 5%, so 60% is given in full/).waitFor();
    await percent.fill('100');
    await percent.press('Tab');
    await page.getByText(/so nothing is ever free/).waitFor();
    expect(complaints).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CustomerListView } from '../../../shared/contract/api.ts';
import { untilQuiet } from '../../support/journey/quiet.ts';
import { type AdminHouse, type AdminOf, brandNew, startAdmin, sticksOut } from './open-admin.ts';

const GOODS = ['Oats', 'Barley', 'Spelt', 'Rye', 'Millet', 'Emmer', 'Buckwheat', 'Quinoa', 'Rice', 'Maize'];

let house: AdminHouse;
let admin: AdminOf;
let ada = 0;
const variants = new Map<string, number>();
beforeAll(async () => {
  house = await startAdmin();
  admin = await brandNew(house, 'card-of-ten.myshopify.com');
  for (const title of [...GOODS, 'Apron', 'Grinder']) {
    const product = admin.shop.addProduct({ title, variants: [{ priceMinor: 4_000 }] });
    variants.set(title, product.variants[0]?.id ?? 0);
  }
  ada = admin.shop.createCustomer({ firstName: 'Ada', lastName: 'Cloud', email: 'ada.cloud@example.test' }).id;
  await quiet();
}, 120_000);
afterAll(() => house?.stop(), 60_000);

const quiet = () => untilQuiet(house.journey, admin.shop.domain);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function choose(page: Page, nth: number, titles: readonly string[]): Promise<void> {
  await page
    .getByRole('button', { name: /^Choose (products|a product)$/ })
    .nth(nth)
    .click();
  const dialog = page.getByRole('dialog');
  for (const title of titles) {
    await dialog.getByLabel('Search products').fill(title);
    await dialog.getByRole('checkbox', { name: new RegExp(`^${title}`) }).check();
  }
  await dialog.getByRole('button', { name: 'Use these products' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function buys(titles: readonly string[]) {
  const lines = titles.map((title) => ({ variantId: variants.get(title) ?? 0, quantity: 1 }));
  const order = admin.shop.placeOrder({ customerId: ada, lines });
  await quiet();
  return order;
}

/** As checkout tells it when a code of a percentage was in the cart. */
async function buysWith(code: string) {
  const application = { type: 'discount_code', title: code, code, valueType: 'percentage', value: '3.0' } as const;
  const how = { allocationMethod: 'across', targetSelection: 'entitled', targetType: 'line_item' } as const;
  const discounts = [{ application: 0, amountMinor: 120 }];
  const lines = [{ variantId: variants.get('Oats') ?? 0, quantity: 1, discounts }];
  admin.shop.placeOrder({ customerId: ada, lines, applications: [{ ...application, ...how }] });
  await quiet();
}

/** The cashier puts Ada and a product onto the sale, and asks why. */
async function whyAtTill() {
  const { page } = await admin.open('/customers', 'Last purchase');
  await page.goto(`${house.journey.sandbox.url()}/shops/${admin.shop.domain}/till`);
  await page.locator('.key', { hasText: 'Oats' }).click();
  await page.getByRole('button', { name: 'One more of Oats' }).waitFor();
  await page.getByText('Customer', { exact: true }).click();
  await page.getByLabel('Name, e-mail or phone').fill('Ada');
  await press(page, 'Find');
  await page.getByRole('link', { name: 'Why these prices?' }).click();
  const panel = page.getByRole('region', { name: 'Why these prices' });
  await panel.waitFor();
  return panel.textContent();
}

async function adaPage(says: string) {
  const { rows } = await admin.merchant.get<CustomerListView>('/api/customers');
  return admin.open(`/customers/${rows[0]?.id}`, says);
}

describe('A merchant with a card of ten', () => {
  it('chooses the products and the gifts, sees an example, and publishes the rule', async () => {
    const { page, complaints } = await admin.open('/programs/new', 'Start from');
    await press(page, 'Start with this: Card of ten');
    await page.getByText('Every customer', { exact: true }).click();
    await page.getByLabel('Name', { exact: true }).fill('Card of ten');
    await press(page, 'Next');
    await press(page, 'Next');
    await choose(page, 0, GOODS);
    await choose(page, 1, ['Apron']);
    await choose(page, 2, ['Grinder']);
    await press(page, 'Next');
    await page.getByText('What sets a mark is chosen with the reward').waitFor();
    await press(page, 'Next');
    await page.getByLabel('The calendar year').waitFor();
    await press(page, 'Next');
    const example = page.getByRole('table', { name: 'Example' });
    await example.getByText('7 marks, 2 rewards ready').waitFor();
    await page.getByText('From 5 marks on: 3 % off one purchase or a gift').waitFor();
    await press(page, 'Publish');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('When you have taken the last reward, your card begins anew.').waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('finds on a customer’s page the marks, the reward that is ready, and what is missing after it', async () => {
    await quiet();
    await buys(['Oats', 'Barley', 'Spelt', 'Rye']);
    const { page, complaints } = await adaPage('Card of ten');
    await page.getByText('4 of 5 marks towards the next reward').waitFor();
    const fifth = await buys(['Millet']);
    await page.reload();
    await page.getByText('1 reward ready').waitFor();
    const percent = admin.shop.codeDiscounts().find(({ functionHandle }) => functionHandle === 'regulars-reward');
    const why = await whyAtTill();
    expect(why).toContain('Oats: The code of a one-off reward of “Card of ten” gives €1.20.');
    expect(why).toContain('1 reward was ready. Its rewards are taken by codes, each once.');
    // The first one came with the discount itself and is nobody's.
    await buysWith(percent?.codes.at(-1)?.code ?? '');
    await page.reload();
    await page.getByText('1 reward used').waitFor();
    await page.getByText('No reward ready').waitFor();
    admin.shop.refund(fifth.id, { lines: [{ lineId: fifth.lines[0]?.id ?? 0, quantity: 1 }] });
    await quiet();
    await page.reload();
    await page.getByText('4 of 5 marks towards the next reward').waitFor();
    await page.getByText('1 mark is missing under a used reward').waitFor();
    await page.getByRole('tab', { name: 'Journal' }).click();
    await page.getByText('1 mark missing under a used reward').first().waitFor();
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('promises a prize after ten purchases, for which nothing but the prize is to be chosen', async () => {
    const { page, complaints } = await admin.open('/programs/new', 'Start from');
    await press(page, 'Start with this: A prize after ten purchases');
    await page.getByLabel('Name', { exact: true }).fill('Ten visits');
    await press(page, 'Next');
    expect(await page.getByText('Listed products').count()).toBe(0);
    await choose(page, 0, ['Apron']);
    const example = page.getByRole('table', { name: 'Example' });
    await example.getByText('10 marks, 1 reward ready').waitFor();
    await page.getByText('Lapses after so many days').click();
    await page.getByLabel('Days until it lapses').fill('0');
    await page.getByLabel('Days until it lapses').blur();
    await page.getByText('Enter a whole number of days from 1 to 3,650.').waitFor();
    await page.getByLabel('Days until it lapses').fill('60');
    for (const _ of ['goods', 'time', 'check']) await press(page, 'Next');
    await page.getByText('For every purchase, whatever is bought').waitFor();
    await page.getByText('From 10 marks on: a gift').waitFor();
    await page.getByText('A reward that is not used lapses 60 days after it was earned').waitFor();
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  }, 60_000);
});

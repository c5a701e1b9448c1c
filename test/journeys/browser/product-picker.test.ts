import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openPage } from '../../support/browser.ts';
import {
  type AdminHouse,
  type AdminOf,
  addressOf,
  brandNew,
  lively,
  startAdmin,
  sticksOut,
  tabTo,
} from './open-admin.ts';
import { createServePicker } from './picker-page/serve-picker.ts';

let house: AdminHouse;
let admin: AdminOf;
let servePicker: (page: Page) => Promise<void>;
beforeAll(async () => {
  house = await startAdmin();
  admin = await lively(house);
  servePicker = await createServePicker();
}, 120_000);
afterAll(() => house?.stop(), 60_000);

const LIST = 'Products that count: chosen products';
const idOf = (title: string): string => {
  const product = admin.shop.products().find((each) => each.title === title);
  if (product === undefined) throw new Error(`the demo sells no ${title}`);
  return String(product.id);
};

async function openPicker(of: AdminOf, ids: readonly string[], options: { max?: number; width?: number } = {}) {
  const { page, complaints } = await openPage(house.browser, options.width ?? 1280);
  page.setDefaultTimeout(10_000);
  await servePicker(page);
  const address = new URL(addressOf(house.journey.app.url, of.shop.domain, '/picker'));
  address.searchParams.set('ids', ids.join(','));
  address.searchParams.set('max', String(options.max ?? 50));
  await page.goto(address.href);
  await page.getByText('Products that count').waitFor();
  const chosen = () => page.getByRole('list', { name: LIST }).getByRole('listitem');
  return { page, complaints, chosen, ids: () => page.locator('output').textContent() };
}

describe('A merchant who chooses products', () => {
  it('finds them as they type, takes some, and keeps the order in which they were picked', async () => {
    const { page, complaints, chosen, ids } = await openPicker(admin, []);
    await page.getByText('No product chosen yet, at most 50').waitFor();
    await page.getByRole('button', { name: 'Choose products' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Search products').fill('mug');
    await dialog.getByRole('checkbox', { name: /^Mug, stoneware/ }).check();
    await dialog.getByLabel('Search products').fill('bisc oat');
    await dialog.getByRole('checkbox', { name: /^Oat biscuits/ }).check();
    await dialog.getByText('2 of at most 50 chosen').waitFor();
    await dialog.getByRole('button', { name: 'Use these products' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await ids()).toBe(`${idOf('Mug, stoneware')},${idOf('Oat biscuits')}`);
    expect(await chosen().allInnerTexts()).toEqual([expect.stringContaining('Mug'), expect.stringContaining('Oat')]);
    await page.getByText('2 products, at most 50').waitFor();
    const picture = page.getByRole('list', { name: LIST }).locator('img').first();
    expect(
      await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('goes through all products page by page, each once', async () => {
    const { page, complaints } = await openPicker(admin, []);
    await page.getByRole('button', { name: 'Choose products' }).click();
    const rows = page.getByRole('dialog').getByRole('checkbox');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(25);
    await page.getByRole('button', { name: 'Show more' }).click();
    await rows.nth(admin.shop.products().length - 1).waitFor();
    const names = await page.getByRole('list', { name: 'Products found' }).getByRole('listitem').allInnerTexts();
    expect(new Set(names).size).toBe(admin.shop.products().length);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('changes nothing by closing the dialog, and is told beside the field what it lacks', async () => {
    const { page, complaints, ids } = await openPicker(admin, []);
    await page.getByRole('button', { name: 'Choose products' }).click();
    await page.getByRole('dialog').getByRole('checkbox').first().check();
    await page.keyboard.press('Escape');
    await page.getByText('Choose at least one product.').waitFor();
    expect(await ids()).toBe('');
    expect(complaints).toEqual([]);
  }, 60_000);

  it('does all of it by keyboard', async () => {
    const { page, complaints, chosen, ids } = await openPicker(admin, [idOf('Scales'), idOf('Tea bowl')]);
    await chosen().filter({ hasText: 'Scales' }).waitFor();
    await tabTo(page, /^Remove Scales/);
    await page.keyboard.press('Enter');
    expect(await ids()).toBe(idOf('Tea bowl'));
    await page.keyboard.press('Enter');
    expect(await ids()).toBe('');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('kettle');
    await page.getByRole('checkbox', { name: /^Kettle/ }).waitFor();
    await page.getByRole('checkbox', { name: /^Decaf/ }).waitFor({ state: 'detached' });
    await tabTo(page, /^Kettle/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Use these products/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await ids()).toBe(idOf('Kettle with a thin spout'));
    expect(complaints).toEqual([]);
  }, 60_000);

  it('sees a product that was deleted in Shopify as a gap, which harms nobody and can be taken out', async () => {
    const gone = admin.shop.addProduct({ title: 'Chicory, 100 g', variants: [{ priceMinor: 390 }] });
    admin.shop.deleteProduct(gone.id);
    const { page, complaints, chosen, ids } = await openPicker(admin, [idOf('Decaf, 250 g'), String(gone.id)]);
    await chosen().filter({ hasText: 'Deleted in Shopify' }).waitFor();
    expect(await ids()).toBe(`${idOf('Decaf, 250 g')},${gone.id}`);
    await page.getByRole('button', { name: `Remove Product ${gone.id}` }).click();
    expect(await ids()).toBe(idOf('Decaf, 250 g'));
    expect(complaints).toEqual([]);
  }, 60_000);

  it('cannot take more than the list may have', async () => {
    const { page, complaints } = await openPicker(admin, [idOf('Scales')], { max: 2 });
    await page.getByRole('button', { name: 'Choose products' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /^Almond/ }).check();
    await dialog.getByText('At most 2 products: take one out to choose another.').waitFor();
    expect(await dialog.getByRole('checkbox', { name: /^Decaf/ }).isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: /^Almond/ }).uncheck();
    expect(await dialog.getByRole('checkbox', { name: /^Decaf/ }).isDisabled()).toBe(false);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('is told that nothing fits, that nothing is there, and what to do when the shop does not answer', async () => {
    const { page } = await openPicker(admin, []);
    await page.getByRole('button', { name: 'Choose products' }).click();
    await page.getByLabel('Search products').fill('zebra');
    await page.getByText('No product with a word beginning like “zebra”.').waitFor();
    await page.route('**/api/products?*', (route) => route.abort());
    await page.getByLabel('Search products').fill('tea');
    await page.getByText('This could not be loaded').waitFor();
    await page.unroute('**/api/products?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('checkbox', { name: /^Tea bowl/ }).waitFor();

    const empty = await openPicker(await brandNew(house, 'bare-shelves.myshopify.com'), []);
    await empty.page.getByRole('button', { name: 'Choose products' }).click();
    await empty.page.getByText('This shop has no products yet.').waitFor();
    expect(empty.complaints).toEqual([]);
  }, 60_000);

  it('keeps the chosen and may take them out, also while nobody can say what they are called', async () => {
    const { page, chosen } = await openPicker(admin, [idOf('Scales')]);
    await chosen().filter({ hasText: 'Scales' }).waitFor();
    await page.route('**/api/products?*', (route) => route.abort());
    await page.reload();
    await page.getByText('This could not be loaded').waitFor();
    await page.getByRole('button', { name: `Remove Product ${idOf('Scales')}` }).waitFor();
    await page.unroute('**/api/products?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await chosen().filter({ hasText: 'Scales' }).waitFor();
  }, 60_000);

  it('has all of it in sight on a phone', async () => {
    const { page, complaints } = await openPicker(admin, [idOf('Kettle with a thin spout')], { width: 360 });
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Choose products' }).click();
    await page.getByRole('checkbox').first().waitFor();
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  }, 60_000);
});

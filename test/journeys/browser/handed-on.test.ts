import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CustomerListView } from '../../../shared/contract/api.ts';
import type { ProgramRowView } from '../../../shared/contract/program.ts';
import { emit } from '../../support/journey/open-shop.ts';
import { untilQuiet } from '../../support/journey/quiet.ts';
import { eventually } from '../../support/merchant.ts';
import { type AdminHouse, type AdminOf, brandNew, startAdmin, sticksOut } from './open-admin.ts';

const SHOP = 'handed-on.myshopify.com';
const HOUR_MS = 3_600_000;

let house: AdminHouse;
let admin: AdminOf;
const ids = { ada: 0, bea: 0 };
beforeAll(async () => {
  house = await startAdmin();
  admin = await brandNew(house, SHOP);
  const { shop } = admin;
  ids.ada = shop.createCustomer({ firstName: 'Ada', lastName: 'Holder', email: 'ada@example.test' }).id;
  ids.bea = shop.createCustomer({ firstName: 'Bea', lastName: 'Friend', email: 'bea@example.test' }).id;
  await quiet();
}, 120_000);
afterAll(() => house?.stop(), 60_000);

const quiet = () => untilQuiet(house.journey, SHOP);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const idOf = async (name: string) =>
  (await admin.merchant.get<CustomerListView>(`/api/customers?search=${name}`)).rows[0]?.id ?? '';

/** An order at the till; the card stands on it as the till writes it there. */
async function sell(customerId: number, hoursAgo: number, card: { readonly name: string; readonly value: string }) {
  const lines = [{ variantId: null, title: 'Glasses', quantity: 1, unitMinor: 10_000 }];
  const at = Date.now() - hoursAgo * HOUR_MS;
  const order = admin.shop.placeOrder({ customerId, lines, at, sourceName: 'pos', noteAttributes: [card] });
  await quiet();
  return order;
}

describe('A merchant whose holders hand their cards on', () => {
  let card = '';

  it('takes the recipe of every visit, which welcomes friends, sees what it says, and publishes it', async () => {
    const { page, complaints } = await admin.open('/programs/new', 'Start from');
    await press(page, 'Start with this: Every visit');
    await page.getByLabel('Name', { exact: true }).fill('Every visit');
    await press(page, 'Next');
    await page.getByText('Cards handed on to friends').waitFor();
    expect(await page.getByLabel('A new customer gets').inputValue()).toBe('8');
    expect(await page.getByLabel('The giver gets on top').inputValue()).toBe('5');
    await page.getByLabel('The giver gets on top').fill('500');
    await press(page, 'Next');
    expect(await page.getByText('Cards handed on to friends').count()).toBe(1);
    await page.getByLabel('The giver gets on top').fill('5');
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    await press(page, 'Next');
    await page.getByLabel('Everything you sell').waitFor();
    await press(page, 'Next');
    await page.getByLabel('For ever').waitFor();
    await press(page, 'Next');
    await page.getByText(/Cards may be handed on: a new customer gets 8 %/).waitFor();
    await press(page, 'Publish');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Hand your card on to somebody who has never bought from us').waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('finds on the giver’s page whom they brought, and that the next purchase has 5 points more', async () => {
    const [program] = await admin.merchant.get<readonly ProgramRowView[]>('/api/programs');
    [card = ''] = await emit(admin.merchant, program?.id ?? '', 1);
    await admin.merchant.post(`/api/cards/${card}/link`, { customerId: await idOf('ada') });
    // Orders are told in whole seconds, and this one must not seem older than the program.
    const soon = Math.ceil(Date.now() / 1000) * 1000;
    await eventually(
      async () => Date.now(),
      (now) => now >= soon,
    );
    await sell(ids.bea, 0, { name: 'regulars_friend', value: card });
    const { page, complaints } = await admin.open(`/customers/${await idOf('ada')}`, 'Friends brought');
    await page.getByText('Bonus of 5% in it').waitFor();
    await page.getByRole('link', { name: 'Bea Friend' }).waitFor();
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    await page.getByRole('tab', { name: 'Journal' }).click();
    await page.getByText('A friend bought with a card handed on').first().waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('finds on the friend’s page by which card they came, and why they got what they got', async () => {
    const { page, complaints } = await admin.open(`/customers/${await idOf('bea')}`, 'Sales');
    await page.getByRole('tab', { name: 'Sales' }).click();
    await page.getByText(`Brought by card ${card}`).waitFor();
    await page.getByRole('button', { name: /^Why/ }).first().click();
    await page.getByText('A friend’s card was presented: 8% welcome a new customer on this order.').waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CustomerListView } from '../../../shared/contract/api.ts';
import type { ProgramRowView } from '../../../shared/contract/program.ts';
import { untilQuiet } from '../../support/journey/quiet.ts';
import { type AdminHouse, type AdminOf, brandNew, startAdmin, sticksOut } from './open-admin.ts';

const DAY_MS = 86_400_000;

let house: AdminHouse;
let admin: AdminOf;
let ada = 0;
beforeAll(async () => {
  house = await startAdmin();
  admin = await brandNew(house, 'every-visit.myshopify.com');
  ada = admin.shop.createCustomer({ firstName: 'Ada', lastName: 'Cloud', email: 'ada.cloud@example.test' }).id;
  await quiet();
}, 120_000);
afterAll(() => house?.stop(), 60_000);

const quiet = () => untilQuiet(house.journey, admin.shop.domain);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function buys(daysAgo: number): Promise<void> {
  const lines = [{ variantId: null, title: 'Goods', quantity: 1, unitMinor: 5_000 }];
  admin.shop.placeOrder({ customerId: ada, lines, at: Date.now() - daysAgo * DAY_MS });
  await quiet();
}

describe('A merchant who wants to reward every visit', () => {
  it('takes the recipe, sees each step and what a pause takes, and publishes it', async () => {
    const { page, complaints } = await admin.open('/programs/new', 'Start from');
    await press(page, 'Start with this: Every visit');
    await page.getByText('Every customer', { exact: true }).click();
    await page.getByLabel('Name', { exact: true }).fill('Every visit');
    await press(page, 'Next');
    const example = page.getByRole('table', { name: 'Example' });
    await example.getByText('10%').nth(1).waitFor();
    expect(await example.getByRole('row').count()).toBe(13);
    await page.getByRole('textbox', { name: 'At most %', exact: true }).fill('0');
    await press(page, 'Next');
    await page.getByText('This must be more than the 0% of the start.').waitFor();
    await page.getByRole('textbox', { name: 'At most %', exact: true }).fill('4');
    await page.getByText('One step is taken back').click();
    await page.getByLabel('Days without a purchase').fill('30');
    await example.getByText('1 step back').waitFor();
    await press(page, 'Next');
    await page.getByLabel('Everything you sell').waitFor();
    await press(page, 'Next');
    await page.getByLabel('For ever').waitFor();
    expect(await page.getByLabel('The last days').count()).toBe(0);
    await press(page, 'Next');
    await page.getByText('0 % on the first purchase, 1 % more on each further one, at most 4 %').waitFor();
    await press(page, 'Publish');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('0% on the first purchase, 1% more on each further one, at most 4%').waitFor();
    await page.getByText('One step back for every 30 days without a purchase').waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('finds on a customer’s page how many steps up somebody is, what comes next, and what a pause took', async () => {
    await quiet();
    await buys(45);
    await buys(44);
    await buys(43);
    const { rows } = await admin.merchant.get<CustomerListView>('/api/customers');
    const { page, complaints } = await admin.open(`/customers/${rows[0]?.id}`, 'Every visit');
    await page.getByText('2 steps up').waitFor();
    await page.getByText('The next purchase gets 2%, the one after it 3%.').waitFor();
    await page.getByText('Every 30 days without a purchase take one step back.').waitFor();
    await page.getByText(/^Changes by time on /).waitFor();
    await buys(1);
    await page.reload();
    await page.getByText('The next purchase gets 3%, the one after it 4%.').waitFor();
    await page.getByRole('tab', { name: 'Journal' }).click();
    await page.getByText('3 steps up').waitFor();
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('finds the program in the list by how it rewards, and opens it for a change as it was typed', async () => {
    const [program] = await admin.merchant.get<readonly ProgramRowView[]>('/api/programs');
    const { page, complaints } = await admin.open('/programs', 'A step with every purchase');
    await page.getByRole('link', { name: 'Every visit' }).click();
    await page.goto(page.url().replace(`/programs/${program?.id}`, `/programs/${program?.id}/edit`));
    await page.getByText('Step 1 of 5').waitFor();
    await page.getByText('All at once').click();
    expect(await page.getByLabel('Each further one adds').inputValue()).toBe('1');
    expect(await page.getByLabel('Days without a purchase').inputValue()).toBe('30');
    expect(complaints).toEqual([]);
  }, 60_000);
});

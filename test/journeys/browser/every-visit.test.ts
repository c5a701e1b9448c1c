import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CustomerListView } from '../../../shared/contract/api.ts';
import type { ProgramRowView } from '../../../shared/contract/program.ts';
import { emit } from '../../support/journey/open-shop.ts';
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

  /** The cashier scans the card, reads what was written before, and writes down what is new. */
  async function writeAtTill(card: string): Promise<void> {
    const { page } = await admin.open('/customers', 'Last purchase');
    await page.goto(`${house.journey.sandbox.url()}/shops/${admin.shop.domain}/till`);
    await page.getByLabel('Card number').fill(card);
    await press(page, 'Look up');
    const eyes = page.getByRole('region', { name: 'Eyes' });
    await eyes.getByText('Nothing has been written yet.').waitFor();
    await eyes.getByLabel('Note').fill('Cylinder −0.75');
    await eyes.getByRole('button', { name: 'Write it down' }).click();
    await eyes.getByText('Cylinder −0.75').waitFor();
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
  }

  async function writeOnCard(customerId: string): Promise<void> {
    const { page, complaints } = await admin.open(`/customers/${customerId}/instruments`, 'Eyes (Every visit)');
    await page.getByText('Nothing has been written yet.').waitFor();
    await press(page, 'Write it down');
    await page.getByText('Write something down.').waitFor();
    complaints.splice(0);
    await page.getByLabel('Day', { exact: true }).fill('2026-01-31');
    await page.getByLabel('Note', { exact: true }).fill('Sphere −1.25\nPupil distance 63');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '31 Jan 2026' }).waitFor();
    expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('');
    await press(page, 'Correct the note of 31 Jan 2026');
    const note = page.getByLabel('Note', { exact: true }).last();
    await note.fill('Sphere −1.50');
    await press(page, 'Save the note');
    await page.getByText(/^Corrected on /).waitFor();
    await page.getByText('Sphere −1.50', { exact: true }).waitFor();
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    await press(page, 'Remove the note of 31 Jan 2026');
    await page.getByRole('dialog').getByText('It is gone for good, and nobody can bring it back.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the note' }).click();
    await page.getByText('Nothing has been written yet.').waitFor();
    expect(complaints).toEqual([]);
  }

  it('keeps a dated record on the card of whoever comes: written, put right, and removed after asking', async () => {
    const [visits] = await admin.merchant.get<readonly ProgramRowView[]>('/api/programs');
    const { page, complaints } = await admin.open(`/programs/${visits?.id}/edit?mode=quick`, 'All at once');
    await page.getByText('Holders of a card', { exact: true }).click();
    await page.getByLabel('Card from a purchase of at least').fill('0');
    await page.getByLabel('Keep dated notes on the cards').check();
    await page.getByLabel('What they are called').focus();
    await page.getByLabel('What they are called').blur();
    await page.getByText('Say what the notes are called, such as “Record”.').waitFor();
    await page.getByLabel('What they are called').fill('Eyes');
    await press(page, 'Publish');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('With your card we keep dated notes for you (Eyes).').waitFor();
    const { rows } = await admin.merchant.get<CustomerListView>('/api/customers');
    const [card = ''] = await emit(admin.merchant, visits?.id ?? '', 1);
    await admin.merchant.post(`/api/cards/${card}/link`, { customerId: rows[0]?.id });
    expect(complaints).toEqual([]);
    await writeOnCard(rows[0]?.id ?? '');
    await writeAtTill(card);
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

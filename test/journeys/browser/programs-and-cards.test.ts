import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CardListView, CardView, SeriesView } from '../../../shared/contract/api.ts';
import type { ProgramRowView } from '../../../shared/contract/program.ts';
import { untilQuiet } from '../../support/journey/quiet.ts';
import { type AdminHouse, type AdminOf, brandNew, startAdmin, sticksOut, tabTo } from './open-admin.ts';

let house: AdminHouse;
let admin: AdminOf;
beforeAll(async () => {
  house = await startAdmin();
  admin = await brandNew(house, 'new-here.myshopify.com');
  const { shop } = admin;
  shop.createCustomer({ firstName: 'Ada', lastName: 'Cloud', email: 'ada.cloud@example.test' });
  shop.createCustomer({ firstName: 'Bo', lastName: 'Rain', email: 'bo.rain@example.test' });
  await untilQuiet(house.journey, shop.domain);
}, 120_000);
afterAll(() => house?.stop(), 60_000);

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const dialog = (page: Page) => page.getByRole('dialog');
const numbers = async (): Promise<readonly string[]> => {
  const [series] = await admin.merchant.get<readonly SeriesView[]>('/api/series');
  const { cards } = await admin.merchant.get<CardListView>(`/api/cards?seriesId=${series?.id}&max=50`);
  return cards.map(({ number }) => number);
};
const cardOf = (number: string) => admin.merchant.get<CardView>(`/api/cards/${number}`);

describe('A merchant who begins', () => {
  it('is told by empty screens what will be there, and where to begin', async () => {
    const { page, complaints } = await admin.open('/programs', 'Turn buyers into regulars');
    await page.getByRole('link', { name: 'Create program' }).waitFor();
    await page.getByRole('link', { name: 'Cards', exact: true }).click();
    await page.getByText('No cards yet').waitFor();
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await page.getByText('No purchases in the last 30 days yet.').waitFor();
    await page.getByRole('link', { name: 'Create a program' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is led through a program step by step, sees an example, and is told beside the field what is wrong', async () => {
    const { page, complaints } = await admin.open('/programs/new', 'Start from');
    await press(page, 'Start with this: Wholesale and retail');
    await page.getByText('Customers see the name beside their discount.', { exact: false }).waitFor();
    const name = page.getByLabel('Name', { exact: true });
    await name.pressSequentially('Mine');
    await page.getByText('Every customer', { exact: true }).click();
    expect(await page.getByLabel('Every customer').isChecked()).toBe(true);
    await page.getByText('Holders of a card', { exact: true }).click();
    await name.fill('');
    await press(page, 'Next');
    expect(await faultBeside(page, 'Name')).not.toBe('');
    await name.fill('Our card');
    await press(page, 'Next');
    await page.getByText('Levels reward those who come back', { exact: false }).waitFor();
    const example = page.getByRole('table', { name: 'Example' });
    await example.getByText('€500.00').first().waitFor();
    await page.getByLabel('Discount').first().fill('1.5');
    await example.getByText('€2.25').first().waitFor();
    await page.getByLabel('Discount').first().fill('five');
    await press(page, 'Next');
    expect(await faultBeside(page, 'Discount')).not.toBe('');
    await page.getByLabel('Discount').first().fill('1');
    await page.getByLabel('At most off one order').fill('0');
    await press(page, 'Next');
    expect(await faultBeside(page, 'At most off one order')).not.toBe('');
    await page.getByLabel('At most off one order').fill('20');
    await press(page, 'Next');
    await page.getByLabel('Everything you sell').waitFor();
    await page.getByText('Some products only', { exact: true }).click();
    await press(page, 'Next');
    await page.getByText('Choose at least one product.').waitFor();
    await page.getByText('Everything you sell', { exact: true }).click();
    await press(page, 'Next');
    await page.getByLabel('For ever').waitFor();
    await press(page, 'Next');
    await page.getByText('Holders of a card').waitFor();
    await press(page, 'Publish');
    await dialog(page).getByLabel('Ends at the start of').fill('2099-01-01');
    await dialog(page).getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('heading', { name: 'Our card', level: 1 }).waitFor();
    await page.getByText('Version 1').waitFor();
    await page.getByText('The program ends: Jan 1, 2099').waitFor();
    await page.getByText('At most €20.00 off one order').waitFor();
    await page.getByText('Card from a purchase of €500.00').waitFor();
    expect(complaints).toEqual([]);
  });

  it('changes everything on one page, and publishes it as the next version', async () => {
    const [program] = await admin.merchant.get<readonly ProgramRowView[]>('/api/programs');
    const { page, complaints } = await admin.open(`/programs/${program?.id}/edit?mode=quick`, 'All at once');
    await page.getByLabel('Card from a purchase of at least').fill('100');
    await page.getByLabel('Name of the level').first().fill('Friend');
    await page.getByRole('table', { name: 'Example' }).getByText('Friend: 1%').first().waitFor();
    await press(page, 'Publish');
    await dialog(page).getByText('Holders keep the better of both').click();
    await dialog(page).getByText('It concerns 0 holders of a card.', { exact: false }).waitFor();
    const until = dialog(page).getByLabel('Kept until the start of (leave empty for no end)');
    await until.fill('2020-01-01');
    await dialog(page).getByRole('button', { name: 'Publish' }).click();
    await dialog(page).getByText('What is kept must be kept for a while after the version has begun.').waitFor();
    complaints.splice(0);
    await until.fill('2099-01-01');
    await dialog(page).getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Version 2').waitFor();
    await page.getByText(/^Whoever took part before keeps the version before it, .* until .*2099/).waitFor();
    expect(await page.getByText('Friend: 1% from €500.00').count()).toBe(1);
    expect(await page.getByText('Version 1').count()).toBe(1);
    await page.getByText('You get your card with a single purchase of €100.00 or more.').waitFor();
    await page.getByLabel('Language').selectOption({ label: 'Deutsch' });
    await page.getByText(/^Ihre Karte bekommen Sie bei einem einzelnen Einkauf ab 100,00/).waitFor();
    await page.getByRole('button', { name: 'Copy the text' }).click();
    await page.getByText(/The text was copied\.|Your browser did not allow copying\./).waitFor();
    const end = page.getByRole('button', { name: 'End program', exact: true });
    await end.focus();
    await page.keyboard.press('Enter');
    await dialog(page).getByText('This cannot be undone', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
    await end.and(page.locator(':focus')).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says where a program holds, and is told beside the field what contradicts', async () => {
    const [program] = await admin.merchant.get<readonly ProgramRowView[]>('/api/programs');
    const { page, complaints } = await admin.open(`/programs/${program?.id}/edit?mode=quick`, 'All at once');
    await page.getByText('On the web', { exact: true }).click();
    expect(await page.getByLabel('At these locations only').count()).toBe(0);
    await page.getByText('At tills', { exact: true }).click();
    await page.getByText('On the web', { exact: true }).click();
    await page.getByLabel('At these locations only').fill('main street');
    await page.getByLabel('At these locations only').blur();
    await page.getByText('Enter Shopify’s numbers of locations, such as 1001, 1002.').waitFor();
    await page.getByLabel('At these locations only').fill('1001, 1002');
    await press(page, 'Publish');
    await dialog(page).getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Of tills, only those at locations 1001, 1002').waitFor();
    await page.getByText('Of our shops it holds at 2 only: ask us which.').waitFor();
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });

  it('makes a series of cards and finds each of them by typing its number', async () => {
    const { page, complaints } = await admin.open('/cards', 'No cards yet');
    await page.getByRole('button', { name: 'Create series' }).first().click();
    await dialog(page).getByLabel('Name of the series').fill('Spring');
    await dialog(page).getByLabel('How many').fill('12');
    await dialog(page).getByRole('button', { name: 'Create cards' }).click();
    await page.getByRole('link', { name: 'Spring' }).click();
    const table = page.getByRole('table', { name: 'Cards' });
    await table.getByRole('row').nth(12).waitFor();
    const shown = await table.getByRole('rowheader').allTextContents();
    expect([...shown].sort()).toEqual([...(await numbers())].sort());
    await page.getByRole('link', { name: 'Cards', exact: true }).first().click();
    await page.getByLabel('Card number').fill('2000000000000');
    await page.keyboard.press('Enter');
    expect(await faultBeside(page, 'Card number')).toMatch(/card/i);
    complaints.splice(0);
    await page.getByLabel('Card number').fill(shown[3] ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Card ${shown[3]}`, level: 1 }).waitFor();
    await page.getByText('Not handed over').waitFor();
    expect(complaints).toEqual([]);
  });

  it('hands a card to a customer, replaces it when it is lost, and blocks the new one after asking', async () => {
    const [first = '', second = ''] = await numbers();
    const { page, complaints } = await admin.open(`/cards/${first}`, 'Not handed over');
    await press(page, 'Link to a customer');
    await dialog(page).getByRole('searchbox').pressSequentially('cloud');
    await dialog(page).getByText('Ada Cloud').click();
    await dialog(page).getByRole('button', { name: 'Link card' }).click();
    await page.getByRole('link', { name: 'Ada Cloud' }).waitFor();
    await press(page, 'Replace');
    await dialog(page).getByLabel('Note').fill('Lost on the tram');
    await dialog(page).getByLabel('Number of the new card').fill(second);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: second }).click();
    await page.getByText('(Lost on the tram)', { exact: false }).waitFor();
    await press(page, 'Block');
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    expect((await cardOf(second)).state).toBe('issued');
    await press(page, 'Block');
    await dialog(page).getByRole('button', { name: 'Block card' }).click();
    await press(page, 'Unblock');
    await page.getByText('In use').waitFor();
    expect([(await cardOf(first)).state, (await cardOf(second)).state]).toEqual(['replaced', 'issued']);
    expect(complaints).toEqual([]);
  });

  it('blocks a card without a mouse', async () => {
    const [, second = ''] = await numbers();
    const { page, complaints } = await admin.open(`/cards/${second}`, 'In use');
    await tabTo(page, /^Block$/);
    await page.keyboard.press('Enter');
    await dialog(page).getByText('It no longer gives a discount', { exact: false }).waitFor();
    await tabTo(page, /^Block card$/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Unblock' }).waitFor();
    expect((await cardOf(second)).state).toBe('blocked');
    expect(complaints).toEqual([]);
  });
});

/** What stands in red below the field; waits for it, because the server may be asked first. */
async function faultBeside(page: Page, label: string): Promise<string> {
  const field = page.getByLabel(label, { exact: label === 'Name' }).first();
  const id = `#${await field.getAttribute('id')}Error`;
  await page.locator(id.replaceAll(':', '\\:')).waitFor();
  return (await page.locator(id.replaceAll(':', '\\:')).textContent()) ?? '';
}

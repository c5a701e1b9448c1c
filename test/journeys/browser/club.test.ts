import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AdminHouse, type AdminOf, brandNew, lively, startAdmin, sticksOut } from './open-admin.ts';

let house: AdminHouse;
let bakery: AdminOf;
let florist: AdminOf;
beforeAll(async () => {
  house = await startAdmin();
  bakery = await lively(house);
  florist = await brandNew(house, 'florist.myshopify.com');
}, 120_000);
afterAll(() => house?.stop(), 60_000);

describe('Two merchants who want one another’s regulars', () => {
  it('found a club and invite by a code that is shown once, and join by it', async () => {
    const ours = await bakery.open('/club', 'Found a club');
    await ours.page.getByLabel('Name of the club').fill('High street');
    await ours.page.getByRole('button', { name: 'Found the club' }).click();
    await ours.page.getByRole('heading', { name: 'High street' }).waitFor();
    await ours.page.getByRole('button', { name: 'Invite a shop' }).click();
    const code = await ours.page.getByLabel('The code for the other shop').inputValue();
    expect(code).toMatch(/^(?:[2-9A-Z]{5}-){3}[2-9A-Z]{5}$/);
    expect(await sticksOut(ours.page)).toBeLessThanOrEqual(0);

    const theirs = await florist.open('/club', 'Join a club');
    await theirs.page.getByLabel('Code of the invitation').fill('WRONG-WRONG');
    await theirs.page.getByRole('button', { name: 'Join the club' }).click();
    await theirs.page.getByText('No open invitation has this code.', { exact: false }).waitFor();
    await theirs.page.getByLabel('Code of the invitation').fill(code);
    await theirs.page.getByRole('button', { name: 'Join the club' }).click();
    await theirs.page.getByRole('heading', { name: 'High street' }).waitFor();
    await theirs.page
      .getByRole('table', { name: 'Shops in the club' })
      .getByText('(yours)', { exact: false })
      .waitFor();
    // The wrong code was answered by 404, which the browser writes down too.
    expect(theirs.complaints.filter((one) => !one.includes('/api/club/join'))).toEqual([]);
    expect(ours.complaints).toEqual([]);
  }, 60_000);

  it('change their rule, and are asked before a shop is taken out', async () => {
    const { page, complaints } = await bakery.open('/club', 'High street');
    await page.getByLabel('Discount for cards of the other shops').fill('101');
    await page.getByRole('button', { name: 'Save the rule' }).click();
    await page.getByText('A discount cannot exceed 100%.').waitFor();
    await page.getByLabel('Discount for cards of the other shops').fill('8');
    await page.getByRole('button', { name: 'Save the rule' }).click();
    await page.getByRole('table', { name: 'Shops in the club' }).getByText('8%').waitFor();
    await page.getByRole('button', { name: 'Take out' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
    await page.getByText('is out of the club', { exact: false }).waitFor();
    expect(await page.getByRole('table', { name: 'Shops in the club' }).getByRole('row').count()).toBe(2);
    // The 101 % were refused by 400, which the browser writes down too.
    expect(complaints.filter((one) => !one.includes('/api/club/rule'))).toEqual([]);
  }, 60_000);
});

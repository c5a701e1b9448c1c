import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DrawRowView, DrawView } from '../../../shared/contract/draw.ts';
import { type AdminHouse, type AdminOf, lively, startAdmin, sticksOut } from './open-admin.ts';

let house: AdminHouse;
let admin: AdminOf;
beforeAll(async () => {
  house = await startAdmin();
  admin = await lively(house);
}, 120_000);
afterAll(() => house?.stop(), 60_000);

/** A day of next year, as a date field takes it. */
const nextYear = (monthAndDay: string) => `${new Date().getFullYear() + 1}-${monthAndDay}`;

describe('A merchant who draws prizes', () => {
  it('finds nothing yet, and is told beside the fields what a draw lacks', async () => {
    const { page, complaints } = await admin.open('/draws', 'No draw yet');
    await page.getByRole('link', { name: 'New draw' }).click();
    await page.getByRole('heading', { name: 'New prize draw' }).waitFor();
    await page.getByRole('button', { name: 'Open the draw' }).click();
    await page.getByText('Give the draw a name.').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('sees as one types among how many it is, opens it, and gives everybody the page that proves it', async () => {
    const { page, complaints } = await admin.open('/draws/new', 'New prize draw');
    await page.getByLabel('Name of the draw').fill('Christmas draw');
    await page.getByLabel('Prize', { exact: true }).fill('Bicycle');
    await page.getByLabel('Closes on').fill(nextYear('12-20'));
    await page.getByText(/^\d+ holders?$/).waitFor();
    await page.getByRole('button', { name: 'Open the draw' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Open the draw' }).click();
    await page.getByRole('heading', { name: 'Christmas draw' }).waitFor();
    await page.getByText('Opened, and the commitment published').waitFor();
    const [row] = await admin.merchant.get<readonly DrawRowView[]>('/api/draws');
    const draw = await admin.merchant.get<DrawView>(`/api/draws/${row?.id}`);
    await page.getByText(draw.commitment).waitFor();
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    const everybodys = await page.context().newPage();
    await everybodys.goto(draw.publicUrl);
    await everybodys.getByText(draw.commitment).waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('may cancel it until it is drawn, and is asked before', async () => {
    const [row] = await admin.merchant.get<readonly DrawRowView[]>('/api/draws');
    const { page, complaints } = await admin.open(`/draws/${row?.id}`, 'Christmas draw');
    await page.getByRole('button', { name: 'Cancel draw' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel draw' }).click();
    await page.getByText('Cancelled', { exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);
});

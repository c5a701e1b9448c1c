import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SimulationListView, SimulationView } from '../../../shared/contract/simulation.ts';
import { forEverybody } from '../../support/journey/drafts.ts';
import { eventually } from '../../support/merchant.ts';
import { type AdminHouse, type AdminOf, brandNew, lively, startAdmin, sticksOut, tabTo } from './open-admin.ts';

let house: AdminHouse;
let admin: AdminOf;
beforeAll(async () => {
  house = await startAdmin();
  admin = await lively(house);
}, 120_000);
afterAll(() => house?.stop(), 60_000);

const euro = (minor: number) =>
  `€${Math.floor(minor / 100).toLocaleString('en')}.${String(minor % 100).padStart(2, '0')}`;

/** The newest simulation once it has ended. */
const ended = async (): Promise<SimulationView> => {
  const { rows } = await admin.merchant.get<SimulationListView>('/api/simulations');
  const look = () => admin.merchant.get<SimulationView>(`/api/simulations/${rows[0]?.id}`);
  return eventually(look, ({ state }) => state !== 'waiting' && state !== 'running', 30_000);
};

describe('A merchant who asks what a program would have cost', () => {
  it('runs it over the shop’s own past, beside another one, and reads figures, charts and reasons', async () => {
    const { page, complaints } = await admin.open('/programs', 'Wholesale and retail');
    await page.getByRole('link', { name: 'Wholesale and retail' }).click();
    await page.getByRole('link', { name: 'Simulate' }).click();
    await page.getByRole('heading', { name: 'What to simulate' }).waitFor();
    await page.getByLabel('Compare with').selectOption({ label: 'The year counts, version 1' });
    await page.getByRole('button', { name: 'Simulate' }).click();
    await page.getByRole('heading', { name: 'Key figures' }).waitFor();
    const { results } = await ended();
    const figures = page.getByRole('table', { name: 'Key figures' });
    for (const result of results ?? []) await figures.getByText(euro(result.totals.discountMinor)).waitFor();
    await page.getByRole('img', { name: /^Cost of discounts by month\. Wholesale and retail, version 1: €/ }).waitFor();
    expect(await page.getByRole('img', { name: /at the end of each month/ }).count()).toBe(2);
    await page.getByText('25 orders over', { exact: false }).waitFor();
    const months = page.getByRole('table', { name: 'Month by month: Wholesale and retail, version 1' });
    expect(await months.getByRole('row').count()).toBe(1 + (results?.[0]?.months.length ?? 0));
    const places = page.getByRole('table', { name: 'By location and channel: Wholesale and retail, version 1' });
    await places.getByText('Till').waitFor();
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    await page.getByRole('link', { name: 'Simulate anew' }).click();
    await page.getByLabel('Compare with').locator('option:checked', { hasText: 'The year counts, version 1' }).waitFor({
      state: 'attached',
    });
    expect(complaints).toEqual([]);
  }, 60_000);

  it('comes to it from the wizard with what was typed, beside what runs', async () => {
    const { page, complaints } = await admin.open('/programs', 'The year counts');
    await page.getByRole('link', { name: 'The year counts' }).click();
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await page.getByRole('button', { name: /Check and publish$/ }).click();
    await page.getByRole('button', { name: 'Simulate', exact: true }).click();
    await page.getByRole('heading', { name: 'What to simulate' }).waitFor();
    await page.getByLabel('Compare with').filter({ hasText: 'The year counts, draft' }).waitFor();
    const chosen = (name: string) => page.getByLabel(name, { exact: true }).locator('option:checked').textContent();
    expect([await chosen('Program'), await chosen('Compare with')]).toEqual([
      'The year counts, version 1',
      'The year counts, draft',
    ]);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('finds it again after a reload, goes from who gains to the customer, and keeps the months as a file', async () => {
    const { id, results } = await ended();
    const { page, complaints } = await admin.open(`/simulations/${id}`, 'Key figures', 390);
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    const first = results?.[0]?.gains.top[0];
    await page
      .getByRole('link', { name: first?.name ?? '' })
      .first()
      .click();
    await page.getByRole('heading', { name: first?.name ?? '', level: 1 }).waitFor();
    const wide = await admin.open(`/simulations/${id}`, 'Key figures');
    const saved = wide.page.waitForEvent('download');
    await wide.page.getByRole('button', { name: 'More actions' }).click();
    await wide.page.getByRole('button', { name: 'Months as CSV', exact: true }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await saved).createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n');
    expect(lines[0]).toMatch(
      /^program,month,orders,amount,discount,returned,floor_saved,known_cost,known_amount,No card,/,
    );
    expect(lines).toHaveLength(1 + (results ?? []).reduce((sum, { months }) => sum + months.length, 0));
    expect([...complaints, ...wide.complaints]).toEqual([]);
  }, 60_000);

  it('starts and cancels one by the keyboard alone', async () => {
    const { page, complaints } = await admin.open('/simulations', 'What to simulate');
    // However quick it is, it is under way on the page until it is cancelled there, and cancelled ever after.
    let state: SimulationView['state'] = 'running';
    const told = (view: SimulationView) => ({ json: { ...view, state, results: null } });
    await page.route('**/api/simulations/sim_*', async (route) => {
      await route.fulfill(told((await (await route.fetch()).json()) as SimulationView));
    });
    await page.route('**/cancel', async (route) => {
      state = 'cancelled';
      await route.fulfill(told((await (await route.fetch()).json()) as SimulationView));
    });
    await tabTo(page, /^Simulate$/);
    await page.keyboard.press('Enter');
    await page.getByText('You may leave this page', { exact: false }).waitFor();
    await tabTo(page, /^Cancel simulation$/);
    await page.keyboard.press('Enter');
    await page.getByText('The simulation was cancelled.').first().waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('is told what a draft lacks, and in which days there is nothing', async () => {
    const draft = { ...forEverybody, name: 'Half done', levels: [] };
    const { id } = await admin.merchant.post<{ id: string }>('/api/programs', { draft });
    await ended();
    const { page, complaints } = await admin.open(`/simulations?program=${id}`, 'What to simulate');
    await page.getByRole('button', { name: 'Simulate' }).click();
    await page.getByText('“Half done” is not ready to be simulated').waitFor();
    await page.getByRole('link', { name: 'Edit the draft' }).waitFor();
    complaints.splice(0);
    await page.getByLabel('Program', { exact: true }).selectOption({ label: 'The year counts, version 1' });
    await page.getByLabel('Period').selectOption('days');
    await page.getByLabel('First day').fill('2001-01-01');
    await page.getByLabel('Last day').fill('2001-12-31');
    await page.getByRole('button', { name: 'Simulate' }).click();
    await page.getByText('No purchases in this period').waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('is told when one failed, with a number for support', async () => {
    const { id } = await ended();
    const { page, complaints } = await admin.open('/simulations', 'Simulations so far');
    await page.route(`**/api/simulations/${id}`, async (route) => {
      const view = (await (await route.fetch()).json()) as SimulationView;
      await route.fulfill({ json: { ...view, state: 'failed', results: null, errorId: 'err_4712' } });
    });
    await page.getByRole('table', { name: 'Simulations so far' }).getByRole('link').first().click();
    await page.getByText('This simulation failed').waitFor();
    await page.getByText('err_4712', { exact: false }).waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('of a new shop is told that there is nothing to run over yet', async () => {
    const fresh = await brandNew(house, 'no-past.myshopify.com');
    const { page, complaints } = await fresh.open('/simulations', 'No purchases yet');
    await page.getByRole('link', { name: 'Import past purchases' }).waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);
});

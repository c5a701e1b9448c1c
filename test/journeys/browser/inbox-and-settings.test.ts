import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SettingsView } from '../../../shared/contract/api.ts';
import { untilQuiet } from '../../support/journey/quiet.ts';
import { type AdminHouse, type AdminOf, brandNew, startAdmin, tabTo } from './open-admin.ts';

let house: AdminHouse;
let admin: AdminOf;
beforeAll(async () => {
  house = await startAdmin();
  admin = await brandNew(house, 'careful.myshopify.com');
}, 120_000);
afterAll(() => house?.stop(), 60_000);

const settings = () => admin.merchant.get<SettingsView>('/api/settings');

describe('The webhook inbox', () => {
  it('shows what could not be read, why, and the content, and works it through again on asking', async () => {
    const { sandbox } = house.journey;
    sandbox.delivery.send(admin.shop.domain, 'orders/create', '{"id": "not a number", "total": [}');
    sandbox.delivery.send(admin.shop.domain, 'orders/paid', '{"id": 7, "name": false}');
    await untilQuiet(house.journey, admin.shop.domain);
    const { page, complaints } = await admin.open('/', 'Needs attention');
    await page.getByText('2 deliveries from Shopify could not be read').waitFor();
    await page.getByRole('link', { name: 'See deliveries' }).click();
    const table = page.getByRole('table', { name: 'Webhook inbox' });
    await table.getByRole('row').nth(2).waitFor();
    await page.getByRole('link', { name: 'orders/paid' }).click();
    await page.getByRole('table', { name: 'What could not be read' }).getByText('name').waitFor();
    expect(await page.locator('pre').textContent()).toContain('"name": false');
    const [answer] = await Promise.all([
      page.waitForResponse(/\/replay$/),
      page.getByRole('button', { name: 'Replay' }).click(),
    ]);
    expect(await answer.json()).toMatchObject({ topic: 'orders/paid', state: 'filed' });
    await page.getByText('The delivery is being worked on again.').first().waitFor();
    await page.getByText('Not understood').waitFor();
    await page.getByRole('table', { name: 'What could not be read' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says so when a tab is empty', async () => {
    const { page, complaints } = await admin.open('/inbox?states=failed', 'Nothing here');
    await page
      .getByRole('tab', { name: /^Not understood \(2\)/ })
      .filter({ visible: true })
      .waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('Settings', () => {
  it('show what Shopify decides, keep a margin once saved, and ask before unsaved work is lost', async () => {
    const { page, complaints } = await admin.open('/settings', 'Margin floor');
    const { timeZone, currency } = await settings();
    for (const value of [admin.shop.domain, timeZone, currency]) await page.getByText(value, { exact: true }).waitFor();
    await page.getByLabel('Keep a margin').check();
    await page.getByLabel('At least this margin above unit cost').fill('12.5');
    await page.getByRole('link', { name: 'Cards', exact: true }).click();
    const leave = page.getByRole('dialog', { name: 'Leave without saving?' });
    await leave.getByRole('button', { name: 'Stay' }).click();
    await leave.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('The settings were saved.').first().waitFor();
    expect(await settings()).toMatchObject({ floorOn: true, marginPercent: '12.5' });
    await page.getByRole('link', { name: 'Cards', exact: true }).click();
    await page.getByRole('heading', { name: 'Cards', level: 1 }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('say beside the field what is wrong, and keep what was typed', async () => {
    const { page, complaints } = await admin.open('/settings', 'Margin floor');
    const margin = page.getByLabel('At least this margin above unit cost');
    await margin.fill('lots');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.locator('.Polaris-InlineError').waitFor();
    expect(await margin.inputValue()).toBe('lots');
    expect((await settings()).marginPercent).toBe('12.5');
    expect(complaints).toEqual([expect.stringContaining('400')]);
  });

  it('change the signing key only after asking', async () => {
    const { page, complaints } = await admin.open('/settings', 'Signing key');
    await page.getByRole('button', { name: 'Change signing key' }).click();
    await page.getByRole('button', { name: 'Change key' }).click();
    await page.getByText('The signing key was changed.').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('A screen whose answer does not come', () => {
  it('shows its shape while it loads, says what failed, and tries again on asking', async () => {
    const { page, complaints } = await admin.open('/', 'Key figures');
    let isAway = true;
    await page.route('**/api/customers?**', async (route) => {
      if (!isAway) return route.continue();
      await page.getByRole('status', { name: 'Loading' }).waitFor();
      await route.fulfill({ status: 503, json: { code: 'unavailable', errorId: 'err_4711' } });
    });
    await page.getByRole('link', { name: 'Customers', exact: true }).click();
    const failed = page.getByRole('alert');
    await failed.getByText('The server cannot do this right now.', { exact: false }).waitFor();
    await failed.getByText('err_4711', { exact: false }).waitFor();
    isAway = false;
    await tabTo(page, /^Try again$/);
    await page.keyboard.press('Enter');
    await page.getByText('Your customers will appear here').waitFor();
    expect(complaints).toEqual([expect.stringContaining('503')]);
  });

  it('says that the server cannot be reached while the app is down, and goes on once it is back', async () => {
    const { page, complaints } = await admin.open('/', 'Key figures');
    // Every screen's file has come by then.
    await page.waitForFunction(() => performance.getEntriesByName('screens-fetched').length > 0);
    await house.journey.app.stop();
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByText('The server could not be reached.', { exact: false }).waitFor();
    await house.journey.app.start();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Margin floor').waitFor();
    expect(complaints.filter((complaint) => !complaint.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  }, 60_000);

  it('knows an address that does not exist', async () => {
    const { page, complaints } = await admin.open('/nowhere', 'There is no such page');
    await page.getByRole('link', { name: 'Go to Home' }).click();
    await page.getByText('Key figures').waitFor();
    expect(complaints).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CustomerListView } from '../../../shared/contract/api.ts';
import { untilQuiet } from '../../support/journey/quiet.ts';
import { type AdminHouse, type AdminOf, addressOf, lively, startAdmin, sticksOut, tabTo } from './open-admin.ts';

let house: AdminHouse;
let admin: AdminOf;
let richest: CustomerListView['rows'][number];
beforeAll(async () => {
  house = await startAdmin();
  admin = await lively(house);
  const { rows } = await admin.merchant.get<CustomerListView>('/api/customers?order=spent&max=1');
  if (rows[0] === undefined) throw new Error('the demo has customers');
  richest = rows[0];
}, 120_000);
afterAll(() => house?.stop(), 60_000);

describe('The merchant', () => {
  it('finds on Home how far the set-up is, the key figures, and what needs attention', async () => {
    const { page, complaints } = await admin.open('/', 'Key figures');
    expect(await page.getByText('4 of 5 steps done').count()).toBe(1);
    await page.getByRole('heading', { name: 'Let shoppers type their card number' }).waitFor();
    expect(await page.locator('.kit-figures').textContent()).toMatch(/Customers60With a card11/);
    await page.getByRole('img', { name: /^Revenue €[\d,.]+/ }).waitFor();
    await page.getByText('Show as a table').click();
    expect(await page.getByRole('table', { name: 'Last 30 days' }).getByRole('row').count()).toBe(31);
    await page.getByRole('link', { name: 'See customers' }).first().click();
    await page.getByText('To be completed').filter({ visible: true }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('states')).toBe('check');
    expect(complaints).toEqual([]);
  });

  it('is shown round by the menu of the admin that the app stands in', async () => {
    const { page, complaints } = await admin.open('/', 'Key figures');
    await page.goto(`${house.journey.sandbox.url()}/admin/${admin.shop.domain}`);
    const app = page.frameLocator('iframe.app');
    await app.getByText('Key figures').waitFor();
    for (const name of ['Customers', 'Programs', 'Simulation', 'Cards', 'Webhook inbox', 'Settings']) {
      await page.getByRole('link', { name, exact: true }).click();
      await app.getByRole('heading', { name, level: 1 }).waitFor();
      expect(await page.locator('[data-app-menu] [aria-current=page]').textContent()).toBe(name);
    }
    expect(page.url()).toMatch(/\/settings$/);
    expect(complaints).toEqual([]);
  });

  it('finds customers while typing, narrows by filters, and comes back to the same list', async () => {
    const { page, complaints } = await admin.open('/customers', 'Last purchase');
    const table = page.getByRole('table', { name: 'Customers' });
    const search = page.getByRole('searchbox', { name: /Search by name/ });
    await search.pressSequentially(richest.email ?? '', { delay: 5 });
    await table.getByRole('row').nth(2).waitFor({ state: 'detached' });
    expect(await table.getByRole('rowheader').allTextContents()).toEqual([richest.name]);
    await table.getByRole('link', { name: richest.name }).click();
    await page.getByRole('heading', { name: richest.name, level: 1 }).waitFor();
    await page.goBack();
    await table.waitFor();
    expect(await search.inputValue()).toBe(richest.email);
    await search.fill('nobody of this name');
    await page.getByText('No customer matches').waitFor();
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await table.getByRole('row').nth(20).waitFor();
    await page.getByLabel('Has').selectOption('card');
    await table.getByRole('row').nth(12).waitFor({ state: 'detached' });
    expect(await table.getByRole('row').count()).toBe(1 + 11);
    expect(complaints).toEqual([]);
  });

  it('turns the pages of the list by the keyboard alone, forth and back', async () => {
    const { page, complaints } = await admin.open('/customers?order=surname', 'Last purchase');
    const names = () => page.getByRole('table', { name: 'Customers' }).getByRole('rowheader').allTextContents();
    const first = await names();
    await tabTo(page, /^Next/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/after=/);
    await page.getByRole('rowheader', { name: first[0] ?? '' }).waitFor({ state: 'detached' });
    const second = await names();
    expect([first.length, second.length]).toEqual([25, 25]);
    expect(second.filter((name) => first.includes(name))).toEqual([]);
    await tabTo(page, /^Previous/);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.searchParams.has('after'));
    await page.getByRole('rowheader', { name: first[0] ?? '' }).waitFor();
    expect(await names()).toEqual(first);
    expect(complaints).toEqual([]);
  });

  it('reads in a customer’s tabs what was bought, brought back and handed over, and why', async () => {
    const { page, complaints } = await admin.open(`/customers/${richest.id}`, 'Usual interval');
    await page.getByText('Wholesale and retail').first().waitFor();
    const tab = (name: string) => page.getByRole('tab', { name }).filter({ visible: true }).click();
    await tab('Sales');
    await page.getByRole('button', { name: 'Show lines' }).first().click();
    await page.getByRole('table', { name: /^Lines of #/ }).waitFor();
    const why = page.getByRole('button', { name: /^Why the discount of order/ }).first();
    await why.focus();
    await page.route('**/explanation', (route) => route.abort());
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^The discount of order #/ });
    await dialog.getByText('This could not be loaded').waitFor();
    complaints.splice(0);
    await page.unroute('**/explanation');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.getByText('No discount of ours was owed, and none was taken.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await why.and(page.locator(':focus')).waitFor();
    await tab('Returns');
    await page
      .getByRole('heading', { name: /^Order #/ })
      .first()
      .waitFor();
    await tab('Instruments');
    await page.getByRole('heading', { name: 'Cards now' }).waitFor();
    expect(await page.getByRole('heading', { name: /^\d{13}$/ }).textContent()).toBe(richest.cards[0]);
    await tab('Journal');
    await page.getByText(`Card ${richest.cards[0]} was handed over`).waitFor();
    expect(page.url()).toMatch(/\/journal\?/);
    expect(complaints).toEqual([]);
  });

  it('sees a new order and its return in the journal, with the reason in words', async () => {
    const { shop } = admin;
    const customer = shop.createCustomer({ firstName: 'Ada', lastName: 'Cloud', email: 'ada.cloud@example.test' });
    await untilQuiet(house.journey, shop.domain);
    const [variant] = shop.products().find(({ title }) => title === 'Hand mill')?.variants ?? [];
    const order = shop.placeOrder({
      customerId: customer.id,
      lines: [{ variantId: variant?.id ?? null, quantity: 3 }],
    });
    await untilQuiet(house.journey, shop.domain);
    const { page, complaints } = await admin.open('/customers', 'Last purchase');
    await page.getByRole('link', { name: 'Ada Cloud' }).click();
    await page.getByRole('tab', { name: 'Journal' }).filter({ visible: true }).click();
    const paid = page.getByRole('listitem').filter({ hasText: `Order ${order.name} of €267.00 was paid` });
    await paid.getByText('Bronze reached: 2%').waitFor();
    const [line] = order.lines;
    shop.refund(order.id, { lines: [{ lineId: line?.id ?? 0, quantity: 1 }] });
    await untilQuiet(house.journey, shop.domain);
    await page.reload();
    const returned = page.getByRole('listitem').filter({ hasText: `A refund of order ${order.name} took €89.00 away` });
    await returned.getByText('no level and no discount any more').waitFor();
    expect(complaints).toEqual([]);
  });

  it('is told beside the field what is wrong, and loses nothing typed by a click', async () => {
    const { page, complaints } = await admin.open('/customers/new', 'New customer');
    await page.getByLabel('Surname').fill('Fable');
    await page.getByLabel('E-mail').fill('not an address');
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.locator('.Polaris-InlineError').first().waitFor();
    complaints.splice(0);
    await page.getByRole('link', { name: 'Programs' }).click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click();
    expect(await page.getByLabel('Surname').inputValue()).toBe('Fable');
    await page.getByLabel('E-mail').fill('fable@example.test');
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.getByRole('heading', { name: 'Fable', level: 1 }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('can work on a phone: nothing sticks out at the side', async () => {
    const { page, complaints } = await admin.open('/', 'Key figures', 390);
    const screens = [
      ['/customers', 'Customers'],
      [`/customers/${richest.id}`, 'Usual interval'],
      [`/customers/${richest.id}/sales`, 'Show lines'],
      ['/programs', 'Programs'],
      ['/programs/new', 'Start from'],
      ['/cards', 'Cards'],
      ['/settings', 'Margin floor'],
      ['/inbox', 'Webhook inbox'],
      [`/customers/${richest.id}/journal`, 'Why is the discount what it is? Newest first, each line with its cause.'],
    ] as const;
    expect(await sticksOut(page)).toBe(0);
    for (const [path, says] of screens) {
      const address = new URL(page.url());
      address.pathname = path;
      await page.goto(address.href);
      await page.getByText(says, { exact: true }).filter({ visible: true }).first().waitFor();
      expect([path, await sticksOut(page)]).toEqual([path, 0]);
    }
    const tab = await page.getByRole('tab', { name: 'Journal' }).filter({ visible: true }).boundingBox();
    const heading = await page.getByRole('heading', { name: richest.name, level: 1 }).boundingBox();
    expect([(tab?.x ?? 0) + (tab?.width ?? 0) <= 390, heading?.x]).toEqual([true, 16]);
    expect(complaints).toEqual([]);
  });
});

describe('A shopper', () => {
  it('types a card number, sees what it saves, pays and brings some back; the merchant reads why', async () => {
    const { rows } = await admin.merchant.get<CustomerListView>('/api/customers?order=spent&has=card&max=3');
    const [, , holder] = rows;
    const { page, complaints } = await admin.open('/', 'Let shoppers type their card number');
    const storefront = `${house.journey.sandbox.url()}/shops/${admin.shop.domain}/`;
    await page.goto(storefront);
    await page.getByRole('link', { name: 'Hand mill' }).first().click();
    await page.getByLabel('Quantity').fill('2');
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.locator('[data-total]').getByText('€178.00').waitFor();
    await page.getByPlaceholder('13 digits').fill(holder?.cards[0] ?? '');
    await page.getByRole('button', { name: 'Use card' }).click();
    await page.getByText('Your discount: 8 %').first().waitFor();
    await page.locator('[data-total]').getByText('€163.76').waitFor();

    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('E-mail').fill('a.stranger@example.test');
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.getByText('Thank you').waitFor();
    await page.getByRole('link', { name: /this order in the shop/ }).click();
    await page.getByRole('spinbutton', { name: /Hand mill/ }).fill('1');
    await page.getByRole('button', { name: 'Refund' }).click();
    await untilQuiet(house.journey, admin.shop.domain);

    await page.goto(addressOf(house.journey.app.url, admin.shop.domain, `/customers/${holder?.id}/sales`));
    await page.getByText(`Card ${holder?.cards[0]}`).first().waitFor();
    await page.getByText('€14.24').first().waitFor();
    await page
      .getByRole('button', { name: /^Why the discount of order/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: /^The discount of order #/ });
    await dialog.getByText('€14.24 were taken, as promised.').waitFor();
    expect(await dialog.getByRole('table', { name: 'Line by line' }).getByRole('row').count()).toBe(2);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Journal' }).filter({ visible: true }).click();
    const paid = page.getByRole('listitem').filter({ hasText: /Order #\d+ of €163.76 was paid/ });
    await paid.getByRole('button', { name: /^Why the discount/ }).click();
    await dialog.getByText('House guest gives 8%').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^A refund of order #\d+ took €81.88 away$/).waitFor();
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await page.getByText('Key figures').waitFor();
    expect(await page.getByText('Set-up guide').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

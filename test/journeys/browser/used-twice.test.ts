import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CustomerListView } from '../../../shared/contract/api.ts';
import { rewardText } from '../../../shared/domain/quote/reward-sign.ts';
import { theEleventh } from '../../support/journey/drafts.ts';
import { emit, publish } from '../../support/journey/open-shop.ts';
import { untilQuiet } from '../../support/journey/quiet.ts';
import { type AdminHouse, type AdminOf, brandNew, startAdmin, sticksOut } from './open-admin.ts';

const SHOP = 'twice.myshopify.com';

let house: AdminHouse;
let admin: AdminOf;
let ada = 0;
let pot = 0;
beforeAll(async () => {
  house = await startAdmin();
  admin = await brandNew(house, SHOP);
  const { shop, merchant } = admin;
  pot = shop.addProduct({ title: 'Pot', variants: [{ priceMinor: 30_000 }] }).variants[0]?.id ?? 0;
  ada = shop.createCustomer({ firstName: 'Ada', lastName: 'Holder', email: 'ada@example.test' }).id;
  const program = await publish(merchant, theEleventh);
  const [card = ''] = await emit(merchant, program.id, 1);
  await quiet();
  const { rows } = await merchant.get<CustomerListView>('/api/customers?search=ada');
  await merchant.post(`/api/cards/${card}/link`, { customerId: rows[0]?.id });
  await quiet();
}, 120_000);
afterAll(() => house?.stop(), 60_000);

const quiet = () => untilQuiet(house.journey, SHOP);

/** An order of so many pots; `rewarded`: the first was given for nothing, as checkout told it. */
async function buy(quantity: number, isRewarded: boolean): Promise<string> {
  const title = rewardText('Your {percent} as a regular', 10, 1);
  const application = { type: 'automatic', title, code: null, valueType: 'fixed_amount', value: '300.00' } as const;
  const how = { allocationMethod: 'across', targetSelection: 'entitled', targetType: 'line_item' } as const;
  const discounts = isRewarded ? [{ application: 0, amountMinor: 30_000 }] : [];
  const order = admin.shop.placeOrder({
    customerId: ada,
    lines: [{ variantId: pot, quantity, discounts }],
    applications: isRewarded ? [{ ...application, ...how }] : [],
  });
  await quiet();
  return order.name;
}

describe('A merchant whose customer used one reward in two carts', () => {
  it('finds it under what needs attention, and from there the very order', async () => {
    await buy(10, false);
    await buy(1, true);
    const second = await buy(1, true);
    const { page, complaints } = await admin.open('/', 'Needs attention');
    await page.getByText('Two orders of 1 customer used the same reward').waitFor();
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
    await page.locator('.kit-row', { hasText: 'used the same reward' }).getByRole('link').click();
    await page.getByRole('link', { name: 'Ada Holder' }).click();
    await page.getByRole('tab', { name: 'Sales' }).click();
    await page.getByText('This order used a reward that another order had used already.').waitFor();
    expect(await page.getByText('This order used a reward').count()).toBe(1);
    await page.getByRole('heading', { name: second }).waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);
});

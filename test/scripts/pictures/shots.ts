import type { FrameLocator, Page } from 'playwright-core';
import type { DemoHouse } from './start-demo-house.ts';
import type { ToldCustomer } from './told-customer.ts';

type Scene = { readonly page: Page; readonly house: DemoHouse; readonly told: ToldCustomer };
type Shot = { readonly name: string; readonly set: (scene: Scene) => Promise<void> };

/** The app inside the sandbox's admin, once what `says` is there. */
async function openAdmin({ page, house }: Scene, path: string, says: string): Promise<FrameLocator> {
  await page.goto(`${house.sandbox.url()}/admin/${house.shop}${path}`);
  const app = page.frameLocator('iframe.app');
  await app.getByText(says).first().waitFor();
  return app;
}

async function addToCart({ page, house }: Scene, title: string): Promise<void> {
  const storefront = `${house.sandbox.url()}/shops/${house.shop}/`;
  await page.goto(storefront);
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('heading', { name: 'Your cart' }).waitFor();
}

/** What is shown where; the order matters only in that the cart is filled before it is looked at. */
export const shots: readonly Shot[] = [
  { name: 'home', set: async (scene) => void (await openAdmin(scene, '', 'Key figures')) },
  {
    name: 'customer',
    set: async (scene) => void (await openAdmin(scene, `/customers/${scene.told.id}`, 'Usual interval')),
  },
  {
    name: 'journal',
    set: async (scene) => void (await openAdmin(scene, `/customers/${scene.told.id}/journal`, 'was paid')),
  },
  {
    name: 'wizard',
    set: async (scene) => {
      const app = await openAdmin(scene, '/programs/new', 'Wholesale and retail');
      await app.getByRole('button', { name: 'Wholesale and retail' }).click();
      await app.getByLabel('Name', { exact: true }).fill('Regulars card');
      await app.getByRole('button', { name: '2. Reward' }).click();
      await app.getByRole('table', { name: 'Example' }).waitFor();
      await app.getByLabel('Name of the level').first().waitFor();
    },
  },
  {
    name: 'cards',
    set: async (scene) => {
      const app = await openAdmin(scene, '/cards', 'First run');
      await app.getByRole('link', { name: 'First run' }).click();
      await app.getByRole('link', { name: scene.told.cardNumber }).waitFor();
    },
  },
  {
    name: 'cart',
    set: async (scene) => {
      for (const title of ['House espresso, 1 kg', 'Pot for two', 'Hand mill']) await addToCart(scene, title);
      await scene.page.locator('[data-regulars-card] input').fill(scene.told.cardNumber);
      await scene.page.getByRole('button', { name: 'Use card' }).click();
      await scene.page.locator('.reason').first().waitFor();
    },
  },
  {
    name: 'till',
    set: async ({ page, house, told }) => {
      await page.goto(`${house.sandbox.url()}/shops/${house.shop}/till`);
      for (const title of ['House espresso, 1 kg', 'Moka pot, three cups']) {
        await page.getByRole('button', { name: title }).first().click();
        await page.locator('.till-lines').getByText(title).waitFor();
      }
      await page.locator('[data-scan]').fill(told.cardNumber);
      await page.keyboard.press('Enter');
      await page.locator('.reason').first().waitFor();
    },
  },
];

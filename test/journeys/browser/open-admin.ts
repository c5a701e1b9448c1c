import type { Browser, Page } from 'playwright-core';
import { DEMO_SHOP, seedDemo } from '../../sandbox/seed/seed-demo.ts';
import type { ShopWorld } from '../../sandbox/world/shop-world.ts';
import { setUpDemoShop } from '../../scripts/demo/set-up-demo-shop.ts';
import { launchBrowser, openPage } from '../../support/browser.ts';
import { openShop } from '../../support/journey/open-shop.ts';
import { type Journey, startJourney } from '../../support/journey/start-journey.ts';
import type { Merchant } from '../../support/merchant.ts';

const QUICK_MS = 10_000;

/** The whole product with a browser in front of it. */
export type AdminHouse = {
  readonly journey: Journey;
  readonly browser: Browser;
  readonly stop: () => Promise<void>;
};

/** One shop as its merchant sees it. */
export type AdminOf = {
  readonly shop: ShopWorld;
  readonly merchant: Merchant;
  /** Opens a screen of the app in a window of its own and waits for its heading or text. */
  readonly open: (path: string, says: string, width?: number) => Promise<Seen>;
};

export type Seen = {
  readonly page: Page;
  /** What the page complained of; a test expects none but what it provoked. */
  readonly complaints: string[];
};

export async function startAdmin(): Promise<AdminHouse> {
  const journey = await startJourney();
  const browser = await launchBrowser();
  const stop = async (): Promise<void> => {
    await browser.close();
    await journey.stop();
  };
  return { journey, browser, stop };
}

/** The demo's lively shop: sixty people, fourteen months, two programs, a series of cards. */
export async function lively(house: AdminHouse): Promise<AdminOf> {
  const shop = seedDemo(house.journey.sandbox.world);
  const merchant = house.journey.merchant(DEMO_SHOP);
  await setUpDemoShop(merchant, () => undefined);
  return adminOf(house, { shop, merchant });
}

/** A shop whose merchant has just taken the app. */
export const brandNew = async (house: AdminHouse, domain: string): Promise<AdminOf> =>
  adminOf(house, await openShop(house.journey, { domain }));

function adminOf({ journey, browser }: AdminHouse, opened: Pick<AdminOf, 'shop' | 'merchant'>): AdminOf {
  return {
    ...opened,
    open: async (path, says, width = 1280) => {
      const seen = await openPage(browser, width);
      seen.page.setDefaultTimeout(QUICK_MS);
      await goTo(seen.page, addressOf(journey.app.url, opened.shop.domain, path), says);
      return seen;
    },
  };
}

/** The app's own page, as Shopify's admin loads it into its frame. */
export function addressOf(appUrl: string, shop: string, path: string): string {
  const address = new URL(path, appUrl);
  address.searchParams.set('shop', shop);
  address.searchParams.set('host', Buffer.from(`admin.shopify.com/store/${shop}`).toString('base64url'));
  return address.href;
}

async function goTo(page: Page, address: string, says: string): Promise<void> {
  await page.goto(address);
  await page.getByText(says, { exact: true }).filter({ visible: true }).first().waitFor();
}

/** How far a page can be pushed sideways, in pixels; nothing of ours may stick out. */
export const sticksOut = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Presses Tab until something is in focus that says this; throws when it is never reached. */
export async function tabTo(page: Page, says: RegExp, pressesMax = 60): Promise<void> {
  for (let press = 0; press < pressesMax; press += 1) {
    await page.keyboard.press('Tab');
    if (says.test(await page.evaluate(inFocus))) return;
  }
  throw new Error(`${String(says)} is not reached by ${pressesMax} presses of Tab`);
}

/** In the page: what is in focus, as a screen reader would name it. */
function inFocus(): string {
  const element = document.activeElement;
  if (element === null) return '';
  const named = element.getAttribute('aria-label') ?? '';
  const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '';
  return `${named} ${label} ${element.textContent ?? ''}`.trim();
}

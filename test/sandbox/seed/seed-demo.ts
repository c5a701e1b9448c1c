import type { ShopWorld } from '../world/shop-world.ts';
import type { World } from '../world/world.ts';
import { demoGoods } from './demo-goods.ts';
import { generatePast } from './generate-past.ts';
import { seededDice } from './seeded.ts';

export const DEMO_SHOP = 'cup-and-pot.myshopify.com';

const SEED = 20_261;
const DAYS = 420;
const PEOPLE = 60;
const ORDERS = 420;

/** One lively invented shop with fourteen months behind it. Already there: left as it is. */
export function seedDemo(world: World): ShopWorld {
  const known = world.findShop(DEMO_SHOP);
  if (known !== null) return known;
  const until = world.clock.now();
  const openedAt = until - (DAYS + 30) * 86_400_000;
  const shop = world.addShop({
    domain: DEMO_SHOP,
    name: 'Cup & Pot',
    presentmentCurrencies: [{ code: 'CZK', rate: '25.1' }],
    locations: [{ name: 'Corner shop', city: 'Berlin' }],
    installed: false,
    createdAt: openedAt,
  });
  for (const good of demoGoods) shop.addProduct({ ...good, at: openedAt });
  generatePast(shop, { customers: PEOPLE, orders: ORDERS, days: DAYS, until: until - 3_600_000 }, seededDice(SEED));
  shop.install();
  return shop;
}

import type { StoredCode } from '../../server/app/ports/code-store.ts';
import type { CustomerId, ProductId } from '../../shared/domain/ids.ts';
import type { OfferGives } from '../../shared/domain/offer/offer.ts';
import { writeRewardRules } from '../../shared/domain/offer/reward-rules.ts';
import { seedShop } from '../http/seed-shop.ts';
import { gid } from '../sandbox/world/gid.ts';
import type { ShopWorld } from '../sandbox/world/shop-world.ts';
import type { TestApp } from '../support/app.ts';
import { giftOf, oweRewards, percentOnce } from '../support/owe.ts';
import { type OpenPages, SHOP, setAppMetafield } from './open-pages.ts';

export type RewardStage = {
  readonly card: string;
  readonly codes: readonly StoredCode[];
  readonly grinder: number;
  readonly cup: number;
};

/** A code discount in the sandbox's books with one code that may be used once. */
function keepCode({ state, context }: ShopWorld, { code, gives }: StoredCode): void {
  const id = context.nextId();
  const combinesWith = { orderDiscounts: false, productDiscounts: true, shippingDiscounts: true };
  const handle = gives.kind === 'gift' ? 'regulars-gift' : 'regulars-reward';
  const when = { startsAt: 0, endsAt: null, createdAt: 0, updatedAt: 0 };
  const codes = [{ id: context.nextId(), code, used: 0 }];
  const common = { id, title: 'Regulars', functionHandle: handle, classes: ['PRODUCT'] as const, combinesWith };
  state.codeDiscounts.set(id, { ...common, ...when, usageLimit: 1, codes });
}

function setRules(shop: ShopWorld, gives: OfferGives, code: string): void {
  const discount = shop.codeDiscounts().find(({ codes }) => codes.some((each) => each.code === code));
  const rules = writeRewardRules({ gives, currency: 'EUR', marginBp: 500, floorOn: false });
  setAppMetafield(shop, gid('DiscountCodeNode', discount?.id ?? 0), 'reward', JSON.parse(rules));
}

/** A holder with two rewards, 5 % once and a cup for nothing, whose codes the app and its Shopify know. */
export async function stageRewards(app: TestApp, { shop }: OpenPages): Promise<RewardStage> {
  const { card, customer } = await seedShop(app, SHOP);
  await app.as(SHOP).post(`/api/cards/${card}/link`, { customerId: customer });
  const [grinder, cup] = [
    shop.addProduct({ title: 'Grinder', variants: [{ priceMinor: 20_000 }] }),
    shop.addProduct({ title: 'Cup', variants: [{ priceMinor: 1_500 }] }),
  ];
  const named = {
    id: String(cup.id) as ProductId,
    title: 'Cup',
    status: 'active',
    imageUrl: null,
    price: null,
  } as const;
  app.shopify.at(app.shop(SHOP)).products = [named];
  const given = [percentOnce(500), giftOf(String(cup.id))];
  const codes = await oweRewards(app, app.shopify, app.shop(SHOP), customer as CustomerId, given, app.skip);
  for (const code of codes) {
    keepCode(shop, code);
    setRules(shop, code.gives, code.code);
  }
  return { card, codes, grinder: grinder.variants[0]?.id ?? 0, cup: cup.variants[0]?.id ?? 0 };
}

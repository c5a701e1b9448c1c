import { setUp, type World } from '../set-up.ts';

/** A world in which Shopify knows a shop that we have never seen. */
export async function unseenShop(): Promise<World> {
  const world = await setUp();
  await world.stores.shops.eraseShop(world.shop);
  return world;
}

/** All that is kept of the shop as a whole, here and at Shopify; what came by chance is told by whether both agree. */
export async function shopState({ stores, shop, admin }: World) {
  const known = await stores.shops.find(shop);
  const inShopify = admin.at(shop);
  const rules = [...inShopify.rules.values()];
  return {
    shop:
      known === null
        ? null
        : { ...known, cardPrefix: known.cardPrefix.length, entitlementKeys: known.entitlementKeys.length },
    keysAgree: rules.every((each) => JSON.stringify(each.keys) === JSON.stringify(known?.entitlementKeys)),
    rules: rules.map(({ keys, ...rest }) => ({ ...rest, keys: keys.length })),
    discounts: inShopify.discounts,
    imports: (await stores.imports.all(shop)).map(({ kind, state }) => ({ kind, state })),
    session: await stores.sessions.load(shop),
  };
}

import express, { type Express } from 'express';
import type { Mailbox } from '../sandbox/mailbox/start-mailbox.ts';
import { createSandboxPages } from '../sandbox/pages/create-pages.ts';
import type { DeployedFunction } from '../sandbox/storefront/run-discounts.ts';
import { createDelivery } from '../sandbox/webhooks/create-delivery.ts';
import { createSentLog } from '../sandbox/webhooks/sent-webhook.ts';
import type { ShopWorld } from '../sandbox/world/shop-world.ts';
import type { Metafield } from '../sandbox/world/things.ts';
import { createWorld } from '../sandbox/world/world.ts';
import { sessionToken, TEST_KEY, TEST_SECRET } from '../support/signing.ts';

export const SHOP = 'bakery.myshopify.com';

export type OpenPages = {
  readonly app: Express;
  readonly shop: ShopWorld;
  readonly root: string;
  /** Sets the clock of the shop; null lets it go on. */
  readonly setClock: (at: number | null) => void;
};

export type OpenOptions = {
  readonly appUrl?: string;
  readonly mailbox?: Mailbox;
  readonly deployed?: DeployedFunction | readonly DeployedFunction[];
  /** What the app answers to webhooks. */
  readonly answers?: number;
};

/** The pages over a world with one shop, as the sandbox puts them together, without anybody listening to webhooks. */
export function openPages({ appUrl = 'http://127.0.0.1:9', mailbox, deployed, answers = 200 }: OpenOptions): OpenPages {
  const world = createWorld();
  const currencies = [{ code: 'JPY', rate: '160.0' }];
  const shop = world.addShop({ domain: SHOP, name: 'Bakery & Sons', presentmentCurrencies: currencies });
  const sent = createSentLog();
  const delivery = createDelivery({
    stateOf: (domain) => world.shop(domain).state,
    target: { url: appUrl, apiSecret: TEST_SECRET },
    post: async () => answers,
    chance: () => 0.5,
    now: world.clock.now,
    record: sent.add,
  });
  world.listen(delivery.tell);
  const pages = createSandboxPages(
    {
      world,
      app: { url: appUrl, apiKey: TEST_KEY, apiSecret: TEST_SECRET },
      url: () => 'http://127.0.0.1:9',
      dataDir: null,
      sessionToken: (domain) => sessionToken(domain),
      delivery,
      sent: sent.list,
      complaints: [],
    },
    { mailbox: mailbox ?? null, ...(deployed === undefined ? {} : { deployed: [deployed].flat() }) },
  );
  return { app: express().use(pages), shop, root: `/shops/${SHOP}/`, setClock: world.clock.set };
}

/** The one automatic discount of the app in the shop, active since ever, with a metafield of its own. */
export function addDiscount(
  { state, context }: ShopWorld,
  change: Partial<{ endsAt: number; handle: string }> = {},
): number {
  const id = context.nextId();
  state.discounts.set(id, {
    id,
    title: 'Regulars',
    functionHandle: change.handle ?? 'regulars-discount',
    classes: ['PRODUCT'],
    combinesWith: { orderDiscounts: true, productDiscounts: false, shippingDiscounts: true },
    startsAt: 0,
    endsAt: change.endsAt ?? null,
    createdAt: 0,
    updatedAt: 0,
  });
  return id;
}

/** Sets one of the app's own metafields. */
export const setAppMetafield = (shop: ShopWorld, owner: string, key: string, value: unknown): Metafield =>
  shop.setMetafield({ owner, namespace: '$app', key, type: 'json', value: JSON.stringify(value) });

type Line = { readonly id: string };
type Input = {
  readonly cart: { readonly lines: readonly Line[]; readonly attribute: { readonly value: string } | null };
};

const QUERY = `query Input { cart { attribute(key: "_regulars") { value } lines { id } } }`;

/** A Function of one line: 3 % on every line of a cart that carries a statement, with its value as the message. */
export const threePercent: DeployedFunction = {
  handle: 'regulars-discount',
  inputQuery: async () => QUERY,
  bundle: async () => '',
  run: async (_bundle, input) => {
    const { cart } = input as Input;
    const { attribute } = cart;
    if (attribute === null) return { operations: [] };
    const candidates = cart.lines.map(({ id }) => ({
      targets: [{ cartLine: { id } }],
      value: { percentage: { value: '3' } },
      message: attribute.value,
    }));
    return { operations: [{ productDiscountsAdd: { selectionStrategy: 'ALL', candidates } }] };
  },
};

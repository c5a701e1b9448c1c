import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdminApi } from './admin-api/create-admin-api.ts';
import { createAppProxy } from './door/app-proxy.ts';
import { createTokenFor } from './door/session-token.ts';
import { createTokenRoutes } from './door/token-routes.ts';
import { type Mailbox, startMailbox } from './mailbox/start-mailbox.ts';
import { createSandboxPages } from './pages/create-pages.ts';
import { createReplayRoutes } from './replay/replay-routes.ts';
import type { AppIdentity, Sandbox, SandboxContext } from './sandbox.ts';
import { seededDice } from './seed/seeded.ts';
import { createSandboxServer, type SandboxServer } from './server.ts';
import { createCarts } from './storefront/carts.ts';
import { createDelivery } from './webhooks/create-delivery.ts';
import { createPost } from './webhooks/post.ts';
import { createSentLog } from './webhooks/sent-webhook.ts';
import { createWorldSaver, loadWorld } from './world/save-world.ts';
import { createWorld, type World } from './world/world.ts';

export type SandboxOptions = {
  readonly app: AppIdentity;
  /** 0 or left out: any that is free. */
  readonly port?: number;
  /** Where the mailbox listens for letters; left out: the sandbox has none. */
  readonly mailPort?: number;
  /** What must outlive a start is kept here; left out: nothing is. */
  readonly dataDir?: string;
  readonly now?: () => number;
  /** Of the chances of webhooks that come twice, late, shuffled or never. */
  readonly seed?: number;
};

/** A local Shopify, good enough that the app cannot tell, on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { app, dataDir = null } = options;
  const state = dataDir === null ? null : loadWorld(dataDir);
  const world = createWorld({ ...(state === null ? {} : { state }), ...(options.now ? { now: options.now } : {}) });
  const saver = createWorldSaver(world.state, dataDir);
  const sent = createSentLog();
  const post = createPost();
  const delivery = createDelivery({
    stateOf: (domain) => world.shop(domain).state,
    target: app,
    post: post.post,
    chance: seededDice(options.seed ?? 1).next,
    now: world.clock.now,
    record: sent.add,
  });
  world.listen(saver.changed);
  world.listen(delivery.tell);
  const server = createSandboxServer();
  let url = '';
  const context = { world, app, url: () => url, dataDir, sessionToken: createTokenFor(app), delivery, sent: sent.list };
  const mailbox = await openMailbox(options, dataDir);
  const { api, whole } = mountAll(server, context, mailbox, saver.changed);
  url = await server.listen(options.port ?? 0);
  return {
    ...whole,
    faults: api.faults,
    throttle: api.throttle,
    addShop: world.addShop,
    shop: world.shop,
    stop: async () => {
      delivery.stop();
      api.stop();
      post.close();
      await server.close();
      await mailbox?.close();
      saver.flush();
    },
  };
}

const openMailbox = async ({ mailPort }: SandboxOptions, dataDir: string | null): Promise<Mailbox | null> =>
  mailPort === undefined
    ? null
    : startMailbox({ port: mailPort, dataDir: dataDir ?? mkdtempSync(join(tmpdir(), 'regulars-mailbox-')) });

/** Machines first, then pages for people. `changed`: something was written that no event tells of. */
function mountAll(
  server: SandboxServer,
  context: Omit<SandboxContext, 'complaints'> & { readonly world: World },
  mailbox: Mailbox | null,
  changed: () => void,
) {
  const { world, url, dataDir } = context;
  const api = createAdminApi({ world, url, changed, dataDir });
  const whole: SandboxContext = { ...context, complaints: api.complaints };
  server.mount(createTokenRoutes(context.world, context.app, changed));
  server.mount(api.router);
  server.mount(createReplayRoutes(world));
  const carts = createCarts();
  server.mount(createAppProxy(context.app, (shop, request) => carts.known(shop, request)?.customerId ?? null));
  server.mount(createSandboxPages({ ...whole, mailbox }, { carts }));
  return { api, whole };
}

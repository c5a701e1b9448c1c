import { createServer } from 'node:http';
import { createShopify, type Shopify } from '../../server/shopify/create-shopify.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import { countedIds } from '../app/counted.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { type SandboxOptions, startSandbox } from '../sandbox/start-sandbox.ts';
import { createInMemoryStores } from '../support/in-memory/create-in-memory-stores.ts';
import { TEST_KEY, TEST_SECRET } from '../support/signing.ts';

export const SHOP = 'demo.myshopify.com' as ShopId;

export type Received = { readonly headers: Readonly<Record<string, string | undefined>>; readonly body: string };

/** An app that only notes what it is told, and answers what the test says. */
export async function startListener() {
  const received: Received[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    received,
    url: `http://127.0.0.1:${port}`,
    answer: (code: number) => {
      status = code;
    },
    close: () => new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}

export type Listener = Awaited<ReturnType<typeof startListener>>;

export type SandboxStage = {
  readonly sandbox: Sandbox;
  readonly listener: Listener;
  readonly end: () => Promise<void>;
};

/** A sandbox and an app that listens to it. */
export async function openStage(options: Partial<SandboxOptions> = {}): Promise<SandboxStage> {
  const listener = await startListener();
  const app = { url: listener.url, apiKey: TEST_KEY, apiSecret: TEST_SECRET };
  const sandbox = await startSandbox({ app, ...options }).catch(async (error: unknown) => {
    await listener.close();
    throw error;
  });
  const end = async () => {
    await sandbox.stop();
    await listener.close();
  };
  return { sandbox, listener, end };
}

/** What our server asks Shopify with; signed in to the shop of the tests. */
export async function signedIn(sandbox: Sandbox, now: () => number = Date.now): Promise<Shopify> {
  const { sessions } = createInMemoryStores({ newInboxId: countedIds().inbox });
  const quiet = () => undefined;
  const shopify = createShopify({
    apiKey: TEST_KEY,
    apiSecret: TEST_SECRET,
    apiSecretPrevious: null,
    shopifyOrigin: `${sandbox.url()}/shops/{shop}`,
    sessions,
    clock: { now },
    log: { info: quiet, warn: quiet, error: quiet },
  });
  const exchanged = await shopify.signIn.exchange(SHOP, sandbox.sessionToken(SHOP));
  if (exchanged.outcome !== 'exchanged') throw new Error('the sandbox did not take its own session token');
  return shopify;
}

export type AdminAnswer = {
  readonly status: number;
  readonly data: Record<string, never>;
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code: string } }[];
  readonly cost: { readonly requestedQueryCost: number; readonly throttleStatus: { currentlyAvailable: number } };
};

/** A token as the token endpoint gives it. */
export async function tokensOf(sandbox: Sandbox, grant: Readonly<Record<string, string>> = {}) {
  const body = {
    client_id: TEST_KEY,
    client_secret: TEST_SECRET,
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: sandbox.sessionToken(SHOP),
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
    expiring: '1',
    ...grant,
  };
  const answer = await fetch(`${sandbox.url()}/shops/${SHOP}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const read = (await answer.json()) as Readonly<Record<string, string | number>>;
  return { status: answer.status, ...read } as typeof read & { readonly status: number };
}

/** One question to the Admin API. */
export async function askAdmin(
  sandbox: Sandbox,
  token: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<AdminAnswer> {
  const answer = await fetch(`${sandbox.url()}/shops/${SHOP}/admin/api/2026-10/graphql.json`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
    body: JSON.stringify({ query, variables }),
  });
  const read = (await answer.json()) as { data?: never; errors?: never; extensions?: { cost: never } };
  return {
    status: answer.status,
    data: read.data ?? {},
    errors: read.errors ?? [],
    cost: read.extensions?.cost ?? { requestedQueryCost: 0, throttleStatus: { currentlyAvailable: 0 } },
  };
}

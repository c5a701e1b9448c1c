import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execute, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';

/** What a call brings instead of an answer of its own. */
export type Mishap =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly text?: string;
    }
  | { readonly kind: 'throttled'; readonly currentlyAvailable: number }
  | { readonly kind: 'errors'; readonly errors: unknown; readonly data?: unknown }
  /** It is acted on and the answer is lost on the way. */
  | { readonly kind: 'lost' };

export type Call = {
  readonly path: string;
  readonly token: string | undefined;
  readonly body: Record<string, unknown>;
};

/** Fields by name, each a value or a function of its arguments; the schema decides what may be asked. */
export type Fields = Record<string, unknown>;

export type PlayedShopify = {
  readonly url: string;
  readonly calls: Call[];
  /** Names of the documents that were asked, in order. */
  readonly asked: () => readonly string[];
  /** The next calls of the Admin API go wrong, one after the other. */
  readonly mishaps: (Mishap | null)[];
  readonly tokenMishaps: (Mishap | null)[];
  fields: Fields;
  /** Access tokens that are taken; null: all. */
  accepted: Set<string> | null;
  grant: (body: Record<string, unknown>) => { readonly status: number; readonly body: unknown };
  bulkFile: string;
  available: number;
  readonly stop: () => Promise<void>;
};

export const GRANTED = {
  access_token: 'access-1',
  expires_in: 3600,
  refresh_token: 'refresh-1',
  refresh_token_expires_in: 7_776_000,
  scope: 'read_orders,write_customers',
};

/** Shopify's side on loopback: the real schema, and of the shop what a test writes into `fields`. */
export async function playShopify(schema: GraphQLSchema): Promise<PlayedShopify> {
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const played: PlayedShopify = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    asked: () => played.calls.flatMap(({ body }) => /^\s*(?:query|mutation) (\w+)/.exec(String(body.query))?.[1] ?? []),
    mishaps: [],
    tokenMishaps: [],
    fields: {},
    accepted: null,
    grant: () => ({ status: 200, body: GRANTED }),
    bulkFile: '',
    available: 2000,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    if (path.endsWith('/bulk.jsonl')) return void response.end(played.bulkFile);
    const body = JSON.parse(await textOf(request)) as Record<string, unknown>;
    const header = request.headers['x-shopify-access-token'];
    const token = typeof header === 'string' ? header : undefined;
    played.calls.push({ path, token, body });
    const isToken = path.endsWith('/admin/oauth/access_token');
    const mishap = (isToken ? played.tokenMishaps : played.mishaps).shift() ?? null;
    if (mishap !== null && mishap.kind !== 'lost') return suffer(response, mishap);
    const told = isToken ? played.grant(body) : await graphql(token, body);
    if (mishap?.kind === 'lost') return void response.destroy();
    tell(response, told.status, told.body);
  }

  async function graphql(token: string | undefined, body: Record<string, unknown>) {
    const isIn = token !== undefined && (played.accepted === null || played.accepted.has(token));
    if (!isIn) return { status: 401, body: { errors: '[API] Invalid API key or access token' } };
    const document = parse(String(body.query));
    const faults = validate(schema, document, specifiedRules);
    if (faults.length > 0) return { status: 200, body: { errors: faults.map(({ message }) => ({ message })) } };
    const variableValues = body.variables as Record<string, unknown>;
    const result = await execute({ schema, document, rootValue: played.fields, variableValues });
    return { status: 200, body: { ...result, extensions: costOf(played.available) } };
  }
  return played;
}

const costOf = (currentlyAvailable: number) => ({
  cost: { requestedQueryCost: 10, throttleStatus: { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 } },
});

function tell(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function suffer(response: ServerResponse, mishap: Exclude<Mishap, { kind: 'lost' }>): void {
  if (mishap.kind === 'status') {
    response.writeHead(mishap.status, mishap.headers).end(mishap.text ?? '<html>sorry</html>');
  } else if (mishap.kind === 'throttled') {
    const errors = [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }];
    tell(response, 200, { errors, extensions: costOf(mishap.currentlyAvailable) });
  } else {
    tell(response, 200, { errors: mishap.errors, ...(mishap.data === undefined ? {} : { data: mishap.data }) });
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

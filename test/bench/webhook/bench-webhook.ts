import { randomUUID } from 'node:crypto';
import { mongo } from 'mongoose';
import { BENCH_SHOP, openBenchShop } from '../bench-shop.ts';
import { cpuFigure, type Figure, ms, perSecond, told, whole } from '../figure.ts';
import { postOf } from '../load/connection.ts';
import { fullLoad } from '../load/full-load.ts';
import type { Measured } from '../load/measured.ts';
import { steadyLoad } from '../load/steady-load.ts';
import { openSandboxShop } from '../processes/open-sandbox-shop.ts';
import { startApp } from '../processes/start-app.ts';
import { startBare } from '../processes/start-bare.ts';
import { middle, ratioOf, refuseFailures, rounds } from '../rounds.ts';
import type { Bench } from '../start-bench.ts';
import { createOrderBodies, type OrderBody } from './order-bodies.ts';

const PART = 'a webhook';
const CONNECTIONS = 32;
const RATIO_MIN = 0.5;
const P99_MAX_MS = 50;
/** Webhooks a second: two million a day, as some thousand shops send them; and twenty times as many. */
const NORMAL = 25;
const BURST = 20 * NORMAL;
/** So many different orders; at full load they come again, each time under a new webhook id. */
const BODIES = 500;

/** (a) The door: a signed webhook is accepted when it lies in the inbox, journaled on a majority. */
export async function benchWebhook(bench: Bench): Promise<readonly Figure[]> {
  return [...(await benchDoor(bench)), ...(await benchWithWorker(bench))];
}

/** A request of one more delivery of an order. */
const deliver = (path: string, { body, signature }: OrderBody): Buffer =>
  postOf(
    path,
    {
      'content-type': 'application/json',
      'x-shopify-topic': 'orders/paid',
      'x-shopify-hmac-sha256': signature,
      'x-shopify-shop-domain': BENCH_SHOP,
      'x-shopify-api-version': '2026-10',
      'x-shopify-webhook-id': randomUUID(),
      'x-shopify-triggered-at': new Date().toISOString(),
    },
    body,
  );

async function benchDoor(bench: Bench): Promise<readonly Figure[]> {
  const [uri, bareUri] = [bench.databaseOf('webhook'), bench.databaseOf('webhook_bare')];
  const shop = await openBenchShop(uri);
  bench.defer(shop.drop);
  bench.defer(() => dropDatabase(bareUri));
  const app = await startApp(bench, { role: 'web', doing: 'webhook', mongodbUri: uri });
  const bare = await startBare(bench, bareUri);
  const bodyOf = createOrderBodies(Array.from({ length: BODIES }, (_, n) => 70_000_000 + n));
  const bodies = Array.from({ length: BODIES }, (_, n) => bodyOf(n));
  let sent = 0;
  const next = (path: string) => () => {
    sent += path === '/webhooks' ? 1 : 0;
    return deliver(path, bodies[Math.floor(Math.random() * BODIES)] as OrderBody);
  };
  const [count, seconds] = bench.isSmall ? [4, 1.5] : [12, 2];
  const full = { connections: CONNECTIONS, seconds };
  const sides = await rounds(
    count,
    { pid: app.pid, measure: () => fullLoad({ ...full, port: app.port, request: next('/webhooks') }) },
    { pid: bare.pid, measure: () => fullLoad({ ...full, port: bare.port, request: next('/insert') }) },
  );
  const burst = await burstOn(bench, app.port, next('/webhooks'));
  refuseFailures([...sides.ours, burst], 'ours');
  refuseFailures(sides.bare, 'the bare server');
  const filed = await shop.database.collection('inbox').countDocuments({});
  await Promise.all([app.stop(), bare.stop()]);
  await shop.drop();
  const [ours, theirs, ratio] = [middle(sides.ours, 'perSecond'), middle(sides.bare, 'perSecond'), ratioOf(sides)];
  const latencies = (side: typeof sides.ours) => `${ms(middle(side, 'p50Ms'))} / ${ms(middle(side, 'p99Ms'))}`;
  return [
    {
      part: PART,
      what: `orders/paid of ${whole((bodies[0]?.body.length ?? 0) / 1000)} kB accepted, ${CONNECTIONS} connections`,
      ours: perSecond(ours),
      bare: perSecond(theirs),
      ratio,
      goal: `ratio ≥ ${RATIO_MIN}`,
      held: ratio >= RATIO_MIN,
    },
    { ...told(PART, 'p50 / p99 meanwhile', latencies(sides.ours)), bare: latencies(sides.bare) },
    cpuFigure(PART, middle(sides.ours, 'cpuUs'), middle(sides.bare, 'cpuUs')),
    burstFigure(burst),
    {
      ...told(PART, `answered with 200 and not in the inbox, of ${whole(sent)}`, whole(sent - filed)),
      goal: '0',
      held: sent === filed,
    },
  ];
}

/** The same door while a worker acts on what comes in, as on a host that has both on one machine. */
async function benchWithWorker(bench: Bench): Promise<readonly Figure[]> {
  const all = await openSandboxShop(bench, 'webhook_acted', BODIES);
  const bodyOf = createOrderBodies(all.customers);
  let n = 0;
  const next = () => {
    n += 1;
    return deliver('/webhooks', bodyOf(n));
  };
  const burst = await burstOn(bench, all.web.port, next);
  const startedAt = performance.now();
  const waiting = await all.database.collection('inbox').countDocuments({ dueAt: { $exists: true } });
  await all.quiet();
  const seconds = (performance.now() - startedAt) / 1000;
  await all.stop();
  refuseFailures([burst], 'ours');
  const left = `${whole(waiting)} of ${whole(n)}, after ${seconds.toFixed(1)} s none`;
  return [
    told(
      PART,
      `the same burst while a worker acts on it at full speed, each another order (p50 ${ms(burst.p50Ms)})`,
      `p99 ${ms(burst.p99Ms)}`,
    ),
    told(PART, 'not yet acted on when that burst ended', left),
  ];
}

/** A calm second or two, then twenty times as much for a while. */
async function burstOn({ isSmall }: Bench, port: number, request: () => Buffer): Promise<Measured> {
  await steadyLoad({ port, perSecond: NORMAL, seconds: 3, request });
  return steadyLoad({ port, perSecond: BURST, seconds: isSmall ? 4 : 10, request });
}

const burstFigure = ({ p50Ms, p99Ms }: Measured): Figure => ({
  ...told(PART, `burst from ${NORMAL}/s to ${BURST}/s (p50 ${ms(p50Ms)})`, `p99 ${ms(p99Ms)}`),
  goal: `≤ ${P99_MAX_MS} ms`,
  held: p99Ms <= P99_MAX_MS,
});

async function dropDatabase(uri: string): Promise<void> {
  const client = await mongo.MongoClient.connect(uri);
  await client.db().dropDatabase();
  await client.close();
}

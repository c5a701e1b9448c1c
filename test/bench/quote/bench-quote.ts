import { mongo } from 'mongoose';
import type { CardNumber } from '../../../shared/domain/ids.ts';
import { sessionToken } from '../../support/signing.ts';
import { BENCH_SHOP, openBenchShop } from '../bench-shop.ts';
import { cpuFigure, type Figure, ms, perSecond, told } from '../figure.ts';
import { postOf } from '../load/connection.ts';
import { fullLoad } from '../load/full-load.ts';
import { steadyLoad } from '../load/steady-load.ts';
import { startApp } from '../processes/start-app.ts';
import { startBare } from '../processes/start-bare.ts';
import { middle, ratioOf, refuseFailures, rounds, type Sides, worstOf } from '../rounds.ts';
import type { Bench } from '../start-bench.ts';
import { seedHolders } from './seed-holders.ts';

const HOLDERS = 5000;
const TILLS = 20;
const CONNECTIONS = 32;
const RATIO_MIN = 0.6;
const P99_MAX_MS = 15;

/** (b) What the till asks: five lines with somebody's card, over HTTP, against Express and one read by an index. */
export async function benchQuote(bench: Bench): Promise<readonly Figure[]> {
  const uri = bench.databaseOf('quote');
  const bareUri = bench.databaseOf('quote_bare');
  const shop = await openBenchShop(uri);
  bench.defer(shop.drop);
  const numbers = await seedHolders(shop, HOLDERS);
  await seedBare(bareUri, numbers, bench);
  const [app, bare] = [
    await startApp(bench, { role: 'web', doing: 'quote', mongodbUri: uri }),
    await startBare(bench, bareUri),
  ];
  const ask = createAsk(numbers);
  const [count, seconds] = bench.isSmall ? [4, 1.5] : [12, 2];
  const full = { connections: CONNECTIONS, seconds };
  const sides = await rounds(
    count,
    { pid: app.pid, measure: () => fullLoad({ ...full, port: app.port, request: ask.ours }) },
    { pid: bare.pid, measure: () => fullLoad({ ...full, port: bare.port, request: ask.bare }) },
  );
  const [ours, theirs] = [middle(sides.ours, 'perSecond'), middle(sides.bare, 'perSecond')];
  const even = { perSecond: Math.min(ours, theirs) / 2, seconds };
  const half = await rounds(
    count / 2,
    { pid: app.pid, measure: () => steadyLoad({ ...even, port: app.port, request: ask.ours }) },
    { pid: bare.pid, measure: () => steadyLoad({ ...even, port: bare.port, request: ask.bare }) },
  );
  refuseFailures([...sides.ours, ...half.ours], 'ours');
  refuseFailures([...sides.bare, ...half.bare], 'the bare server');
  await Promise.all([app.stop(), bare.stop()]);
  const ratio = ratioOf(sides);
  const latencies = `p50 ${ms(middle(sides.ours, 'p50Ms'))}, p99 ${ms(middle(sides.ours, 'p99Ms'))}`;
  return [
    {
      part: 'b quote',
      what: `quotes of 5 lines by card number, ${CONNECTIONS} connections (${latencies})`,
      ours: perSecond(ours),
      bare: perSecond(theirs),
      ratio,
      goal: `ratio ≥ ${RATIO_MIN}`,
      held: ratio >= RATIO_MIN,
    },
    halfFigure(even.perSecond, half),
    cpuFigure('b quote', middle(sides.ours, 'cpuUs'), middle(sides.bare, 'cpuUs')),
  ];
}

/** At half of what the slower side can do, so that both are asked the same. */
function halfFigure(rate: number, half: Sides): Figure {
  const [p50, p99, worst] = [middle(half.ours, 'p50Ms'), middle(half.ours, 'p99Ms'), worstOf(half.ours, 'p99Ms')];
  const what = `p99 at half load, ${perSecond(rate)} evenly (p50 ${ms(p50)}, the worst turn ${ms(worst)})`;
  return {
    ...told('b quote', what, ms(p99)),
    bare: ms(middle(half.bare, 'p99Ms')),
    goal: `≤ ${P99_MAX_MS} ms`,
    held: p99 <= P99_MAX_MS,
  };
}

async function seedBare(uri: string, numbers: readonly CardNumber[], { defer }: Bench): Promise<void> {
  const client = await mongo.MongoClient.connect(uri);
  defer(async () => {
    await client.db().dropDatabase();
    await client.close();
  });
  const rows = numbers.map((number) => ({ shop: BENCH_SHOP, number, discountBp: 500, name: 'Ada Ahlberg' }));
  await client.db().collection('customers').insertMany(rows);
}

/** Requests of some tills, each with a session token of its own for the minutes of the bench, of any card in turn. */
function createAsk(numbers: readonly CardNumber[]) {
  const exp = Math.floor(Date.now() / 1000) + 1800;
  const tokens = Array.from({ length: TILLS }, (_, till) => sessionToken(BENCH_SHOP, { exp, sub: String(till + 1) }));
  const lines = Array.from({ length: 5 }, (_, i) => ({
    id: `gid://shopify/CartLine/${i}`,
    quantity: i + 1,
    amountMinor: (i + 1) * 1990,
    unitCostMinor: i % 2 === 0 ? 900 : null,
    isGiftCard: false,
  }));
  let n = 0;
  const next = () => {
    n += 1;
    return { token: tokens[n % TILLS] ?? '', cardNumber: numbers[(n * 7919) % numbers.length] ?? null };
  };
  const ofCard = (path: string, body: (cardNumber: string | null) => object) => () => {
    const { token, cardNumber } = next();
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    return postOf(path, headers, Buffer.from(JSON.stringify(body(cardNumber))));
  };
  return {
    ours: ofCard('/ext/quote', (cardNumber) => ({ cardNumber, shopifyCustomerId: null, lines })),
    bare: ofCard('/find', (cardNumber) => ({ shop: BENCH_SHOP, cardNumber, lines })),
  };
}

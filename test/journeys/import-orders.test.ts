import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CustomerListView, CustomerView, PurchaseListView } from '../../shared/contract/api.ts';
import { emptyDraft } from '../../shared/domain/program/draft.ts';
import { seededDice } from '../sandbox/seed/seeded.ts';
import { openShop, publish } from '../support/journey/open-shop.ts';
import { type Journey, startJourney } from '../support/journey/start-journey.ts';
import { eventually, type Merchant } from '../support/merchant.ts';
import { root } from '../tidy/project-files.ts';

const DOMAIN = 'long-ago.myshopify.com';
const CUSTOMERS = 40;
const ORDERS = 900;
const folder = mkdtempSync(join(tmpdir(), 'regulars-import-'));
const COLUMNS = [
  ...['order_id', 'customer_id', 'processed_at', 'line_id', 'product_id', 'quantity', 'unit_price', 'discount'],
  ...['refunded_quantity', 'refunded_at', 'channel'],
];
const HEADER = COLUMNS.join();

let journey: Journey;
let merchant: Merchant;
beforeAll(async () => {
  journey = await startJourney();
  ({ merchant } = await openShop(journey, { domain: DOMAIN }));
}, 120_000);
afterAll(async () => {
  await journey?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** Three years of a shop: orders of one to three lines, some without a customer, some partly returned. */
function inventedOrders(): string {
  const dice = seededDice(58);
  const upTo = (most: number) => Math.floor(dice.next() * most);
  const rows = [HEADER];
  for (let n = 1; n <= ORDERS; n += 1) {
    const at = Date.UTC(2023, 0, 1) + upTo(3 * 365) * 86_400_000 + upTo(86_400_000);
    const who = upTo(20) === 0 ? '' : upTo(4) === 0 ? `K-${upTo(CUSTOMERS)}` : String(1 + upTo(CUSTOMERS));
    for (let line = 1; line <= 1 + upTo(3); line += 1) {
      const quantity = 1 + upTo(4);
      const back = upTo(12) === 0 ? `${1 + upTo(quantity)},${new Date(at + upTo(90) * 86_400_000).toISOString()}` : ',';
      const price = `${1 + upTo(80)}.${10 + upTo(89)}`;
      const less = upTo(5) === 0 ? '0.50' : '';
      rows.push(
        `${n},${who},${new Date(at).toISOString()},${line},${500 + upTo(20)},${quantity},${price},${less},${back},till`,
      );
    }
  }
  return `${rows.join('\n')}\n`;
}

const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

const start = (script: string, ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'test', 'scripts', script), ...args], {
    cwd: root,
    env: { ...process.env, ...journey.env, INIT_CWD: folder },
  });

function wordsOf(child: ChildProcess) {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    err += String(chunk);
  });
  return { out: () => out, err: () => err };
}

async function run(script: string, ...args: readonly string[]) {
  const child = start(script, ...args);
  const words = wordsOf(child);
  await once(child, 'close');
  return { code: child.exitCode, out: words.out(), err: words.err() };
}

const importing = (file: string, ...args: readonly string[]) => run('import.ts', file, '--shop', DOMAIN, ...args);

async function everybody(): Promise<readonly CustomerView[]> {
  const views: CustomerView[] = [];
  let after = '';
  do {
    const page: CustomerListView = await merchant.get(`/api/customers?max=100&after=${encodeURIComponent(after)}`);
    for (const { id } of page.rows) views.push(await merchant.get<CustomerView>(`/api/customers/${id}`));
    after = page.nextAfter ?? '';
  } while (after !== '');
  return views;
}

type Line = Readonly<Record<string, unknown>> & { readonly customer_id?: string };

/** Ctrl-C, which npm and the terminal both pass on. */
async function stopOnce(orders: string): Promise<void> {
  const ctrlC = start('import.ts', orders, '--shop', DOMAIN);
  const words = wordsOf(ctrlC);
  await eventually(
    async () => words.out(),
    (out) => out.includes('amounts are EUR'),
    30_000,
  );
  ctrlC.kill('SIGINT');
  ctrlC.kill('SIGINT');
  await once(ctrlC, 'close');
  expect([ctrlC.exitCode, words.err()]).toEqual([130, expect.stringMatching(/^Stopped\.|^No longer waited for/m)]);
}

/** The command dies, and so does the app. */
async function killTwice(orders: string): Promise<void> {
  for (let kill = 1; kill <= 2; kill += 1) {
    const child = start('import.ts', orders, '--shop', DOMAIN);
    const filed = async () => Object.values((await merchant.get<Counts>('/api/inbox')).counts).reduce((a, b) => a + b);
    const before = await filed();
    const isUnderWay = (count: number) => count > before || child.exitCode !== null;
    await eventually(filed, isUnderWay, 30_000);
    child.kill('SIGKILL');
    await journey.app.kill();
    await journey.app.start();
  }
}

describe('npm run import', () => {
  it('refuses what it cannot be sure of, in words, and imports nothing', async () => {
    const orders = put('one.csv', `${HEADER}\n1,7,2026-01-05T10:00:00Z,1,501,1,10.00,,,,web\n`);
    const nothing = await run('import.ts', orders, '--shop', 'nobody.myshopify.com');
    expect(nothing).toMatchObject({ code: 2, out: '' });
    expect(nothing.err).toContain(`nobody.myshopify.com has not installed Regulars here. Installed: ${DOMAIN}`);
    expect((await importing(orders, '--currency', 'CZK')).err).toContain('The shop counts in EUR, not in CZK');
    expect((await importing('gone.csv')).err).toContain('gone.csv: there is no such file');
    expect((await importing(put('torn.csv', 'a,b\n1,2\n'))).err).toContain('nothing was imported');
    expect((await run('import.ts', orders)).err).toContain('npm run import -- orders.csv --shop');
    expect((await merchant.get<CustomerListView>('/api/customers')).rows).toEqual([]);
  }, 60_000);

  it('killed again and again, goes on where it stopped; then everybody has what the simulation says', async () => {
    await publish(merchant, {
      ...emptyDraft,
      name: 'All that was ever bought',
      levels: [
        { name: 'Bronze', fromSpent: '500.00', fromPurchases: '', percent: '2' },
        { name: 'Silver', fromSpent: '2000.00', fromPurchases: '', percent: '5' },
      ],
    });
    const orders = put('orders.csv', inventedOrders());
    const dry = await importing(orders, '--dry-run');
    expect(dry).toMatchObject({ code: 0 });
    expect(dry.out).toContain(`nothing was imported: ${ORDERS} orders would be new, 0 corrected, 0 are known.`);
    await stopOnce(orders);
    await killTwice(orders);
    const { code, out, err } = await importing(orders, '--currency', 'EUR');
    expect({ code, err: err.replaceAll(/^(Reading|Handing|\d+ orders? wait).*\n/gm, '') }).toEqual({
      code: 0,
      err: '',
    });
    expect(out).toContain('amounts are EUR');

    const program = put(
      'program.json',
      JSON.stringify({
        name: 'All that was ever bought',
        currency: 'EUR',
        timeZone: 'Europe/Berlin',
        mechanic: {
          kind: 'levels',
          levels: [
            { name: 'Bronze', fromSpent: '500.00', percent: '2' },
            { name: 'Silver', fromSpent: '2000.00', percent: '5' },
          ],
          afterRefund: 'follows',
        },
      }),
    );
    const simulated = await run('simulate.ts', orders, program, '--as-happened', '--json');
    const lines = simulated.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    const wanted = lines
      .filter(({ customer_id: id }) => id !== undefined)
      .map(({ customer_id, bp, spend, count, items, level }) => ({ customer_id, bp, spend, count, items, level }));
    const found = (await everybody()).map(({ foreignId, standings }) => {
      const standing = standings[0]?.standing;
      return {
        customer_id: foreignId,
        bp: standing?.discountBp,
        spend: standing?.spentMinor,
        count: standing?.purchases,
        items: standing?.items,
        level: standing?.level == null ? null : standing.level + 1,
      };
    });
    type Named = { readonly customer_id: unknown };
    const byId = (a: Named, b: Named) => (String(a.customer_id) < String(b.customer_id) ? -1 : 1);
    expect(found.length).toBeGreaterThan(CUSTOMERS);
    expect([...found].sort(byId)).toEqual([...wanted].sort(byId));
  }, 240_000);

  it('the same file a second time changes nothing', async () => {
    const before = await everybody();
    expect((await importing('orders.csv', '--dry-run')).out).toContain(`0 corrected, ${ORDERS} are known.`);
    const asShopifys = await importing('orders.csv', '--ids', 'shopify');
    expect([asShopifys.code, asShopifys.err]).toEqual([2, expect.stringContaining('it would count twice')]);
    const { code, out } = await importing('orders.csv');
    expect(code).toBe(0);
    expect(out).toContain(`0 orders handed over, 0 from an earlier time still under way, ${ORDERS} known already.`);
    expect(await everybody()).toEqual(before);
  }, 120_000);

  it('lists line by line what it left out, imports the rest, and takes the mended file', async () => {
    const whole = readFileSync(join(folder, 'orders.csv'), 'utf8').trimEnd();
    const more = [
      '9001,new-1,2026-01-05T10:00:00+01:00,1,501,2,10.00,,,,web',
      '9002,new-1,2026-02-30T10:00:00+01:00,1,501,1,10.00,,,,web',
      '9003,new-1,2026-01-07T10:00:00+01:00,1,501,1,10.00,,,,web',
      '9003,new-2,2026-01-07T10:00:00+01:00,2,502,1,10.00,,,,web',
    ];
    const line = whole.split('\n').length + 1;
    const spoiled = await importing(put('more.csv', `${[whole, ...more].join('\n')}\n`));
    expect(spoiled.code).toBe(1);
    expect(spoiled.err).toContain(`more.csv, line ${line + 1}, column processed_at: expected an instant in ISO 8601`);
    expect(spoiled.err).toContain(`more.csv, line ${line + 3}, column customer_id: expected the same customer`);
    expect(spoiled.err).toContain('2 orders left out whole because of these lines');
    expect(spoiled.out).toContain(`1 order handed over, 0 from an earlier time still under way, ${ORDERS} known`);
    const mended = more.map((row) => row.replace('02-30', '02-20').replace('new-2', 'new-1'));
    const { code } = await importing(put('more.csv', `${[whole, ...mended].join('\n')}\n`));
    expect(code).toBe(0);
    const [row] = (await merchant.get<CustomerListView>('/api/customers?search=new-1')).rows;
    expect(row).toMatchObject({ foreignId: 'new-1', spentMinor: 5000, purchases: 3 });
    const first = await merchant.get<PurchaseListView>(`/api/customers/${row?.id}/purchases?max=2`);
    expect(first.purchases.map(({ name }) => name)).toEqual(['9002', '9003']);
    const before = encodeURIComponent(first.nextBefore ?? '');
    const rest = await merchant.get<PurchaseListView>(`/api/customers/${row?.id}/purchases?before=${before}`);
    expect(rest.purchases.map(({ name }) => name)).toEqual(['9001']);
    const orderId = encodeURIComponent(rest.purchases[0]?.orderId ?? '');
    const why = await merchant.get<object>(`/api/customers/${row?.id}/purchases/${orderId}/explanation`);
    expect(why).toMatchObject({ lines: [expect.anything()] });
  }, 120_000);
});

type Counts = { readonly counts: Readonly<Record<string, number>> };

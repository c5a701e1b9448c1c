import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { root } from '../tidy/project-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'regulars-simulate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FIXTURES = join(root, 'test', 'fixtures');
const ORDERS = join(FIXTURES, 'simulation', 'orders.csv');
const PROGRAM = join(FIXTURES, 'programs', 'wholesale-and-retail.json');
const SCRIPT = join(root, 'test', 'scripts', 'simulate.ts');

/** The command as a process of its own, given from a folder of nobody's. */
function simulate(...args: readonly string[]) {
  const env = { ...process.env, INIT_CWD: folder };
  const run = spawnSync(process.execPath, [SCRIPT, ...args], { cwd: root, env, encoding: 'utf8' });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const linesOf = (out: string): readonly unknown[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

function put(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const ELEVENTH = join(FIXTURES, 'programs', 'the-eleventh-item.json');
const [HEADER = ''] = readFileSync(ORDERS, 'utf8').split('\n');
const ELEVEN = `${HEADER}
1,7,2026-01-10T12:00:00+01:00,1,501,10,100.00,,1,2026-02-01T12:00:00+01:00
2,7,2026-01-20T12:00:00+01:00,1,502,1,450.00,,,
3,8,2026-02-20T12:00:00+01:00,1,502,1,1.00,,,
`;

/** What does not hang on our discounts. */
const SEVEN = { customer_id: '7', card: true };
/** 80,000 units at 0.01 gave the card; all but one came back. */
const EIGHT = { customer_id: '8', card: true, discount: 0, booked: 80_000, returned: 79_999, bp: 0, spend: 1 };
/** 4 × 124.99 = 499.96: no card. */
const NINE = { customer_id: '9', card: false, discount: 0, booked: 49_996, returned: 0, bp: 0, spend: 0 };
const NO_LEVEL = { level: null };
const TOTALS = { customers: 3, cards: 2, orders: 7, returned: 104_999, floor_saved: 0 };
const REST = { orders_without_customer: 1, amount_without_customer: 5000, currency: 'EUR' };
const END = { as_of: '2026-03-01T08:00:00.000Z' };

describe('npm run simulate', () => {
  it('prints each customer as worked out by hand, and the totals', () => {
    const { code, out, err } = simulate(ORDERS, PROGRAM, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    // 300.00: no card. 500.00 gives it, 1 % from then on: 100.00 → 99.00; 150.00 → 148.50 and 51.50 → 50.98 (0.515 up);
    // 798.48 is not 800.00, so 100.00 → 99.00 again; one of the two units of the 500.00 comes back: 647.48.
    const standing = { bp: 100, spend: 64_748, count: 4, items: 5, level: 1 };
    expect(linesOf(out)).toEqual([
      { ...SEVEN, discount: 402, booked: 124_748 - 5000, returned: 25_000, ...standing },
      { ...EIGHT, count: 1, items: 1, ...NO_LEVEL },
      { ...NINE, count: 0, items: 0, ...NO_LEVEL },
      { ...TOTALS, discount: 402, booked: 249_744, ...REST, ...END },
    ]);
  });

  it('prints what everybody would have if the program only began to look now', () => {
    const [seven, , , totals] = linesOf(simulate(ORDERS, PROGRAM, '--json', '--as-happened').out);
    const standing = { bp: 100, spend: 65_150, count: 4, items: 5, level: 1 };
    expect(seven).toEqual({ ...SEVEN, discount: 0, booked: 120_150, returned: 25_000, ...standing });
    expect(totals).toMatchObject({ discount: 0, booked: 250_146 });
  });

  it('tells of rewards in the words of the rules, and what waits in minor units, oldest first', () => {
    const orders = put('eleven.csv', ELEVEN);
    const found = (...args: readonly string[]) => linesOf(simulate(orders, ELEVENTH, '--json', ...args).out);
    // The 1000.00 gave the card and are the ten; the 450.00 take 100.00 off. One of the ten comes back: one is missing.
    const common = { customer_id: '7', card: true, returned: 10_000, bp: 0, count: 2 };
    const words = { items: 9, used: 1, ready: [], deficit: 1, progress: 0 };
    expect(found()[0]).toEqual({ ...common, discount: 10_000, booked: 135_000, spend: 125_000, ...words });
    const piled = { items: 10, used: 0, ready: [10_000 + 3500], deficit: 0, progress: 0 };
    expect(found('--as-happened')[0]).toEqual({ ...common, discount: 0, booked: 145_000, spend: 135_000, ...piled });
    expect(found()[1]).toEqual({
      ...{ customer_id: '8', card: false, discount: 0, booked: 100, returned: 0, bp: 0, spend: 0, count: 0 },
      ...{ items: 0, used: 0, ready: [], deficit: 0, progress: 0 },
    });
    const report = (...args: readonly string[]) => simulate(orders, ELEVENTH, ...args).out.replaceAll(/ +/g, ' ');
    for (const part of ['Rewards taken 1\n', 'Rewards waiting at the end 0\n', 'Items missing at the end 1\n'])
      expect(report()).toContain(part);
    expect(report('--as-happened')).toContain('Rewards waiting at the end 1 worth €135.00, with 1 customer\n');
    expect(report()).toContain('No card None ready Reward ready\n');
  });

  it('tells by location and channel, and what is left of the margin, where the file knows of them', () => {
    const rows = [
      `${HEADER},unit_cost,location_id,channel`,
      '1,7,2026-01-10T12:00:00+01:00,1,501,1,900.00,,,,600.00,61,till',
      '2,7,2026-01-20T12:00:00+01:00,1,501,1,100.00,,,,60.00,61,till',
      '3,7,2026-02-20T12:00:00+01:00,1,501,1,100.00,,,,200.00,,web',
    ];
    const report = simulate(put('places.csv', rows.join('\n')), PROGRAM).out.replaceAll(/ +/g, ' ');
    // 2 % from the 900.00 on: 2.00 each. The last was sold for half of what it cost.
    for (const part of [
      'Margin where costs are known €240.00 before our discounts, €236.00 after them\n',
      'Location Channel Orders Before our discounts Cost of discounts Came back later Margin\n',
      '61 till 2 €1,000.00 €2.00 €0.00 €338.00\n',
      '– web 1 €100.00 €2.00 €0.00 −€102.00\n',
    ])
      expect(report).toContain(part);
    expect(simulate(ORDERS, PROGRAM).out).not.toContain('Location');
  });

  it('says the same whatever the order of the rows', () => {
    const [header = '', ...rows] = readFileSync(ORDERS, 'utf8').trimEnd().split('\n');
    const turned = put('turned.csv', [header, ...rows.reverse()].join('\n'));
    expect(simulate(turned, PROGRAM, '--json').out).toBe(simulate(ORDERS, PROGRAM, '--json').out);
  });

  it('reads as a report with the sums, who gains, the months and what was assumed', () => {
    const { code, out } = simulate(ORDERS, PROGRAM);
    expect(code).toBe(0);
    for (const part of [
      'What if “Wholesale and retail” had run?',
      '3, 2 of them with a card',
      '1 order over €50.00 took no part',
      '€4.02 (0.16% of it)',
      '1 customer gets a discount (33.33% of all)',
      'People buy the same as they did',
      'Retail 1%',
      '2026-03',
    ]) {
      expect(out).toContain(part);
    }
    expect(simulate(ORDERS, PROGRAM, '--as-happened').out).toContain('Nothing was taken off');
  });

  it('prints nothing but what is wrong, with line and column, where the orders cannot be read', () => {
    const rows = readFileSync(ORDERS, 'utf8').replace('1005,7,2026-02-20T12', '1005,7,2026-02-30T12');
    const { code, out, err } = simulate(put('bad.csv', rows), PROGRAM, '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      'bad.csv, line 7, column processed_at: expected an instant in ISO 8601 with its offset, such as ' +
        '2025-03-01T14:05:00+01:00, found "2026-02-30T12:00:00+01:00"\n',
    );
  });

  it('says in words what is wrong with a program, and where', () => {
    const program = { name: 'x', currency: 'EUR', timeZone: 'Europe/Berlin', mechanic: { kind: 'raffle' } };
    const { code, out, err } = simulate(ORDERS, put('raffle.json', JSON.stringify(program)));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /^raffle\.json, mechanic\.kind: this is no mechanic .* "fixed", "levels", "nth_item", "step_up" or "marks"\n$/,
    );
    expect(simulate(ORDERS, put('half.json', '{')).err).toMatch(/^half\.json: this is no JSON/);
  });

  it('says which file is not there, and how it is asked', () => {
    expect(simulate('nowhere.csv', PROGRAM)).toEqual({
      code: 2,
      out: '',
      err: 'nowhere.csv: there is no such file\n',
    });
    expect(simulate(ORDERS)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('npm run simulate --') });
    expect(simulate(ORDERS, PROGRAM, '--faster')).toMatchObject({ code: 2, err: expect.stringContaining('--faster') });
  });
});

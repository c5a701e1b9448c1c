import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { COLUMNS } from '../../server/files/orders/columns.ts';
import { readOrders } from '../../server/files/orders/read-orders.ts';

const folder = mkdtempSync(join(tmpdir(), 'regulars-orders-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = COLUMNS.slice(0, 10).join(',');
const ROW = '1,7,2026-01-10T12:00:00+01:00,1,501,2,10.00,1.00,0,';

function read(lines: readonly string[], name = 'orders.csv', currency = 'EUR') {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return readOrders(path, currency, () => undefined);
}

/** What a file of these rows is: the orders of each customer. */
async function pastOf(lines: readonly string[], name?: string, currency?: string) {
  const orders = await read(lines, name, currency);
  if (!orders.ok) return orders.error.faults;
  return Array.from(orders.value.eachCustomer(), ({ customerId, orders: count, orderAt }) => ({
    customerId,
    orders: Array.from({ length: count }, (_, i) => orderAt(i)),
  }));
}

/** Where a file is wrong. */
async function placesOf(rows: readonly string[], header = HEADER) {
  const orders = await read([header, ...rows]);
  return orders.ok ? [] : orders.error.faults.map(({ line, column }) => `${line} ${column}`);
}

const cell = (column: (typeof COLUMNS)[number], text: string) =>
  COLUMNS.slice(0, 10)
    .map((name, i) => (name === column ? text : ROW.split(',')[i]))
    .join(',');

const PAST = [
  {
    customerId: '7',
    orders: [
      {
        orderId: 1,
        at: Date.parse('2026-01-10T11:00:00Z'),
        goodwill: [],
        lines: [{ lineId: 1, productId: 501, quantity: 2, amountMinor: 1900, unitCostMinor: null, returns: [] }],
      },
    ],
  },
];

describe('a file of past orders', () => {
  it('is read from CSV with or without quotes, blank lines, carriage returns and a mark at its beginning', async () => {
    expect(await pastOf([HEADER, ROW])).toEqual(PAST);
    expect(await pastOf([`\uFEFF${HEADER}\r`, '\r', `${ROW.replace('501', '"501"')}\r`, ''])).toEqual(PAST);
  });

  it('may have its columns in any order and others beside them', async () => {
    const [names, cells] = [HEADER.split(','), ROW.split(',')];
    const turned = [[...names].reverse().join(','), [...cells].reverse().join(',')];
    expect(await pastOf([`note,${turned[0]}`, `"two\nlines",${turned[1]}`])).toEqual(PAST);
  });

  it('refuses an order made at two locations or through two channels', async () => {
    const header = `${HEADER},location_id,channel`;
    const second = ROW.replace(',1,501', ',2,501');
    expect(await placesOf([`${ROW},61,till`, `${second},61,till`], header)).toEqual([]);
    expect(await placesOf([`${ROW},61,till`, `${second},62,till`], header)).toEqual(['3 location_id']);
    expect(await placesOf([`${ROW},61,till`, `${second},61,web`], header)).toEqual(['3 location_id']);
  });

  it('is read from JSON lines, a line of an order each or an order with its lines', async () => {
    const order = { order_id: 1, customer_id: '7', processed_at: '2026-01-10T12:00:00+01:00' };
    const line = { line_id: 1, product_id: '501', quantity: 2, unit_price: '10.00', discount: 1 };
    expect(await pastOf([JSON.stringify({ ...order, ...line })], 'orders.jsonl')).toEqual(PAST);
    expect(await pastOf([JSON.stringify({ ...order, lines: [line] })], 'orders.jsonl')).toEqual(PAST);
  });

  it('reads amounts with the decimals of the currency', async () => {
    const yen = ROW.replace('10.00', '10').replace('1.00', '0');
    const [found] = await pastOf([HEADER, yen], 'yen.csv', 'JPY');
    expect(found).toMatchObject({ orders: [{ lines: [{ amountMinor: 20 }] }] });
    const [fault] = await pastOf([HEADER, ROW.replace('10.00', '10.5')], 'yen.csv', 'JPY');
    expect(fault).toMatchObject({
      line: 2,
      column: 'unit_price',
      expected: expect.stringContaining('without decimals'),
    });
  });

  it('names line and column of every cell that is not what it should be', async () => {
    expect(await placesOf([cell('order_id', '')])).toEqual(['2 order_id']);
    expect(await placesOf([ROW, cell('line_id', '')])).toEqual(['3 line_id']);
    for (const text of ['', '0', '-1', '1.5', 'two', '1e3']) {
      expect(await placesOf([cell('quantity', text)])).toEqual(['2 quantity']);
    }
    for (const text of ['', '-1.00', '1,00', '1.005', 'free']) {
      expect(await placesOf([cell('unit_price', text.includes(',') ? `"${text}"` : text)])).toEqual(['2 unit_price']);
    }
    for (const text of [
      '',
      'yesterday',
      '2026-01-10',
      '2026-01-10T12:00:00',
      '2026-02-30T12:00:00Z',
      '2026-01-10 12:00:00Z',
    ]) {
      expect(await placesOf([cell('processed_at', text)])).toEqual(['2 processed_at']);
    }
    expect(await placesOf([cell('discount', '20.01')])).toEqual(['2 discount']);
    expect(await placesOf([`${cell('refunded_quantity', '3')}2026-02-01T12:00:00Z`])).toEqual(['2 refunded_quantity']);
    expect(await placesOf([cell('refunded_quantity', '1')])).toEqual(['2 refunded_at']);
  });

  it('names a row that has too many cells or is no CSV, and a column that is missing or twice there', async () => {
    expect(await placesOf([ROW, `${ROW},x`])).toEqual(['3 null']);
    expect(await placesOf([ROW, ROW.replace('501', '"501')])).toContain('3 null');
    expect(await placesOf([ROW], HEADER.replace('discount', 'rebate'))).toEqual(['1 discount']);
    expect(await placesOf([ROW], `${HEADER},quantity`)).toEqual(['1 quantity']);
    expect(await placesOf([], '')).toEqual(['1 null']);
  });

  it('takes what a unit cost, where the file has a column for it', async () => {
    const withCost = (cost: string) => read([`${HEADER},unit_cost`, `${ROW},${cost}`]);
    for (const [cost, unitCostMinor] of [
      ['7.50', 750],
      ['', null],
    ] as const) {
      const orders = await withCost(cost);
      const [first] = orders.ok ? [...orders.value.eachCustomer()] : [];
      expect(first?.orderAt(0).lines[0]?.unitCostMinor).toBe(unitCostMinor);
    }
    expect(await placesOf([`${ROW},100000000000`], `${HEADER},unit_cost`)).toEqual(['2 unit_cost']);
  });

  it('counts the lines of cells that have several', async () => {
    const rows = [`${ROW},"a\nb"`, `${ROW.replace('1,7', '2,7')},"c\nd"`, `${cell('quantity', 'x')},"e"`];
    expect(await placesOf(rows, `${HEADER},note`)).toEqual(['6 quantity']);
  });

  it('counts a line told twice once, and another return of a line besides', async () => {
    const back = ROW.slice(0, -2);
    const rows = [
      `${back}1,2026-02-01T12:00:00Z`,
      `${back}1,2026-03-01T12:00:00Z`,
      `${back}1,2026-02-01T12:00:00Z`,
      ROW,
    ];
    const [found] = await pastOf([HEADER, ...rows]);
    const returns = [
      { at: Date.parse('2026-02-01T12:00:00Z'), quantity: 1 },
      { at: Date.parse('2026-03-01T12:00:00Z'), quantity: 1 },
    ];
    expect(found).toMatchObject({ orders: [{ lines: [{ quantity: 2, returns }] }] });
  });

  it('refuses rows of one order that contradict one another', async () => {
    expect(await placesOf([ROW, cell('customer_id', '8').replace(',1,501', ',2,501')])).toEqual(['3 customer_id']);
    expect(await placesOf([ROW, cell('customer_id', '').replace(',1,501', ',2,501')])).toEqual(['3 customer_id']);
    const later = cell('processed_at', '2026-01-11T12:00:00Z').replace(',1,501', ',2,501');
    expect(await placesOf([ROW, later])).toEqual(['3 processed_at']);
    expect(await placesOf([ROW, cell('unit_price', '11.00')])).toEqual(['3 line_id']);
    const back = ROW.slice(0, -2);
    const rows = [`${back}1,2026-02-01T12:00:00Z`, `${back}2,2026-03-01T12:00:00Z`];
    expect(await placesOf(rows)).toEqual(['3 refunded_quantity']);
  });

  it('stops after twenty faults', async () => {
    expect(await placesOf(Array.from({ length: 50 }, () => cell('quantity', 'x')))).toHaveLength(20);
  });
});

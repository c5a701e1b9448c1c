import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readOrders } from '../sandbox/replay/filed-order.ts';
import { generateOrders, writeOrders } from '../sandbox/replay/generate-orders.ts';
import { openStage, type SandboxStage, SHOP } from './sandbox-stage.ts';

const generated = { orders: 60, customers: 12, days: 90, until: Date.parse('2026-11-01T00:00:00Z'), seed: 7 };

describe('a file of orders', () => {
  let stage: SandboxStage;
  beforeEach(async () => {
    stage = await openStage();
    stage.sandbox.addShop({ domain: SHOP });
  });
  afterEach(() => stage.end());

  const replay = async (body: string): Promise<{ readonly status: number; readonly told: Record<string, unknown> }> => {
    const url = `${stage.sandbox.url()}/shops/${SHOP}/replay?perSecond=1000`;
    const answer = await fetch(url, { method: 'POST', body });
    return { status: answer.status, told: (await answer.json()) as Record<string, unknown> };
  };

  it('is replayed with its people and what they brought back, and the app is told of everything', async () => {
    const orders = [...generateOrders(generated)];
    const refunds = orders.filter(({ lines }) => lines.some(({ returned }) => returned > 0)).length;
    const buyers = new Set(orders.flatMap(({ email }) => email ?? [])).size;
    expect(refunds).toBeGreaterThan(0);
    const { told: counted } = await replay(writeOrders(orders));
    expect(counted).toMatchObject({ customers: buyers, orders: 60, refunds });
    await stage.sandbox.delivery.settled();
    const told = (topic: string) => stage.sandbox.sent.filter((each) => each.topic === topic).length;
    expect([told('orders/create'), told('orders/paid'), told('refunds/create')]).toEqual([60, 60, refunds]);
  });

  it('says the same from the same seed', () => {
    expect([...generateOrders(generated)]).toEqual([...generateOrders(generated)]);
    expect([...generateOrders({ ...generated, seed: 8 })]).not.toEqual([...generateOrders(generated)]);
  });

  it('may be a table, a line of an order in each of its lines', async () => {
    const text = [
      'order,at,email,source,title,quantity,price,returned',
      'A,2026-10-01T10:00:00+02:00,ada@example.test,pos,"Pot, blue",2,19.99,1',
      'A,2026-10-01T10:00:00+02:00,ada@example.test,pos,"Cup ""Dawn""",1,4.50,',
      'B,2026-10-02T10:00:00Z,,,Spoon,1,3.00,0',
    ].join('\n');
    expect(readOrders(text).map(({ lines }) => lines.map(({ title }) => title))).toEqual([
      ['Pot, blue', 'Cup "Dawn"'],
      ['Spoon'],
    ]);
    await replay(text);
    const [first, second] = stage.sandbox.shop(SHOP).orders();
    expect([first?.sourceName, first?.refunds.length, first?.processedAt]).toEqual(['pos', 1, 1_790_841_600_000]);
    expect([second?.sourceName, second?.customerId]).toEqual(['web', null]);
  });

  it('is refused with the place of what is wrong in it', async () => {
    const answer = await replay('{"order":"A","at":"yesterday","lines":[]}');
    expect(answer.status).toBe(400);
    expect(String(answer.told.error)).toContain('order 1 of the file');
  });
});

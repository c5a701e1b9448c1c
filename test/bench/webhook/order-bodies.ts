import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_SECRET } from '../../support/signing.ts';

const FIXTURE = join(import.meta.dirname, '..', '..', 'fixtures', 'webhooks', '2026-10', 'orders-paid.json');

export type OrderBody = { readonly body: Buffer; readonly signature: string };

export const signatureOf = (body: Buffer): string => createHmac('sha256', TEST_SECRET).update(body).digest('base64');

/** The body of orders/paid, 8 kB of it as Shopify writes them, of another order and another customer each. */
export function createOrderBodies(customers: readonly number[]): (n: number) => OrderBody {
  const { note_attributes: _statement, ...order } = JSON.parse(readFileSync(FIXTURE, 'utf8'));
  return (n) => {
    const at = new Date().toISOString();
    const customer = { ...order.customer, id: customers[n % customers.length] };
    const told = { ...order, id: 80_000_000 + n, name: `#${n}`, customer, updated_at: at, processed_at: at };
    const body = Buffer.from(JSON.stringify(told));
    return { body, signature: signatureOf(body) };
  };
}

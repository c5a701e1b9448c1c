import { expect, it } from '@jest/globals';
import { customer } from '../app/builders.ts';
import { neighbour, type Place, sorted } from './place.ts';
import { NOW } from './samples.ts';

const LEASE = NOW + 30_000;

export function entitlementOutboxBattery({ stores, shop }: Place): void {
  const outbox = () => stores().outbox;
  const put = (id: number, sequence: number, now = NOW) => outbox().put(shop(), customer(id), sequence, now);

  it('keeps one row per customer, of the newest standing', async () => {
    await Promise.all([put(1, 2), put(1, 4), put(1, 3)]);
    expect(await outbox().waiting(shop())).toBe(1);
    expect(await outbox().claim(NOW, LEASE, 9)).toEqual([
      { shop: shop(), customerId: customer(1), sequence: 4, tries: 1 },
    ]);
    expect(await outbox().waiting(neighbour)).toBe(0);
  });

  it('keeps the same of many that are put at once, those that wait already and new ones', async () => {
    await put(1, 5);
    await put(2, 1);
    const many = [1, 2, 3].map((id) => ({ customerId: customer(id), sequence: 3 }));
    await outbox().putMany(shop(), many, NOW + 1);
    await outbox().putMany(shop(), [], NOW + 1);
    const claimed = await outbox().claim(NOW + 1, LEASE, 9);
    expect(sorted(claimed.map(({ customerId, sequence }) => [customerId, sequence]))).toEqual([
      [customer(1), 5],
      [customer(2), 3],
      [customer(3), 3],
    ]);
  });

  it('leases rows of one shop at a time, of the one that waits longest', async () => {
    await outbox().put(neighbour, customer(7), 1, NOW + 1);
    await put(1, 1, NOW);
    await put(2, 1, NOW + 2);
    const first = await outbox().claim(NOW + 2, LEASE, 9);
    expect(sorted(first.map(({ customerId }) => customerId))).toEqual([customer(1), customer(2)]);
    expect(await outbox().claim(NOW + 2, LEASE, 9)).toMatchObject([{ shop: neighbour, customerId: customer(7) }]);
    expect(await outbox().claim(NOW + 2, LEASE, 9)).toEqual([]);
    expect(await outbox().claim(LEASE, LEASE + 1, 1)).toHaveLength(1);
  });

  it('never leases a row to two workers', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => put(i, 1)));
    const work = async () => (await outbox().claim(NOW, LEASE, 15)).map(({ customerId }) => customerId);
    const taken = (await Promise.all([work(), work(), work(), work()])).flat();
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.length).toBeGreaterThan(0);
  });

  it('takes a row away when it was sent, unless something newer came meanwhile: that is due at once', async () => {
    await put(1, 1);
    await put(2, 1);
    await outbox().claim(NOW, LEASE, 9);
    await put(2, 2, NOW + 5);
    await outbox().put(neighbour, customer(1), 1, NOW + 90);
    await outbox().sent(shop(), [
      { customerId: customer(1), sequence: 1 },
      { customerId: customer(2), sequence: 1 },
    ]);
    await outbox().sent(shop(), []);
    expect(await outbox().waiting(neighbour)).toBe(1);
    expect(await outbox().claim(NOW + 4, LEASE, 9)).toEqual([]);
    expect(await outbox().claim(NOW + 5, LEASE, 9)).toEqual([
      { shop: shop(), customerId: customer(2), sequence: 2, tries: 1 },
    ]);
    expect(await outbox().waiting(shop())).toBe(1);
  });

  it('waits before it tries again', async () => {
    await put(1, 1);
    await outbox().claim(NOW, LEASE, 9);
    await outbox().failed(shop(), customer(1), NOW + 700, 'shopify_throttled');
    expect(await outbox().claim(NOW + 699, LEASE, 9)).toEqual([]);
    expect(await outbox().claim(NOW + 700, LEASE, 9)).toMatchObject([{ tries: 2 }]);
  });
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCustomer } from '../../webhooks/customer/read-customer.ts';
import { readOrder } from '../../webhooks/order/read-order.ts';
import { readRefund } from '../../webhooks/refund/read-refund.ts';
import { type Body, fixture } from './fixture.ts';

const RUNS = { numRuns: 500, seed: 20261125 };

/** Every place of a body, as a path. */
function placesOf(value: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...at, key]))];
}

function withAnother(body: Body, path: readonly string[], value: unknown): unknown {
  if (path.length === 0) return value;
  const copy = structuredClone(body);
  const holder = path.slice(0, -1).reduce<Body>((at, key) => at[key] as Body, copy);
  holder[path.at(-1) ?? ''] = value;
  return copy;
}

const strange = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    '',
    '-0.00',
    '0.001',
    '1e9',
    'NaN',
    '１２',
    '9'.repeat(40),
    -1,
    0,
    1.5,
    2 ** 53,
    true,
    null,
    undefined,
  ),
  fc.constantFrom('2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '+275760-09-13T00:00:00Z', 'EUR', 'JPY', 'KWD'),
);

/** A body of ours with one to three places that hold something else. */
const damaged = (name: string) => {
  const body = fixture(name);
  const place = fc.tuple(fc.constantFrom(...placesOf(body)), strange);
  return fc.array(place, { minLength: 1, maxLength: 3 }).map((changes) =>
    changes.reduce<unknown>((told, [path, value]) => {
      try {
        return withAnother(told as Body, path, value);
      } catch {
        return told;
      }
    }, body),
  );
};

const isAmount = (minor: number) => Number.isSafeInteger(minor) && minor >= 0;

describe('whatever a body holds', () => {
  it('an order is read rightly or refused with a reason', () => {
    const property = fc.property(damaged('orders-updated'), (body) => {
      const told = readOrder(body, () => true);
      if (!told.ok)
        return expect(told.error.every(({ facts }) => facts !== undefined && 'why' in facts && facts.why !== '')).toBe(
          true,
        );
      const { snapshot, refunds } = told.value;
      for (const line of snapshot?.lines ?? []) {
        const amounts = [line.priceMinor, line.amountMinor, line.ourDiscountMinor, line.quantity, line.removedQuantity];
        expect(amounts.filter((minor) => !isAmount(minor))).toEqual([]);
        expect(line.amountMinor).toBeLessThanOrEqual(line.priceMinor * line.quantity);
        expect(line.removedQuantity).toBeLessThanOrEqual(line.quantity);
      }
      expect(refunds.every(({ goodwillMinor }) => isAmount(goodwillMinor))).toBe(true);
      expect([snapshot?.updatedAt, snapshot?.processedAt].every(Number.isSafeInteger)).toBe(true);
    });
    fc.assert(property, RUNS);
  });

  it('a refund is read rightly or refused with a reason', () => {
    const property = fc.property(damaged('refunds-create-goodwill'), (body) => {
      const told = readRefund(body);
      if (!told.ok) return expect(told.error.length).toBeGreaterThan(0);
      for (const { goodwillMinor, lines } of told.value.refunds) {
        expect(isAmount(goodwillMinor)).toBe(true);
        expect(lines.every(({ quantity }) => quantity > 0)).toBe(true);
      }
    });
    fc.assert(property, RUNS);
  });

  it('a customer is read or refused', () => {
    const property = fc.property(damaged('customers-update'), (body) => {
      const told = readCustomer(body);
      if (!told.ok) expect(told.error.length).toBeGreaterThan(0);
    });
    fc.assert(property, RUNS);
  });
});

import { expect } from '@jest/globals';
import type { Operation } from './profiled.ts';

/** Never the whole collection, always the shop first, no more looked at than given back, no sorting in memory. */
export function expectGood(operations: readonly Operation[], slack: number): void {
  expect(operations.length).toBeGreaterThan(0);
  for (const operation of operations) {
    expect(operation.plan).not.toContain('COLLSCAN');
    expect(operation).toMatchObject({ sortsInMemory: false });
    expect(Object.keys(operation.filter)[0]).toBe('shop');
    expect(operation.docsExamined).toBeLessThanOrEqual(operation.rows + slack);
  }
}

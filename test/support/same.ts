import { expect } from '@jest/globals';

/** Equal, and quick to see as long as it is: for laws that ask it ten thousand times. */
export function same(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
}

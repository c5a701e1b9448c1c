import { describe, expect, it } from '@jest/globals';
import { compareIds } from '../../../shared/domain/purchase/compare-ids.ts';

describe('the order of ids', () => {
  it('compares numbers as numbers and puts them before text', () => {
    expect(['b', '10', '1x', '9', '100', 'a', '9'].sort(compareIds)).toEqual(['9', '9', '10', '100', '1x', 'a', 'b']);
    expect(compareIds('7', '7')).toBe(0);
  });

  it('compares numbers that are too large for a number', () => {
    expect(compareIds('99999999999999999998', '99999999999999999999')).toBeLessThan(0);
  });
});

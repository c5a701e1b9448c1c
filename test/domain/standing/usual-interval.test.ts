import { describe, expect, it } from '@jest/globals';
import { usualIntervalDays } from '../../../shared/domain/standing/usual-interval.ts';
import { at } from '../../support/builders/at.ts';

const usual = (...days: readonly string[]) => usualIntervalDays(days.map((day) => at(day)));

describe('the usual interval between purchases', () => {
  it('is the median of the gaps, whatever order the purchases lie in', () => {
    expect(usual('2026-01-01', '2026-01-11', '2026-02-10', '2026-02-15')).toBe(10);
    expect(usual('2026-02-15', '2026-01-11', '2026-02-10', '2026-01-01')).toBe(10);
    expect(usual('2026-01-01', '2026-01-11', '2026-01-31')).toBe(15);
  });

  it('is unknown under three purchases', () => {
    expect(usual()).toBeNull();
    expect(usual('2026-01-01', '2026-01-11')).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { versionAt } from '../../../shared/domain/program/version-at.ts';
import { aProgram } from '../../support/builders/a-program.ts';

const first = aProgram({ version: 1, effectiveAt: 100 });
const second = aProgram({ version: 2, effectiveAt: 200 });

describe('which version of a program is in force', () => {
  it('is none before the first begins, and each from its own instant on', () => {
    for (const versions of [
      [first, second],
      [second, first],
    ]) {
      expect(versionAt(versions, 99)).toBeNull();
      expect(versionAt(versions, 100)).toBe(first);
      expect(versionAt(versions, 199)).toBe(first);
      expect(versionAt(versions, 200)).toBe(second);
    }
    expect(versionAt([], 100)).toBeNull();
  });

  it('is none from the instant on at which it ends, whatever came before it', () => {
    const ended = { ...second, endsAt: 300 };
    expect(versionAt([first, ended], 299)).toBe(ended);
    expect(versionAt([first, ended], 300)).toBeNull();
  });

  it('is not the one that was planned when a later one was published meanwhile', () => {
    const planned = aProgram({ version: 2, effectiveAt: 500 });
    const third = aProgram({ version: 3, effectiveAt: 300 });
    expect(versionAt([first, planned, third], 299)).toBe(first);
    expect(versionAt([first, planned, third], 600)).toBe(third);
  });

  it('is none any more when an end was published, also where a version was planned', () => {
    const planned = aProgram({ version: 2, effectiveAt: 500 });
    const end = aProgram({ version: 3, effectiveAt: 300, endsAt: 300 });
    expect([299, 300, 600].map((asOf) => versionAt([first, planned, end], asOf))).toEqual([first, null, null]);
  });
});

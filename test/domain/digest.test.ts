import { describe, expect, it } from '@jest/globals';
import { digest } from '../../shared/domain/digest.ts';

describe('the digest of a fact', () => {
  it('is the same for the same contents, whatever order the fields were read in', () => {
    expect(digest({ a: 1, b: [{ c: null, d: 'x' }] })).toBe(digest({ b: [{ d: 'x', c: null }], a: 1 }));
    expect(digest({ a: 1, b: undefined })).toBe(digest({ a: 1 }));
  });

  it('differs where anything differs', () => {
    const all = [
      { a: 1 },
      { a: 2 },
      { a: '1' },
      { b: 1 },
      { a: null },
      {},
      [],
      [1],
      [[1]],
      [1, 2],
      [2, 1],
      'a',
      1,
      null,
    ];
    const digests = new Set([...all.map(digest), ...Array.from({ length: 20_000 }, (_, i) => digest({ amount: i }))]);
    expect(digests.size).toBe(all.length + 20_000);
    expect([...digests].filter((text) => !/^[0-9a-f]{16}$/.test(text))).toEqual([]);
  });
});

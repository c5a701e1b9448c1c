import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readKey, sipHash, sipHashOf } from '../../../shared/domain/entitlement/sip-hash.ts';

const KEY = readKey('000102030405060708090a0b0c0d0e0f');

/** The 64-bit vectors of SipHash's reference code: so many bytes 00, 01, 02 … under the key above. */
const vectors: readonly (readonly [number, string])[] = [
  [0, '310e0edd47db6f72'],
  [1, 'fd67dc93c539f874'],
  [2, '5a4fa9d909806c0d'],
  [3, '2d7efbd796666785'],
  [4, 'b7877127e09427cf'],
  [7, '37d1018bf50002ab'],
  [8, '6224939a79f5f593'],
  [9, 'b0e4a90bdf82009e'],
  [15, 'e545be4961ca29a1'],
  [16, 'db9bc2577fcc2a3f'],
  [23, 'c8ce5ccd8c030ca8'],
  [24, '94af49f6c650adb8'],
  [31, '42c341d8fa92d832'],
  [32, 'ce7cf2722f512771'],
  [33, 'e37859f94623f3a7'],
  [47, 'eb75095ccd986cd0'],
  [48, '51a9cb9ecba312e6'],
  [63, '724506eb4c328a95'],
];

const bytesUpTo = (length: number) => String.fromCharCode(...Array.from({ length }, (_, i) => i));

function hexOf(words: readonly number[]): string {
  const bytes = Buffer.alloc(words.length * 4);
  words.forEach((word, i) => {
    bytes.writeInt32LE(word, i * 4);
  });
  return bytes.toString('hex');
}

/** SipHash-2-4 once more, straight from its paper in 64-bit words. */
function plainSipHash(keyHex: string, bytes: Buffer): string {
  const key = Buffer.from(keyHex, 'hex');
  const [k0, k1] = [key.readBigUInt64LE(0), key.readBigUInt64LE(8)];
  const turn = (x: bigint, by: bigint) => BigInt.asUintN(64, (x << by) | (x >> (64n - by)));
  const sum = (a: bigint, b: bigint) => BigInt.asUintN(64, a + b);
  let a = k0 ^ 0x736f6d6570736575n;
  let b = k1 ^ 0x646f72616e646f6dn;
  let c = k0 ^ 0x6c7967656e657261n;
  let d = k1 ^ 0x7465646279746573n;
  const rounds = (count: number) => {
    for (let i = 0; i < count; i += 1) {
      a = sum(a, b);
      b = turn(b, 13n) ^ a;
      a = turn(a, 32n);
      c = sum(c, d);
      d = turn(d, 16n) ^ c;
      a = sum(a, d);
      d = turn(d, 21n) ^ a;
      c = sum(c, b);
      b = turn(b, 17n) ^ c;
      c = turn(c, 32n);
    }
  };
  const padded = Buffer.alloc((Math.floor(bytes.length / 8) + 1) * 8);
  bytes.copy(padded);
  padded[padded.length - 1] = bytes.length & 255;
  for (let at = 0; at < padded.length; at += 8) {
    const word = padded.readBigUInt64LE(at);
    d ^= word;
    rounds(2);
    a ^= word;
  }
  c ^= 0xffn;
  rounds(4);
  const out = Buffer.alloc(8);
  out.writeBigUInt64LE(a ^ b ^ c ^ d);
  return out.toString('hex');
}

const hexKeys = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex'));

describe('the signature under a card’s statement', () => {
  it.each(vectors)('is the published SipHash-2-4: %i bytes', (length, tag) => {
    expect(hexOf(sipHashOf(KEY, bytesUpTo(length)))).toBe(tag);
  });

  it('is the same as the slow one from the paper, for any key and any text of ASCII', () => {
    fc.assert(
      fc.property(hexKeys, fc.string({ unit: 'binary-ascii', maxLength: 200 }), (key, text) => {
        expect(hexOf(sipHashOf(readKey(key), text))).toBe(plainSipHash(key, Buffer.from(text, 'latin1')));
      }),
      { seed: 27, numRuns: 400 },
    );
  });

  it('is the same of figures, each of them four bytes', () => {
    const figures = fc.array(fc.nat(2 ** 32 - 1), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(hexKeys, figures, (key, words) => {
        const bytes = Buffer.alloc(24);
        words.forEach((word, i) => {
          bytes.writeUInt32LE(word, i * 4);
        });
        expect(hexOf(sipHash(readKey(key), words, 24))).toBe(plainSipHash(key, bytes));
      }),
      { seed: 28, numRuns: 400 },
    );
  });

  it('is never worked out of letters that it would take for others', () => {
    for (const text of ['ž', '\u{1f600}', 'demo\u3032'])
      expect(() => sipHashOf(KEY, text)).toThrow('invariant broken: only ASCII is hashed');
  });
});

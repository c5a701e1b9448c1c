import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readKey, sipHash128, type Words } from '../../../shared/domain/entitlement/sip-hash.ts';

const KEY = readKey('000102030405060708090a0b0c0d0e0f');

/** The 128-bit vectors of SipHash's reference code: so many bytes 00, 01, 02 … under the key above. */
const vectors: readonly (readonly [number, string])[] = [
  [0, 'a3817f04ba25a8e66df67214c7550293'],
  [1, 'da87c1d86b99af44347659119b22fc45'],
  [2, '8177228da4a45dc7fca38bdef60affe4'],
  [3, '9c70b60c5267a94e5f33b6b02985ed51'],
  [7, 'a1f1ebbed8dbc153c0b84aa61ff08239'],
  [8, '3b62a9ba6258f5610f83e264f31497b4'],
  [9, '264499060ad9baabc47f8b02bb6d71ed'],
  [15, '5493e99933b0a8117e08ec0f97cfc3d9'],
  [16, '6ee2a4ca67b054bbfd3315bf85230577'],
  [23, 'c9d184ddd5a9f5e0cf8ce29a9abf691c'],
  [31, '2939b0183223fafc1723de4f52c43d35'],
  [32, '7c3956ca5eeafc3e363e9d556546eb68'],
  [33, '77c6077146f01c32b6b69d5f4ea9ffcf'],
  [47, 'e61c432b720b19d18ec8d84bdc63151b'],
  [48, 'f7e5aef549f782cf379055a608269b16'],
  [63, '5150d1772f50834a503e069a973fbd7c'],
];

const bytesUpTo = (length: number) => String.fromCharCode(...Array.from({ length }, (_, i) => i));

function hexOf(words: Words): string {
  const bytes = Buffer.alloc(16);
  words.forEach((word, i) => {
    bytes.writeInt32LE(word, i * 4);
  });
  return bytes.toString('hex');
}

/** SipHash-2-4-128 once more, straight from its paper in 64-bit words. */
function plainSipHash(keyHex: string, text: string): string {
  const key = Buffer.from(keyHex, 'hex');
  const [k0, k1] = [key.readBigUInt64LE(0), key.readBigUInt64LE(8)];
  const turn = (x: bigint, by: bigint) => BigInt.asUintN(64, (x << by) | (x >> (64n - by)));
  const sum = (a: bigint, b: bigint) => BigInt.asUintN(64, a + b);
  let [a, b, c, d] = [
    k0 ^ 0x736f6d6570736575n,
    k1 ^ 0x646f72616e646f83n,
    k0 ^ 0x6c7967656e657261n,
    k1 ^ 0x7465646279746573n,
  ];
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
  const padded = Buffer.alloc((Math.floor(text.length / 8) + 1) * 8);
  padded.write(text, 'latin1');
  padded[padded.length - 1] = text.length & 255;
  for (let at = 0; at < padded.length; at += 8) {
    const word = padded.readBigUInt64LE(at);
    d ^= word;
    rounds(2);
    a ^= word;
  }
  const out = Buffer.alloc(16);
  c ^= 0xeen;
  rounds(4);
  out.writeBigUInt64LE(a ^ b ^ c ^ d, 0);
  b ^= 0xddn;
  rounds(4);
  out.writeBigUInt64LE(a ^ b ^ c ^ d, 8);
  return out.toString('hex');
}

describe('the signature under a card’s statement', () => {
  it.each(vectors)('is the published SipHash-2-4 with 128 bits: %i bytes', (length, tag) => {
    expect(hexOf(sipHash128(KEY, bytesUpTo(length)))).toBe(tag);
  });

  it('is the same as the slow one from the paper, for any key and any text of ASCII', () => {
    const hexKeys = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex'));
    const texts = fc.string({ unit: 'binary-ascii', maxLength: 600 });
    fc.assert(
      fc.property(hexKeys, texts, (key, text) => {
        expect(hexOf(sipHash128(readKey(key), text))).toBe(plainSipHash(key, text));
      }),
      { seed: 27, numRuns: 400 },
    );
  });
});

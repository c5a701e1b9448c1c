import { assert } from '../assert.ts';

/** A key: four 32-bit words, least significant first. */
export type Key = readonly [number, number, number, number];

/** Reads a key from 32 hexadecimal digits, bytes in the order SipHash takes them. */
export function readKey(hex: string): Key {
  const words = [0, 8, 16, 24].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 8), 16);
    return (value << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24);
  });
  return words as unknown as Key;
}

/**
 * SipHash-2-4 (Aumasson and Bernstein) of 32-bit words, least significant first: 64 bits as two of them. `bytes` is
 * how many of the words' bytes count; those behind are 0. A 64-bit word is a pair and the state lies in eight
 * variables of one function, because checkout's engine is dear for BigInt, arrays, characters and calls. The carry
 * comes from the bits, so no number leaves 32 bits; a turn by 32 is two halves written crosswise.
 */
export function sipHash(key: Key, words: readonly number[], bytes: number): readonly [number, number] {
  let al = key[0] ^ 0x70736575;
  let ah = key[1] ^ 0x736f6d65;
  let bl = key[2] ^ 0x6e646f6d;
  let bh = key[3] ^ 0x646f7261;
  let cl = key[0] ^ 0x6e657261;
  let ch = key[1] ^ 0x6c796765;
  let dl = key[2] ^ 0x79746573;
  let dh = key[3] ^ 0x74656462;
  const last = bytes >>> 3;
  let low = 0;
  let high = 0;
  let sum = 0;
  for (let block = 0; block <= last + 1; block += 1) {
    const isText = block <= last;
    if (isText) {
      low = words[block * 2] ?? 0;
      high = (words[block * 2 + 1] ?? 0) | (block === last ? bytes << 24 : 0);
      dl ^= low;
      dh ^= high;
    } else cl ^= 0xff;
    for (let round = isText ? 2 : 4; round > 0; round -= 1) {
      sum = (al + bl) | 0;
      al = (ah + bh + (((al & bl) | ((al | bl) & ~sum)) >>> 31)) | 0;
      ah = sum;
      sum = ((bl << 13) | (bh >>> 19)) ^ ah;
      bh = ((bh << 13) | (bl >>> 19)) ^ al;
      bl = sum;
      sum = (cl + dl) | 0;
      ch = (ch + dh + (((cl & dl) | ((cl | dl) & ~sum)) >>> 31)) | 0;
      cl = sum;
      sum = ((dl << 16) | (dh >>> 16)) ^ cl;
      dh = ((dh << 16) | (dl >>> 16)) ^ ch;
      dl = sum;
      sum = (al + dl) | 0;
      ah = (ah + dh + (((al & dl) | ((al | dl) & ~sum)) >>> 31)) | 0;
      al = sum;
      sum = ((dl << 21) | (dh >>> 11)) ^ al;
      dh = ((dh << 21) | (dl >>> 11)) ^ ah;
      dl = sum;
      sum = (cl + bl) | 0;
      cl = (ch + bh + (((cl & bl) | ((cl | bl) & ~sum)) >>> 31)) | 0;
      ch = sum;
      sum = ((bl << 17) | (bh >>> 15)) ^ ch;
      bh = ((bh << 17) | (bl >>> 15)) ^ cl;
      bl = sum;
    }
    if (isText) {
      al ^= low;
      ah ^= high;
    }
  }
  return [al ^ bl ^ cl ^ dl, ah ^ bh ^ ch ^ dh];
}

/** The same of ASCII text; a character above would look like two of its neighbours, so none may come here. */
export function sipHashOf(key: Key, text: string): readonly [number, number] {
  assert(/^[\0-\x7f]*$/.test(text), 'only ASCII is hashed');
  const words: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    words[at >>> 2] = (words[at >>> 2] ?? 0) | (text.charCodeAt(at) << ((at & 3) * 8));
  }
  return sipHash(key, words, text.length);
}

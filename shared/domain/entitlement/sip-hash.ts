/** Four 32-bit words, least significant first: a key, or a tag. */
export type Words = readonly [number, number, number, number];

/** Reads 128 bits as 32 hexadecimal digits, bytes in the order SipHash takes them. */
export function readKey(hex: string): Words {
  const word = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 8), 16);
    return ((value & 0xff) << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24);
  };
  return [word(0), word(8), word(16), word(24)];
}

/**
 * SipHash-2-4 with a 128-bit tag (Aumasson and Bernstein) of ASCII text. 64-bit words are pairs of 32-bit ones, since
 * checkout's engine pays dearly for BigInt; the carry comes from the bits, so that no number leaves 32 bits.
 */
export function sipHash128(key: Words, text: string): Words {
  const state = [
    key[0] ^ 0x70736575,
    key[1] ^ 0x736f6d65,
    key[2] ^ 0x6e646f6d ^ 0xee,
    key[3] ^ 0x646f7261,
    key[0] ^ 0x6e657261,
    key[1] ^ 0x6c796765,
    key[2] ^ 0x79746573,
    key[3] ^ 0x74656462,
  ];
  const whole = text.length & ~7;
  for (let i = 0; i < whole; i += 8) absorb(state, wordAt(text, i, 4), wordAt(text, i + 4, 4));
  const left = text.length - whole;
  const low = wordAt(text, whole, Math.min(left, 4));
  absorb(state, low, wordAt(text, whole + 4, Math.max(left - 4, 0)) | (text.length << 24));
  state[4]! ^= 0xee;
  rounds(state, 4);
  const first = fold(state);
  state[2]! ^= 0xdd;
  rounds(state, 4);
  return [...first, ...fold(state)];
}

function absorb(state: number[], low: number, high: number): void {
  state[6]! ^= low;
  state[7]! ^= high;
  rounds(state, 2);
  state[0]! ^= low;
  state[1]! ^= high;
}

const fold = (s: readonly number[]): [number, number] => [s[0]! ^ s[2]! ^ s[4]! ^ s[6]!, s[1]! ^ s[3]! ^ s[5]! ^ s[7]!];

/** `count` characters as a little-endian word. */
function wordAt(text: string, at: number, count: number): number {
  let word = 0;
  for (let i = 0; i < count; i += 1) word |= text.charCodeAt(at + i) << (8 * i);
  return word;
}

function rounds(state: number[], count: number): void {
  let [al, ah, bl, bh, cl, ch, dl, dh] = state as [number, number, number, number, number, number, number, number];
  let low = 0;
  for (let i = 0; i < count; i += 1) {
    low = (al + bl) | 0;
    ah = (ah + bh + (((al & bl) | ((al | bl) & ~low)) >>> 31)) | 0;
    al = low;
    low = (cl + dl) | 0;
    ch = (ch + dh + (((cl & dl) | ((cl | dl) & ~low)) >>> 31)) | 0;
    cl = low;
    low = ((bl << 13) | (bh >>> 19)) ^ al;
    bh = ((bh << 13) | (bl >>> 19)) ^ ah;
    bl = low;
    low = ((dl << 16) | (dh >>> 16)) ^ cl;
    dh = ((dh << 16) | (dl >>> 16)) ^ ch;
    dl = low;
    low = ah;
    ah = al;
    al = low;
    low = (cl + bl) | 0;
    ch = (ch + bh + (((cl & bl) | ((cl | bl) & ~low)) >>> 31)) | 0;
    cl = low;
    low = (al + dl) | 0;
    ah = (ah + dh + (((al & dl) | ((al | dl) & ~low)) >>> 31)) | 0;
    al = low;
    low = ((bl << 17) | (bh >>> 15)) ^ cl;
    bh = ((bh << 17) | (bl >>> 15)) ^ ch;
    bl = low;
    low = ((dl << 21) | (dh >>> 11)) ^ al;
    dh = ((dh << 21) | (dl >>> 11)) ^ ah;
    dl = low;
    low = ch;
    ch = cl;
    cl = low;
  }
  state.splice(0, 8, al, ah, bl, bh, cl, ch, dl, dh);
}

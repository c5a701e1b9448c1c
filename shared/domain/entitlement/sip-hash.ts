/** Four 32-bit words, least significant first: a key, or a tag. */
export type Words = readonly [number, number, number, number];

/** Reads 128 bits as 32 hexadecimal digits, bytes in the order SipHash takes them. */
export function readKey(hex: string): Words {
  const words: number[] = [];
  for (let at = 0; at < 32; at += 8) {
    const value = Number.parseInt(hex.slice(at, at + 8), 16);
    words.push((value << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24));
  }
  return words as unknown as Words;
}

/**
 * SipHash-2-4 with a 128-bit tag (Aumasson and Bernstein) of ASCII text. A 64-bit word is a pair of 32-bit ones and
 * the state lies in eight variables of one function, because checkout's engine is dear for BigInt, arrays and calls.
 * The carry comes from the bits, so no number leaves 32 bits; a turn by 32 is two halves written crosswise.
 *
 * A character above ASCII would look like two of its neighbours; it goes into the state once more by itself, so its
 * text has a tag that nobody without the key can know and that we never give out.
 */
export function sipHash128(key: Words, text: string): Words {
  let al = key[0] ^ 0x70736575;
  let ah = key[1] ^ 0x736f6d65;
  let bl = key[2] ^ 0x6e646f83;
  let bh = key[3] ^ 0x646f7261;
  let cl = key[0] ^ 0x6e657261;
  let ch = key[1] ^ 0x6c796765;
  let dl = key[2] ^ 0x79746573;
  let dh = key[3] ^ 0x74656462;
  const { length } = text;
  const last = length >>> 3;
  let low = 0;
  let high = 0;
  let sum = 0;
  let seen = 0;
  let firstLow = 0;
  let firstHigh = 0;
  for (let block = 0; block <= last + 2; block += 1) {
    const isText = block <= last;
    if (isText) {
      low = 0;
      high = block === last ? length << 24 : 0;
      const end = block * 8 + 8;
      for (let at = block === last ? length : end; at > end - 8; ) {
        at -= 1;
        const code = text.charCodeAt(at);
        seen |= code;
        if (at & 4) high |= code << ((at & 3) << 3);
        else low |= code << ((at & 3) << 3);
      }
      dl ^= low;
      dh ^= high;
    } else if (block === last + 1) {
      cl ^= 0xee ^ (seen >>> 7);
    } else {
      firstLow = al ^ bl ^ cl ^ dl;
      firstHigh = ah ^ bh ^ ch ^ dh;
      bl ^= 0xdd;
    }
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
  return [firstLow, firstHigh, al ^ bl ^ cl ^ dl, ah ^ bh ^ ch ^ dh];
}

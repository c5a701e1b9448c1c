import { describe, expect, it } from '@jest/globals';
import { chanceDigits, createChanceDigits } from '../../server/app/chance-digits.ts';
import type { Chance } from '../../server/app/ports/ids.ts';
import { countedChance } from './counted.ts';

/** Chance that draws these numbers of 32 bits, round and round. */
function drawing(...numbers: readonly number[]): Chance {
  let at = 0;
  const next = (): number => numbers[at++ % numbers.length] ?? 0;
  return {
    bytes: (count) => {
      const view = new DataView(new ArrayBuffer(count));
      for (let i = 0; i < count; i += 4) view.setUint32(i, next());
      return new Uint8Array(view.buffer);
    },
  };
}

/** 42 times 10^8: from here on a remainder would favour low numbers. */
const FAIR = 4_200_000_000;

describe('digits drawn by chance', () => {
  it('leaves out what would favour low numbers, and draws again', () => {
    expect(createChanceDigits(drawing(FAIR - 1, FAIR, 2 ** 32 - 1, 7), 8).draw(4)).toEqual(['99999999', '00000007']);
    expect(chanceDigits(drawing(FAIR, FAIR, 12_345), 8)).toBe('00012345');
  });

  it('come out about equally often', () => {
    const drawn = createChanceDigits(countedChance(), 1).draw(20_000);
    for (let digit = 0; digit < 10; digit += 1) {
      const count = drawn.filter((each) => each === String(digit)).length;
      expect(Math.abs(count - 2000)).toBeLessThan(250);
    }
  });
});

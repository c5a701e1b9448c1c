import type { Chance } from './ports/ids.ts';

const BYTES = 4;
const RANGE = 2 ** 32;

/**
 * `count` (1 to 9) decimal digits, each text equally likely: what lies beyond the last whole multiple of 10^count is
 * drawn again, since a remainder alone would favour low numbers. `draw` answers some at once, as chance costs a call.
 */
export function createChanceDigits(chance: Chance, count: number): { readonly draw: (max: number) => string[] } {
  const numbers = 10 ** count;
  const fair = RANGE - (RANGE % numbers);
  const draw = (max: number): string[] => {
    const bytes = chance.bytes(max * BYTES);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const drawn: string[] = [];
    for (let at = 0; at < view.byteLength; at += BYTES) {
      const value = view.getUint32(at);
      if (value < fair) drawn.push(String(value % numbers).padStart(count, '0'));
    }
    return drawn;
  };
  return { draw };
}

/** One text of `count` digits. */
export function chanceDigits(chance: Chance, count: number): string {
  const { draw } = createChanceDigits(chance, count);
  for (;;) {
    const [digits] = draw(1);
    if (digits !== undefined) return digits;
  }
}

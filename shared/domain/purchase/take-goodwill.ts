import { spread } from '../money/spread.ts';
import type { UnitsLeft } from './keep-units.ts';

function takeMoney(line: UnitsLeft, minor: number): void {
  if (line.reward !== undefined) {
    const { after, items, amountMinor } = line.reward;
    const [ofRewarded = 0] = spread(minor, [amountMinor, line.amountMinor - amountMinor]);
    line.reward = { after, items, amountMinor: amountMinor - ofRewarded };
  }
  line.amountMinor -= minor;
}

/**
 * Takes money that was given back without goods off what is left of the lines, by their value (rules 1); no more than
 * is left of them. Answers how much that was, in minor units.
 */
export function takeGoodwill(lines: readonly UnitsLeft[], goodwillMinor: number): number {
  const worth = lines.map((l) => l.amountMinor);
  const total = worth.reduce((a, b) => a + b, 0);
  const taken = Math.min(goodwillMinor, total);
  const shares = spread(taken, worth);
  lines.forEach((line, i) => {
    takeMoney(line, shares[i] ?? 0);
  });
  return taken;
}

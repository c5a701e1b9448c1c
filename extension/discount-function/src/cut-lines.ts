import { floorFactor, floorOf, NEVER_DISCOUNTED } from '../../../shared/domain/quote/floor.ts';
import { lineDiscount } from '../../../shared/domain/quote/line-discount.ts';
import { readMinor, writeMinor } from './decimal.ts';
import type { InputLine, RulesRow, Target } from './input.ts';
import type { Candidate } from './output.ts';

/** `count`: all lines of the cart, since all of them share the room that the answer has. */
type Terms = {
  readonly rules: RulesRow;
  readonly bp: number;
  readonly scale: number;
  readonly rate: number;
  readonly count: number;
};

/** How many candidates the answer has room for, whatever alphabet the message is in. */
function roomFor(count: number, id: string, message: string): number {
  // What Shopify takes of an answer: so many bytes, or so many a line; and what a target and a candidate need of them.
  const BYTES_MIN = 20_000;
  const LINE_BYTES = 100;
  const TARGET_BYTES = 23;
  const CANDIDATE_BYTES = 80;
  const bytes = Math.max(BYTES_MIN, LINE_BYTES * count) - (count + 3) * (TARGET_BYTES + id.length);
  return bytes / (CANDIDATE_BYTES + 2 * message.length);
}

/**
 * Lines near their floor, to the minor unit; past so many, to the whole percent below, one candidate for each percent.
 * Where not every percent has room, to every second or third.
 */
export function cutLines(lines: readonly InputLine[], terms: Terms, to: Candidate[]): void {
  // More own amounts than these would not fit into what checkout may spend; the rest is cut to whole percents.
  const EXACT_CUTS_MAX = 20;
  // Of more lines than these none gets an amount of its own: checkout could not pay for both.
  const MANY = 50;
  // A hundredth of a thousandth of a percent: more than what arithmetic in floating point may be off.
  const ALMOST = 1e-5;
  const { rules, bp, scale, rate, count } = terms;
  const room = roomFor(count, (lines[0] as InputLine).i, rules[5]);
  const percentsMax = lines.length <= Math.min(EXACT_CUTS_MAX, room - 1) ? 0 : Math.min(bp / 100, room / 2);
  const exactMax = lines.length > MANY ? 0 : Math.min(EXACT_CUTS_MAX, room - 1 - percentsMax);
  const step = Math.ceil(bp / 100 / percentsMax);
  const factor = floorFactor(rules[3], rate);
  const percents: Target[][] = [];
  let exact = 0;
  for (const line of lines) {
    const { cartLine } = line.c;
    const text = cartLine.id;
    const cost = line.m.m ? Number(line.m.m.v) : 0;
    cartLine.id = line.i;
    if (!(cost < NEVER_DISCOUNTED)) continue;
    const costs = rules[4] ? cost * line.q : 0;
    if (exact < exactMax) {
      const discount = lineDiscount(readMinor(text, scale), floorOf(costs, factor), bp);
      if (!(discount > 0)) continue;
      exact += 1;
      to.push({ targets: [line.c], value: { fixedAmount: { amount: writeMinor(discount, scale) } } });
    } else {
      // Of the whole units alone, which are less: never more than the floor leaves.
      const left = 100 - (costs * factor) / (Number.parseInt(text, 10) * scale * 100) - ALMOST;
      const percent = Math.floor(Math.min(bp / 100, left) / step) * step;
      if (!(percent > 0)) continue;
      const same = percents[percent] ?? [];
      percents[percent] = same;
      same.push(line.c);
    }
  }
  for (let percent = 1; percent < percents.length; percent += 1) {
    const targets = percents[percent];
    if (targets !== undefined) to.push({ targets, value: { percentage: { value: String(percent) } } });
  }
}

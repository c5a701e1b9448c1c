import { percentDecimal, percentOf } from '../../../shared/domain/money/percent.ts';
import { floorFactor, floorOf, NEVER_DISCOUNTED } from '../../../shared/domain/quote/floor.ts';
import { rewardText } from '../../../shared/domain/quote/reward-sign.ts';
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
  readonly after: number | undefined;
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
 * Where not every percent has room, to every second or third. `marked`: how many take
 * rewards; those have their own amount in any case, where it is more than the percentage.
 */
export function cutLines(lines: readonly InputLine[], terms: Terms, to: Candidate[], marked: number): void {
  // More own amounts than these would not fit into what checkout may spend; the rest is cut to whole percents.
  const EXACT_CUTS_MAX = 20;
  // Of more lines than these none gets an amount of its own: checkout could not pay for both.
  const MANY = 50;
  // A hundredth of a thousandth of a percent: more than what arithmetic in floating point may be off.
  const ALMOST = 1e-5;
  const { rules, bp, scale, rate, count, after } = terms;
  const room = roomFor(count, (lines[0] as InputLine).i, rules[5]) - marked;
  const percentsMax = lines.length <= Math.min(EXACT_CUTS_MAX, room - 1) ? 0 : Math.min(bp / 100, room / 2);
  const exactMax = lines.length > MANY ? 0 : Math.min(EXACT_CUTS_MAX, room - 2 - percentsMax);
  const step = Math.ceil(bp / 100 / percentsMax);
  const factor = floorFactor(rules[3], rate);
  const percents: Target[][] = [];
  const isFloorOn = rules[4];
  const most = bp / 100;
  const unit = factor / (scale * 100);
  const half = 50 / scale;
  const whole = Number.parseInt;
  const floor = Math.floor;
  const uncut: Target[] = [];
  let exact = 0;
  for (const line of lines) {
    const { cartLine } = line.c;
    const text = cartLine.id;
    const metafield = line.m.m;
    const cost = metafield ? +(metafield.v as number) : 0;
    cartLine.id = line.i;
    if (!(cost < NEVER_DISCOUNTED)) continue;
    const costs = isFloorOn ? cost * line.q : 0;
    if (exact < exactMax || line.r) {
      const amount = readMinor(text, scale);
      const room = amount - floorOf(costs, factor);
      const percent = Math.min(percentOf(amount, bp), room);
      const reward = Math.min(line.r || 0, room);
      const isReward = reward > percent;
      const discount = isReward ? reward : percent;
      if (!(discount > 0)) continue;
      exact += line.r ? 0 : 1;
      to.push({
        targets: [line.c],
        value: { fixedAmount: { amount: writeMinor(discount, scale) } },
        message: isReward ? rewardText(rules[5], after as number, line.n as number) : undefined,
      });
    } else {
      // Of the whole units alone, which are less, and half a minor unit above the floor, since Shopify rounds half up:
      // never more than the floor leaves.
      const left = costs > 0 ? 100 - (costs * unit + half) / whole(text) - ALMOST : most;
      const percent = floor(left / step) * step;
      if (left >= most) uncut.push(line.c);
      else if (percents[percent]) percents[percent].push(line.c);
      else if (percent > 0) percents[percent] = [line.c];
    }
  }
  if (uncut.length > 0) to.push({ targets: uncut, value: { percentage: { value: percentDecimal(bp) } } });
  for (let percent = 1; percent < percents.length; percent += 1) {
    const targets = percents[percent];
    if (targets !== undefined) to.push({ targets, value: { percentage: { value: String(percent) } } });
  }
}

import { currencyDigits } from '../../../shared/domain/money/currency.ts';
import { percentDecimal } from '../../../shared/domain/money/percent.ts';
import { cutLines } from './cut-lines.ts';
import type { FunctionInput, InputLine, Target } from './input.ts';
import { markRewards } from './mark-rewards.ts';
import type { Candidate } from './output.ts';
import { owedBp } from './owed-bp.ts';

/**
 * What a cart gets, candidate by candidate (rules 3, decision 0029). The hot loop: a line whose floor is far away costs
 * a comparison, the others go the exact way.
 */
export function discountsOf(input: FunctionInput): Candidate[] {
  // Up to so many lines each gets its own amount, to the minor unit; in longer carts only those that the floor cuts.
  const EXACT_LINES_MAX = 15;
  // In longer carts no line takes a reward: checkout could not pay for it. They stay ready for the next purchase.
  const REWARDS_LINES_MAX = 50;
  // With the floor switched off a cost weighs a thousandth, and what is never discounted still outweighs any line.
  const FLOOR_OFF = 1e-3;
  const { cart } = input;
  const rules = input.d.m?.v;
  const candidates: Candidate[] = [];
  const rewards: number[] = [];
  const bp = rules?.[0] === 1 ? owedBp(input, rules, rewards) : 0;
  if (!rules || !(bp > 0 || rewards.length > 0)) return candidates;
  const shopScale = 10 ** rules[6];
  const isForeign = cart.c.s.c !== rules[2];
  const scale = isForeign ? 10 ** currencyDigits(cart.c.s.c) : shopScale;
  const rate = isForeign ? (Number(input.r) * scale) / shopScale : 1;
  const floorUnit = rules[4] ? (1 + rules[3] / 10_000) * rate : FLOOR_OFF;
  const isShort = cart.l.length <= REWARDS_LINES_MAX;
  const marked = rewards.length > 0 && isShort ? markRewards(cart.l, rewards, scale, rate) : [];
  const isRewarded = marked.length > 0;
  const lines = bp > 0 ? cart.l : marked;
  const keep = lines.length > EXACT_LINES_MAX ? scale * (1 - bp / 10_000) : 0;
  const whole = Number.parseInt;
  const shared: Target[] = [];
  const close: InputLine[] = [];
  for (const line of lines) {
    const cost = line.m.m;
    const target = line.c;
    if (
      keep > 0 &&
      !(isRewarded && line.r) &&
      (!cost || whole(target.cartLine.id) * keep >= (cost.v as number) * line.q * floorUnit + 2)
    ) {
      target.cartLine.id = line.i;
      shared.push(target);
    } else close.push(line);
  }
  const percent = percentDecimal(bp);
  if (shared.length > 0) candidates.push({ targets: shared, value: { percentage: { value: percent } } });
  const terms = { rules, bp, scale, rate, count: lines.length, after: rewards[0] };
  if (close.length > 0) cutLines(close, terms, candidates, marked.length);
  const message = rules[5].replace('{percent}', `${percent} %`);
  for (const candidate of candidates) candidate.message ??= message;
  return candidates;
}

import { currencyDigits } from '../../../shared/domain/money/currency.ts';
import { percentDecimal } from '../../../shared/domain/money/percent.ts';
import { cutLines } from '../../discount-function/src/cut-lines.ts';
import type { InputLine, Target } from '../../discount-function/src/input.ts';
import type { Candidate } from '../../discount-function/src/output.ts';
import type { RewardInput } from './input.ts';

/**
 * A percentage of each line, half up and cut to the margin floor, the way the card's own is given (decision 0029): in
 * short carts to the minor unit, in long ones as one percentage for all lines that are far from their floor.
 */
export function percentOff(input: RewardInput): readonly Candidate[] {
  const EXACT_LINES_MAX = 15;
  const FLOOR_OFF = 1e-3;
  const { cart } = input;
  const rules = input.d.m?.v;
  const candidates: Candidate[] = [];
  const bp = rules?.[0] === 1 ? rules[7] : 0;
  if (!rules || !(bp > 0)) return candidates;
  const shopScale = 10 ** rules[6];
  const isForeign = cart.c.s.c !== rules[2];
  const scale = isForeign ? 10 ** currencyDigits(cart.c.s.c) : shopScale;
  const rate = isForeign ? (Number(input.r) * scale) / shopScale : 1;
  const floorUnit = rules[4] ? (1 + rules[3] / 10_000) * rate : FLOOR_OFF;
  const keep = cart.l.length > EXACT_LINES_MAX ? scale * (1 - bp / 10_000) : 0;
  const shared: Target[] = [];
  const close: InputLine[] = [];
  for (const line of cart.l) {
    const cost = line.m.m;
    const target = line.c;
    const whole = Number.parseInt(target.cartLine.id, 10);
    if (keep > 0 && (!cost || whole * keep >= (cost.v as number) * line.q * floorUnit + 2)) {
      target.cartLine.id = line.i;
      shared.push(target);
    } else close.push(line);
  }
  if (shared.length > 0) candidates.push({ targets: shared, value: { percentage: { value: percentDecimal(bp) } } });
  const terms = { rules, bp, scale, rate, count: cart.l.length, after: undefined };
  if (close.length > 0) cutLines(close, terms, candidates, 0);
  return candidates;
}

import { currencyDigits } from '../../../shared/domain/money/currency.ts';
import { percentDecimal } from '../../../shared/domain/money/percent.ts';
import { NEVER_DISCOUNTED } from '../../../shared/domain/quote/floor.ts';
import { writeMinor } from '../../discount-function/src/decimal.ts';
import type { Target } from '../../discount-function/src/input.ts';
import type { Candidate } from '../../discount-function/src/output.ts';
import type { CappedInput } from './input.ts';
import { owedUnderCap } from './owed-under-cap.ts';

/**
 * Line by line, in the order of the cart, the percentage half up and cut to the margin floor, until the cap is reached;
 * the rest is at full price (rules 3.6). Lines that get all of their percentage share one candidate, so a long cart
 * costs little more; a line cut by the floor has its own amount, of many only the first. Where the whole cart cannot
 * reach the cap, lines far from their floor are not worked out at all. No helper of the core is called in the loop,
 * since a call costs as much as the sum it does; tests hold both together.
 */
export function underCap(input: CappedInput): readonly Candidate[] {
  const OWN_AMOUNTS_MAX = 20;
  const AMOUNT_MAX = 2 ** 39;
  const WHOLE = 10_000;
  // With the floor switched off a cost weighs nothing, and what is never discounted still outweighs any line.
  const FLOOR_OFF = 1e-3;
  const { cart } = input;
  const rules = input.d.m?.v;
  const candidates: Candidate[] = [];
  const owed = rules?.[0] === 1 ? owedUnderCap(input, rules) : [0, 0];
  const bp = owed[0] as number;
  if (!rules || !(bp > 0)) return candidates;
  const shopScale = 10 ** rules[6];
  const isForeign = cart.c.s.c !== rules[2];
  const scale = isForeign ? 10 ** currencyDigits(cart.c.s.c) : shopScale;
  const rate = isForeign ? (Number(input.r) * scale) / shopScale : 1;
  const factor = rules[4] ? (WHOLE + rules[3]) * rate : 0;
  // As `floorOf` has it: exact for whole factors, through an exchange rate to a millionth of a minor unit.
  const almost = factor % 1 === 0 ? 0 : 1e-6;
  const floorUnit = rules[4] ? factor / WHOLE : FLOOR_OFF;
  const floor = Math.floor;
  const ceil = Math.ceil;
  const whole = Number.parseInt;
  const most = floor((owed[1] as number) * rate);
  const isFar = (Number(cart.c.s.a) * scale * bp) / WHOLE + cart.l.length <= most;
  const keep = isFar ? scale * (1 - bp / WHOLE) : 0;
  const shared: Target[] = [];
  let left = most;
  let isCut = false;
  for (const line of cart.l) {
    const target = line.c;
    const text = target.cartLine.id;
    const metafield = line.m.m;
    if (keep > 0 && (!metafield || whole(text) * keep >= (metafield.v as number) * line.q * floorUnit + 2)) {
      target.cartLine.id = line.i;
      shared.push(target);
      continue;
    }
    const amount = floor(+text * scale + 0.5);
    const cost = metafield ? +(metafield.v as number) : 0;
    if (!(cost < NEVER_DISCOUNTED && amount < AMOUNT_MAX)) continue;
    const percent = floor((amount * bp + 5_000) / WHOLE);
    const room = amount - ceil((cost * line.q * factor) / WHOLE - almost);
    let given = Math.min(percent, room);
    if (!(given > 0)) continue;
    if (given > left) {
      isCut = true;
      given = left;
      if (given === 0) break;
    }
    if (given === percent) shared.push(target);
    else if (candidates.length < OWN_AMOUNTS_MAX)
      candidates.push({ targets: [target], value: { fixedAmount: { amount: writeMinor(given, scale) } } });
    else continue;
    target.cartLine.id = line.i;
    left -= given;
  }
  const percent = percentDecimal(bp);
  if (shared.length > 0) candidates.push({ targets: shared, value: { percentage: { value: percent } } });
  const atMost = isCut ? ` ≤ ${writeMinor(most, scale)}` : '';
  const message = rules[5].replace('{percent}', `${percent} %${atMost}`);
  for (const candidate of candidates) candidate.message = message;
  return candidates;
}

import { readCheckoutRules } from '../../../shared/domain/entitlement/checkout-rules.ts';
import type { CheckoutRules, Validity } from '../../../shared/domain/entitlement/entitlement.ts';
import { isValidOn } from '../../../shared/domain/entitlement/is-valid-on.ts';
import { readEntitlement } from '../../../shared/domain/entitlement/read-entitlement.ts';
import { readStatement } from '../../../shared/domain/entitlement/read-statement.ts';
import { currencyDigits } from '../../../shared/domain/money/currency.ts';
import { percentDecimal } from '../../../shared/domain/money/percent.ts';
import { floorFactor, floorOf, NEVER_DISCOUNTED } from '../../../shared/domain/quote/floor.ts';
import { lineDiscount } from '../../../shared/domain/quote/line-discount.ts';
import { bestClaim } from '../../../shared/domain/quote/quote-cart.ts';
import { readMinor, writeMinor } from './decimal.ts';
import type { FunctionInput, InputLine, Target } from './input.ts';
import type { Candidate, FunctionResult } from './output.ts';

/** Up to so many lines each gets its own amount, to the minor unit; in longer carts only those that the floor cuts. */
const EXACT_LINES_MAX = 15;
/** More own amounts than these would not fit into what checkout may spend; the rest is cut to whole percents. */
const EXACT_CUTS_MAX = 20;
/** With the floor switched off a cost weighs next to nothing, but what is never discounted still outweighs any line. */
const FLOOR_OFF = 1e-7;

/** What a cart gets, candidate by candidate (rules 3, decision 0029). */
export function discountsOf(input: FunctionInput): FunctionResult {
  const rules = readCheckoutRules(input.d.m?.v);
  if (rules === null) return { operations: [] };
  const bp = Math.max(typedBp(input, rules), knownBp(input));
  if (bp === 0) return { operations: [] };
  const candidates = candidatesOf(input, rules, bp);
  const message = rules.message.replace('{percent}', `${percentDecimal(bp)} %`);
  for (const candidate of candidates) candidate.message = message;
  if (candidates.length === 0) return { operations: [] };
  return { operations: [{ productDiscountsAdd: { selectionStrategy: 'ALL', candidates } }] };
}

/** The hot loop: a line whose floor is far away costs a comparison, the others go the exact way. */
function candidatesOf({ cart, r }: FunctionInput, rules: CheckoutRules, bp: number): Candidate[] {
  const lines = cart.l;
  const { length } = lines;
  const scale = 10 ** currencyDigits(cart.c.s.c);
  const rate = cart.c.s.c === rules.currency ? 1 : (Number(r) * scale) / 10 ** currencyDigits(rules.currency);
  const floorUnit = rules.floorOn ? (1 + rules.marginBp / 10_000) * rate : FLOOR_OFF;
  const keep = length > EXACT_LINES_MAX ? scale * (1 - bp / 10_000) : 0;
  const whole = Number.parseInt;
  const shared: Target[] = [];
  const close: InputLine[] = [];
  for (const line of lines) {
    const cost = line.m.m;
    const target = line.c;
    if (keep > 0 && (!cost || whole(target.cartLine.id) * keep >= (cost.v as number) * line.q * floorUnit + 2)) {
      target.cartLine.id = line.i;
      shared.push(target);
    } else close.push(line);
  }
  const candidates: Candidate[] = [];
  if (shared.length > 0) candidates.push({ targets: shared, value: { percentage: { value: percentDecimal(bp) } } });
  if (close.length > 0) cutLines(close, { rules, bp, scale, rate }, candidates);
  return candidates;
}

type Terms = { readonly rules: CheckoutRules; readonly bp: number; readonly scale: number; readonly rate: number };

/** Lines near their floor, to the minor unit; past so many, to the whole percent below, a candidate for each. */
function cutLines(lines: readonly InputLine[], { rules, bp, scale, rate }: Terms, candidates: Candidate[]): void {
  const factor = floorFactor(rules.marginBp);
  const percents: Target[][] = [];
  let exact = 0;
  for (const line of lines) {
    const { cartLine } = line.c;
    const amount = readMinor(cartLine.id, scale);
    const cost = Number(line.m.m?.v ?? 0);
    cartLine.id = line.i;
    if (!(cost < NEVER_DISCOUNTED)) continue;
    const costs = rate === 1 ? cost * line.q : Math.ceil(cost * line.q * rate);
    const discount = lineDiscount(amount, rules.floorOn ? floorOf(costs, factor) : 0, bp);
    if (!(discount > 0)) continue;
    exact += 1;
    if (exact <= EXACT_CUTS_MAX) {
      candidates.push({ targets: [line.c], value: { fixedAmount: { amount: writeMinor(discount, scale) } } });
    } else {
      const percent = Math.floor((discount * 100) / amount);
      if (percent > 0) (percents[percent] ??= []).push(line.c);
    }
  }
  for (const [percent, targets] of percents.entries()) {
    if (targets !== undefined) candidates.push({ targets, value: { percentage: { value: String(percent) } } });
  }
}

const owed = (validity: Validity | null, day: string): boolean => validity !== null && isValidOn(validity, day);

function typedBp({ cart, s }: FunctionInput, { keys, shop }: CheckoutRules): number {
  const text = (cart.m ?? cart.a)?.v;
  const typed = text ? readStatement(text, keys, shop) : null;
  return typed !== null && owed(typed, s.t.d) ? typed.discountBp : 0;
}

function knownBp({ cart, s }: FunctionInput): number {
  const metafield = cart.b?.c?.m;
  const known = metafield ? readEntitlement(metafield.v) : null;
  return known !== null && owed(known, s.t.d) ? (bestClaim(known.claims)?.discountBp ?? 0) : 0;
}

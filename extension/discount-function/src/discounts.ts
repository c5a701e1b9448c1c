import { readCheckoutRules } from '../../../shared/domain/entitlement/checkout-rules.ts';
import type { CheckoutRules } from '../../../shared/domain/entitlement/entitlement.ts';
import { isValidOn } from '../../../shared/domain/entitlement/is-valid-on.ts';
import { readEntitlement } from '../../../shared/domain/entitlement/read-entitlement.ts';
import { readStatement } from '../../../shared/domain/entitlement/read-statement.ts';
import { currencyDigits } from '../../../shared/domain/money/currency.ts';
import { formatPercent, percentDecimal } from '../../../shared/domain/money/percent.ts';
import { floorFactor, floorOf } from '../../../shared/domain/quote/floor.ts';
import { lineDiscount } from '../../../shared/domain/quote/line-discount.ts';
import { bestClaim } from '../../../shared/domain/quote/quote-cart.ts';
import { readMinor, writeMinor } from './decimal.ts';
import type { FunctionInput, Target } from './input.ts';
import type { Candidate, FunctionResult } from './output.ts';

export function discountsOf(input: FunctionInput): FunctionResult {
  const { cart } = input;
  const rules = readCheckoutRules(input.d.m?.v);
  if (rules === null) return { operations: [] };
  const bp = Math.max(typedBp(input, rules), knownBp(input));
  if (bp === 0) return { operations: [] };
  const message = rules.message.replace('{percent}', formatPercent(bp));
  const candidates: Candidate[] = [];
  const lines = cart.l;
  const targets = lines as unknown as Target[];
  const n = lines.length;
  const isShort = n <= 15;
  const scale = 10 ** currencyDigits(cart.c.s.c);
  const factor = floorFactor(rules.marginBp);
  const { floorOn } = rules;
  const keep = scale * (1 - bp / 10_000);
  const floorUnit = factor / 10_000_000;
  let shared = 0;
  for (let i = 0; i < n; i++) {
    const line = lines[i] as (typeof lines)[number];
    const target = line.c;
    const { cartLine } = target;
    const text = cartLine.id;
    cartLine.id = line.i;
    const metafield = floorOn ? line.m.m : null;
    const cost = metafield == null ? 0 : Number(metafield.v);
    if (!isShort && (cost === 0 || Number.parseInt(text, 10) * keep >= cost * line.q * floorUnit + 2)) {
      targets[shared++] = target;
      continue;
    }
    const amount = readMinor(text, scale);
    const floor = floorOf(cost * line.q, factor);
    const d = lineDiscount(amount, floor, bp);
    if (d > 0) candidates.push({ targets: [target], value: { fixedAmount: { amount: writeMinor(d, scale) } } });
  }
  for (const candidate of candidates) candidate.message = message;
  if (shared > 0) {
    targets.length = shared;
    candidates.push({ targets, value: { percentage: { value: percentDecimal(bp) } }, message });
  }
  return candidates.length === 0
    ? { operations: [] }
    : { operations: [{ productDiscountsAdd: { selectionStrategy: 'ALL', candidates } }] };
}

function typedBp({ cart, s }: FunctionInput, rules: CheckoutRules): number {
  for (const text of [cart.m, cart.a]) {
    const e = text === null ? null : readStatement(text.v ?? '', rules.keys, rules.shop);
    if (e !== null && isValidOn(e, s.t.d)) return bestClaim(e.claims)?.discountBp ?? 0;
  }
  return 0;
}

function knownBp({ cart, s }: FunctionInput): number {
  const e = readEntitlement(cart.b?.c?.m?.v);
  return e !== null && isValidOn(e, s.t.d) ? (bestClaim(e.claims)?.discountBp ?? 0) : 0;
}

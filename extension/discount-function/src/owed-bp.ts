import type { Key } from '../../../shared/domain/entitlement/sip-hash.ts';
import { figuresOf, TAG_LENGTH, tagOf } from '../../../shared/domain/entitlement/statement-form.ts';
import type { FunctionInput, RulesRow } from './input.ts';

/**
 * The best percentage that this cart may be given, in basis points: of whoever logged in, by the customer's app-owned
 * metafield, or of the card that was typed, by a statement with our signature; both only on their days. Rows and
 * statements are read in place: what a reader of its own costs, a long cart would not get its discount for (decision
 * 0028). `shared/domain/entitlement` writes the same forms and reads them strictly.
 */
export function owedBp({ cart, s }: FunctionInput, rules: RulesRow): number {
  const KEYS_AT = 7;
  const KEY_LENGTH = 5;
  const day = s.t.d;
  let bp = 0;
  const row = cart.b?.c?.m?.v;
  if (row) {
    const isOn = row[0] === 1 && row[2] <= day && day <= row[3];
    for (let i = 5; isOn && i < row.length; i += 2) bp = Math.max(bp, row[i] as number);
  }
  const text = (cart.m ?? cart.a)?.v;
  if (text?.[0] !== '1') return bp;
  const figures = figuresOf(text.slice(0, -TAG_LENGTH));
  const tag = text.slice(-TAG_LENGTH);
  for (let i = KEYS_AT; i < rules.length; i += KEY_LENGTH) {
    if (rules[i] !== text[1] || tagOf(rules.slice(i + 1, i + KEY_LENGTH) as unknown as Key, figures) !== tag) continue;
    const [, first, middle, last] = figures as [number, number, number, number, number];
    const typed = last % 100_000;
    const today = +(day.slice(0, 4) + day.slice(5, 7) + day.slice(8));
    const from = (first % 100_000) * 1_000 + Math.floor(middle / 1_000_000);
    const until = (middle % 1_000_000) * 100 + (last - typed) / 100_000;
    if (from <= today && today <= until && typed > bp) bp = typed;
  }
  return bp;
}

import {
  FROM_AT,
  REST_AT,
  STATEMENT_LENGTH_MAX,
  TAG_LENGTH,
  tagOf,
} from '../../../shared/domain/entitlement/statement-form.ts';
import type { FunctionInput, RulesRow } from './input.ts';

const KEYS_AT = 7;

/**
 * The best percentage that this cart may be given, in basis points: of whoever logged in, by the customer's app-owned
 * metafield, or of the card that was typed, by a statement with our signature; both only on their days. Rows and
 * statements are read in place, field by field: what a reader of its own costs, a long cart would not get its discount
 * for (decision 0028). The same forms are written and strictly read in `shared/domain/entitlement`.
 */
export function owedBp({ cart, s }: FunctionInput, rules: RulesRow): number {
  const day = s.t.d;
  let bp = 0;
  const metafield = cart.b?.c?.m;
  if (metafield) {
    const row = JSON.parse(metafield.v as string);
    const isOn = row[0] === 1 && row[2] <= day && day <= row[3];
    for (let i = 5; isOn && i < row.length; i += 2) if (row[i] > bp) bp = row[i];
  }
  const text = (cart.m ?? cart.a)?.v;
  if (!text || text.length > STATEMENT_LENGTH_MAX) return bp;
  const end = text.length - TAG_LENGTH;
  const body = text.slice(0, end);
  for (let i = KEYS_AT; i < rules.length; i += 2) {
    if (rules[i] !== text[1] || tagOf(rules[i + 1] as string, rules[1], body) !== text.slice(end)) continue;
    const from = body.slice(FROM_AT, REST_AT);
    const parts = body.slice(REST_AT).split('.');
    if (from <= day && day <= (parts[0] || from)) bp = Math.max(bp, Number(parts[2]));
  }
  return bp;
}

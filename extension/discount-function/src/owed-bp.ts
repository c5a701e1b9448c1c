import type { Key } from '../../../shared/domain/entitlement/sip-hash.ts';
import {
  figuresOf,
  REWARD_FIGURES,
  REWARDS_FROM,
  SEQUENCE_AT,
  TAG_LENGTH,
  tagOf,
} from '../../../shared/domain/entitlement/statement-form.ts';
import type { FunctionInput, RulesRow } from './input.ts';

/**
 * The best percentage that this cart may be given, in basis points: of whoever logged in, by the customer's app-owned
 * metafield, or of the card that was typed, by a statement with our signature; both only on their days. Rows and
 * statements are read in place: what a reader of its own costs, a long cart would not get its discount for (decision
 * 0028). `shared/domain/entitlement` writes the same forms and reads them strictly.
 *
 * `rewards` takes the figures of what the n-th item brings (rules 2.4). Where any card was typed only its own count,
 * since its holder is whom the order is booked on.
 */
export function owedBp({ cart, s }: FunctionInput, rules: RulesRow, rewards: number[]): number {
  const KEYS_AT = 7;
  const KEY_LENGTH = 5;
  const day = s.t.d;
  let bp = 0;
  const text = (cart.m ?? cart.a)?.v;
  const row = cart.b?.c?.m?.v;
  if (row) {
    const isOn = row[0] === 1 && row[2] <= day && day <= row[3];
    for (let i = 5; isOn && i < row.length; i += 2) bp = Math.max(bp, row[i] as number);
    if (isOn && row.length % 2 === 1 && !text) rewards.push(...(row[row.length - 1] as unknown as readonly number[]));
  }
  if (!text || (text[0] !== '1' && text[0] !== '2')) return bp;
  const body = text.slice(0, -TAG_LENGTH);
  const figures = figuresOf(body);
  // As `addRewards` does, whose function alone would cost what a cart of twenty lines has left.
  for (let at = SEQUENCE_AT; text[0] === '2' && at < body.length; at += REWARD_FIGURES)
    figures.push(+body.slice(at, at + REWARD_FIGURES) >>> 0);
  const tag = text.slice(-TAG_LENGTH);
  for (let i = KEYS_AT; i < rules.length; i += KEY_LENGTH) {
    if (rules[i] !== text[1] || tagOf(rules.slice(i + 1, i + KEY_LENGTH) as unknown as Key, figures) !== tag) continue;
    const first = figures[1] as number;
    const middle = figures[2] as number;
    const last = figures[3] as number;
    const typed = last % 100_000;
    const today = +(day.slice(0, 4) + day.slice(5, 7) + day.slice(8));
    const from = (first % 100_000) * 1_000 + Math.floor(middle / 1_000_000);
    const until = (middle % 1_000_000) * 100 + (last - typed) / 100_000;
    if (!(from <= today && today <= until)) continue;
    if (typed > bp) bp = typed;
    rewards.push(...figures.slice(REWARDS_FROM));
  }
  return bp;
}

import type { Key } from '../../../shared/domain/entitlement/sip-hash.ts';
import {
  CAPPED_SEAL,
  figuresOf,
  REWARD_FIGURES,
  REWARDS_FROM,
  SEQUENCE_AT,
  TAG_LENGTH,
  tagOf,
} from '../../../shared/domain/entitlement/statement-form.ts';
import type { RulesRow } from '../../discount-function/src/input.ts';
import type { CappedInput } from './input.ts';

/**
 * The best percentage under a cap that this cart may be given, and that cap in minor units of the shop's currency: of
 * whoever logged in or of the card that was typed, each by its own form, which the other discount does not read. Days
 * and figures of a statement come from what was signed, never from its text (decision 0028).
 */
export function owedUnderCap({ cart, s }: CappedInput, rules: RulesRow): readonly [bp: number, capMinor: number] {
  const KEYS_AT = 7;
  const KEY_LENGTH = 5;
  const day = s.t.d;
  let bp = 0;
  let cap = 0;
  const row = cart.b?.c?.m?.v;
  if (row && (row[0] as number) === 3 && row[2] <= day && day <= row[3]) {
    bp = row[5] as number;
    cap = row[6] as number;
  }
  const text = (cart.m ?? cart.a)?.v;
  if (text?.[0] !== '3') return [bp, cap];
  const body = text.slice(0, -TAG_LENGTH);
  const figures = figuresOf(body);
  for (let at = SEQUENCE_AT; at < body.length; at += REWARD_FIGURES)
    figures.push(+body.slice(at, at + REWARD_FIGURES) >>> 0);
  figures.push(CAPPED_SEAL);
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
    const typedCap = figures[REWARDS_FROM] as number;
    if (!(from <= today && today <= until)) continue;
    if (typed > bp || (typed === bp && typedCap > cap)) {
      bp = typed;
      cap = typedCap;
    }
  }
  return [bp, cap];
}

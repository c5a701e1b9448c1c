import type { OrderSnapshot } from '../purchase/purchase.ts';
import type { Claim } from '../quote/quote.ts';
import type { ExplainedLine, PossibleCause, Verdict } from './explanation.ts';

/** Long carts are given in percents, and then Shopify rounds: so much apart a line, in minor units (decision 0029). */
const ROUNDING_MINOR = 1;

const isShort = ({ fromMinor, takenMinor }: ExplainedLine): boolean => takenMinor < fromMinor - ROUNDING_MINOR;
const isOver = ({ toMinor, takenMinor }: ExplainedLine): boolean => takenMinor > toMinor + ROUNDING_MINOR;

export const sumOf = (lines: readonly ExplainedLine[], part: 'fromMinor' | 'toMinor' | 'takenMinor'): number =>
  lines.reduce((sum, line) => sum + line[part], 0);

/** What was taken beside what was owed, line by line; a unit apart is rounding, unless nothing was taken at all. */
export function verdictOf(lines: readonly ExplainedLine[], best: Claim | null): Verdict {
  const [fromMinor, takenMinor] = [sumOf(lines, 'fromMinor'), sumOf(lines, 'takenMinor')];
  if (best === null && sumOf(lines, 'toMinor') === 0) return takenMinor === 0 ? 'nothing_owed' : 'unowed';
  if (takenMinor === 0) return fromMinor === 0 ? 'as_promised' : 'less';
  const [isLess, isMore] = [lines.some(isShort), lines.some(isOver)];
  if (isLess && isMore) return takenMinor < fromMinor ? 'less' : 'more';
  if (isLess) return 'less';
  return isMore ? 'more' : 'as_promised';
}

/** What explains that nothing at all was taken, by where the order was made and the card on it, a friend's too. */
function unseen({ channel, ...order }: OrderSnapshot): PossibleCause {
  const cardNumber = order.cardNumber ?? order.referredBy ?? null;
  if (channel === 'other') return 'other_channel';
  if (channel === 'till') return cardNumber === null ? 'no_card_scanned' : 'standing_on_its_way';
  return cardNumber === null ? 'unknown_at_checkout' : 'typed_card_lapsed';
}

/** Checkout gives rewards in carts of so many lines and no more, and on so many lines of them (decision 0049). */
const REWARDED_LINES_MAX = 20;

/** What may have made a difference, by what the order says; nothing where there is none. */
export function causesOf(
  verdict: Verdict,
  snapshot: OrderSnapshot,
  lines: readonly ExplainedLine[],
): readonly PossibleCause[] {
  if (verdict === 'nothing_owed' || verdict === 'as_promised') return [];
  if (verdict !== 'less') return ['told_later', 'standing_on_its_way', 'same_title'];
  const wasTaken = lines.some(({ takenMinor }) => takenMinor > 0);
  const hasOthers = lines.some((line) => line.othersMinor > 0 && line.takenMinor < line.fromMinor);
  const isLong = lines.length > REWARDED_LINES_MAX && lines.some((line) => line.rewards > 0 && isShort(line));
  const causes: readonly PossibleCause[] = [
    ...(hasOthers ? (['other_discounts'] as const) : []),
    ...(wasTaken ? [] : [unseen(snapshot)]),
    ...(isLong ? (['long_cart'] as const) : []),
    'floor',
    'standing_on_its_way',
    'told_later',
  ];
  return [...new Set(causes)];
}

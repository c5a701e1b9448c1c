import { type RewardCode, readRewardCode } from '../../shared/domain/offer/reward-code.ts';
import { readRewardSign } from '../../shared/domain/quote/reward-sign.ts';

/** Whether a discount on an order was given by us. */
export type IsOurs = (application: {
  readonly type?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly code?: string | null | undefined;
}) => boolean;

/** The code of ours that brought a discount; null: no code, or somebody else's. */
export const codeOf = ({ type, code }: Pick<Parameters<IsOurs>[0], 'type' | 'code'>): RewardCode | null =>
  type === 'discount_code' && typeof code === 'string' ? readRewardCode(code) : null;

const PERCENT = '{percent}';
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A title as the shopper read it; where the text has a place for the percentage, any one, and a cap if reached. */
const patternOf = (title: string): RegExp =>
  new RegExp(`^${title.split(PERCENT).map(escaped).join('[0-9.,]+\\s?%(?: ≤ [0-9.,]+)?')}$`, 'u');

/**
 * An order names its discounts by type and title alone. Ours is an automatic one with the title of our discount node,
 * or with the text that our Function tells the shopper (decision 0033), and any with the sign of our rewards, whatever
 * the text around it is by now. A code of ours is known by its form. The percentage counts for reports alone; rewards
 * count in standings (decision 0049).
 */
export function isOneOf(titles: readonly string[]): IsOurs {
  const patterns = titles.filter((title) => title.trim() !== '').map((title) => patternOf(title.trim()));
  return ({ type, title, code }) =>
    codeOf({ type, code }) !== null ||
    (type === 'automatic' &&
      typeof title === 'string' &&
      (patterns.some((pattern) => pattern.test(title.trim())) || readRewardSign(title) !== null));
}

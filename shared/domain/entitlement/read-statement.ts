import type { CardNumber, ShopId } from '../ids.ts';
import { readRewardFigures } from '../quote/reward-figures.ts';
import type { Day, EntitlementKey, TypedCardEntitlement } from './entitlement.ts';
import {
  addRewards,
  BP_AT,
  CAPPED_SEAL,
  CARD_AT,
  FROM_AT,
  figuresOf,
  REWARDS_FROM,
  SEQUENCE_AT,
  shopKey,
  TAG_LENGTH,
  tagOf,
  UNTIL_AT,
  WELCOME_SEQUENCE,
} from './statement-form.ts';

const FORM = /^1[A-Za-z0-9_-]\d{34}(0|[1-9]\d{0,9})[0-9a-z]{14}$/;
const WITH_CAP = /^3[A-Za-z0-9_-]\d{34}\d{18}[0-9a-z]{14}$/;
const WITH_REWARDS = /^2[A-Za-z0-9_-]\d{34}\d{9}(\d{9}){6,11}[0-9a-z]{14}$/;

const SEQUENCE_FIGURE = REWARDS_FROM - 1;

const dayOf = (text: string): Day => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;

/** Whether it is a welcome: the card was handed on to whoever bought with it, who is not its holder. */
export const isWelcome = ({ sequence }: TypedCardEntitlement): boolean => sequence === WELCOME_SEQUENCE;

/**
 * Reads a statement that we signed for this shop with one of these keys; null for anything else. It has one form only.
 * Whether today is one of its days is `isValidOn`. Nothing is worked out for what has another form or names no key.
 */
export function readStatement(
  text: string,
  keys: readonly EntitlementKey[],
  shop: ShopId,
): TypedCardEntitlement | null {
  const body = text.slice(0, -TAG_LENGTH);
  const hasRewards = WITH_REWARDS.test(text);
  const hasCap = WITH_CAP.test(text);
  const hasMore = hasRewards || hasCap;
  if (!hasMore && !FORM.test(text)) return null;
  const figures = figuresOf(body);
  if (hasMore) addRewards(figures, body);
  if (hasCap) figures.push(CAPPED_SEAL);
  const sequence = hasMore ? (figures[SEQUENCE_FIGURE] ?? 0) : Number(body.slice(SEQUENCE_AT));
  if (sequence > WELCOME_SEQUENCE || (sequence === WELCOME_SEQUENCE && hasMore)) return null;
  const key = keys.find(({ id }) => id === text[1]);
  if (key === undefined || tagOf(shopKey(key, shop), figures) !== text.slice(-TAG_LENGTH)) return null;
  const rewards = hasRewards ? readRewardFigures(figures.slice(REWARDS_FROM)) : null;
  if (hasRewards && rewards === null) return null;
  return {
    shop,
    cardNumber: body.slice(CARD_AT, FROM_AT) as CardNumber,
    fromDay: dayOf(body.slice(FROM_AT, UNTIL_AT)),
    untilDay: dayOf(body.slice(UNTIL_AT, BP_AT)),
    discountBp: Number(body.slice(BP_AT, SEQUENCE_AT)),
    sequence,
    ...(hasCap ? { capMinor: figures[REWARDS_FROM] ?? 0 } : {}),
    ...(rewards === null ? {} : { rewards }),
  };
}

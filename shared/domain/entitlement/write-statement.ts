import { assert } from '../assert.ts';
import { rewardFigures } from '../quote/reward-figures.ts';
import type { Day, EntitlementKey, TypedCardEntitlement } from './entitlement.ts';
import {
  addRewards,
  CAPPED_SEAL,
  CAPPED_STATEMENT,
  figuresOf,
  REWARD_FIGURES,
  REWARDS_VERSION,
  STATEMENT_VERSION,
  shopKey,
  tagOf,
  WELCOME_SEQUENCE,
} from './statement-form.ts';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** Nobody has so many changes of a standing; the number after it is a welcome. */
const SEQUENCE_MAX = WELCOME_SEQUENCE;

const figures = (day: Day): string => day.replaceAll('-', '');

/** As many figures as a number of a statement with rewards has; what is worth more is worth the most of these. */
const nine = (figure: number): string =>
  String(Math.min(figure, 10 ** REWARD_FIGURES - 1)).padStart(REWARD_FIGURES, '0');

/** Signs what a typed card is owed, as the text that the shopper's cart carries. */
export function writeStatement(key: EntitlementKey, e: TypedCardEntitlement): string {
  const { cardNumber, fromDay, untilDay, sequence, discountBp } = e;
  assert(/^[A-Za-z0-9_-]$/.test(key.id) && /^[0-9a-f]{32}$/i.test(key.hex), 'a key is one character and 128 bits');
  assert(/^\d{13}$/.test(cardNumber), 'a card number has 13 digits');
  assert(DAY.test(fromDay) && DAY.test(untilDay), 'a day is YYYY-MM-DD');
  assert(Number.isInteger(sequence) && sequence >= 0 && sequence <= SEQUENCE_MAX, 'a sequence is a whole number');
  assert(Number.isInteger(discountBp) && discountBp >= 0 && discountBp <= 10_000, 'a discount is 0 to 100 %');
  const { version, more } = formOf(e);
  const head = version + key.id + cardNumber + figures(fromDay) + figures(untilDay);
  const tail = more === null ? String(sequence) : [sequence, ...more].map(nine).join('');
  const body = `${head}${String(discountBp).padStart(5, '0')}${tail}`;
  const signed = figuresOf(body);
  if (more !== null) addRewards(signed, body);
  if (version === CAPPED_STATEMENT) signed.push(CAPPED_SEAL);
  return body + tagOf(shopKey(key, e.shop), signed);
}

/** Which version says it, and what stands behind the sequence; null: nothing does. */
function formOf({ rewards, capMinor }: TypedCardEntitlement) {
  assert(rewards === undefined || capMinor === undefined, 'what has a cap stands alone');
  if (capMinor !== undefined) return { version: CAPPED_STATEMENT, more: [capMinor] };
  if (rewards !== undefined) return { version: REWARDS_VERSION, more: rewardFigures(rewards) };
  return { version: STATEMENT_VERSION, more: null };
}

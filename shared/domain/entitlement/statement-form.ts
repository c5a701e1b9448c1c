import type { ShopId } from '../ids.ts';
import type { EntitlementKey } from './entitlement.ts';
import { type Key, readKey, sipHash, sipHashOf } from './sip-hash.ts';

/**
 * How a statement is written:
 *
 *     1 a 2000000000008 20261122 20261130 00300 7 tag
 *
 * without the spaces: version, key id, card, first and last day, basis points, sequence, tag. Short and in figures,
 * since checkout pays some 300 instructions for a character it reads and four times that for one it takes apart.
 */
export const STATEMENT_VERSION = '1';
export const CARD_AT = 2;
export const FROM_AT = 15;
export const UNTIL_AT = 23;
export const BP_AT = 31;
export const SEQUENCE_AT = 36;
export const TAG_LENGTH = 14;

/**
 * The sequence of a statement that welcomes a new customer to whom the card was handed on (rules 2.7). No journal
 * counts so far; checkout sees a percentage like any other, and the order is not booked on the card's holder.
 */
export const WELCOME_SEQUENCE = 2 ** 31;

/**
 * The key that signs in one shop, drawn from the shop's own and from its name, so that a statement of another shop
 * fails as a forged one does. Worked out by the server; checkout finds it in the rules.
 */
export function shopKey({ hex }: EntitlementKey, shop: ShopId): Key {
  const key = readKey(hex);
  return [...sipHashOf(key, `${shop}/1`), ...sipHashOf(key, `${shop}/2`)] as unknown as Key;
}

/**
 * The figures of a statement's body as they are signed, nine at a time and the sequence by itself: card · card, day ·
 * day, day · day, percentage · sequence. What a statement says is taken from these and not from its text: "3.003e5" is
 * signed as "0300300", though day and percentage in it read otherwise.
 */
export const figuresOf = (body: string): number[] => [
  +body.slice(CARD_AT, 11) >>> 0,
  +body.slice(11, 20) >>> 0,
  +body.slice(20, 29) >>> 0,
  +body.slice(29, SEQUENCE_AT) >>> 0,
  +body.slice(SEQUENCE_AT) >>> 0,
];

/**
 * The version of a statement that also says which rewards are owed (rules 2.4). Behind the basis points it has nothing
 * but numbers of nine figures: the sequence, then the rewards as `rewardFigures` has them.
 */
export const REWARDS_VERSION = '2';
export const REWARD_FIGURES = 9;

/** The version of a statement that also says what the cart gets at most: the sequence, then the cap. */
export const CAPPED_STATEMENT = '3';

/**
 * Signed last under a cap, and no figure of any other statement is as large: so the other discount, which knows of no
 * cap, cannot be shown such a statement as one of rewards.
 */
export const CAPPED_SEAL = 2 ** 32 - 1;

/** Adds what is signed of a statement with rewards or a cap besides: the sequence and those, each as one figure. */
export function addRewards(figures: number[], body: string): void {
  for (let at = SEQUENCE_AT; at < body.length; at += REWARD_FIGURES)
    figures.push(+body.slice(at, at + REWARD_FIGURES) >>> 0);
}

/** Where the rewards, or the cap, begin among what is signed. */
export const REWARDS_FROM = 6;

/**
 * The signature: SipHash of the figures, as two words of seven characters (2^32 and above have as many to the base
 * 36).
 */
export function tagOf(key: Key, figures: readonly number[]): string {
  const ABOVE = 2 ** 32;
  const tag = sipHash(key, figures, 4 * figures.length);
  return (ABOVE + (tag[0] >>> 0)).toString(36) + (ABOVE + (tag[1] >>> 0)).toString(36);
}

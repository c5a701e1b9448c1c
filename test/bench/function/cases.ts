import type { OfferGives } from '../../../shared/domain/offer/offer.ts';
import type { RewardsOwed } from '../../../shared/domain/quote/rewards.ts';
import { type LongCart, typedCard } from '../../function/long-carts.ts';
import { productOf } from '../../function/reward-input.ts';
import { programId } from '../../support/builders/ids.ts';

/** Over it a Function fails and the shopper gets no discount. */
const SHOPIFY_MAX = 11_000_000;
const LONG_MAX = 9_000_000;
const SHORT_MAX = 1_500_000;

export type Case = { readonly what: string; readonly cart: LongCart; readonly goal: number };

const claim = (discountBp: number, id: string) => ({ programId: programId(id), discountBp });
const days = { sequence: 123_456, fromDay: '2026-11-01', untilDay: '2026-12-31' };
const one = { ...days, claims: [claim(1_000, 'prg_0123456789abcdef')] };
const three = {
  ...days,
  claims: [...one.claims, claim(500, 'prg_123456789abcdef0'), claim(700, 'prg_23456789abcdef01')],
};
/** Nine counted, one waiting: the basket takes it, counts, and earns more. */
const rewards: RewardsOwed = {
  after: 10,
  shareBp: 1_000,
  progress: 9,
  countedMinor: 90_000,
  deficit: 0,
  readyMinor: [30_000],
  carries: false,
  counts: false,
};
const most = { ...rewards, readyMinor: Array.from({ length: 5 }, (_, i) => 1_000 + i) };
const rewarded = { ...days, claims: [], rewards };
const both = { ...one, rewards };
const typedRewards = typedCard(0, undefined, rewards);
const typedBoth = typedCard(1_000, undefined, most);
const forged = `${typedCard(1_000).slice(0, -1)}_`;

const of = (what: string, cart: LongCart, goal = SHOPIFY_MAX): Case => ({
  what: `${cart.lines} lines, ${what}`,
  cart,
  goal,
});

/** What the Function of the codes is measured with. */
export type RewardCase = Case & { readonly gives: OfferGives };
const percent = (discountBp: number): OfferGives => ({ kind: 'percent', discountBp });
const gift: OfferGives = { kind: 'gift', productId: productOf(3) };
const byCode = (what: string, gives: OfferGives, cart: LongCart, goal = SHOPIFY_MAX): RewardCase => ({
  ...of(`by code, ${what}`, { storefront: null, ...cart }, goal),
  gives,
});

export const rewardCases: readonly RewardCase[] = [
  byCode('a percentage, floor on', percent(500), { lines: 1 }, SHORT_MAX),
  byCode('a percentage, floor on', percent(500), { lines: 20 }, SHORT_MAX),
  byCode('a percentage, floor on, all cut', percent(1_000), { lines: 20, cut: 20 }),
  byCode('a percentage, floor on', percent(500), { lines: 200 }, LONG_MAX),
  byCode('a percentage, floor on, 20 cut', percent(1_000), { lines: 200, cut: 20 }),
  byCode('a percentage, floor on, all cut', percent(10_000), { lines: 200, cut: 200 }),
  byCode('a gift', gift, { lines: 20 }, SHORT_MAX),
  byCode('a gift', gift, { lines: 200 }, LONG_MAX),
];

const typedUnder = (capMinor: number) => typedCard(1_000, undefined, undefined, { capMinor });
const under = (what: string, capMinor: number, cart: LongCart, goal = SHOPIFY_MAX): Case =>
  of(`under a cap, ${what}`, { storefront: typedUnder(capMinor), ...cart }, goal);
const ROOM = 999_999_999;
const capped = { ...days, claims: [{ ...claim(1_000, 'prg_0123456789abcdef'), capMinor: 5_000 }] };

/** What the Function of discounts under a cap is measured with. */
export const cappedCases: readonly Case[] = [
  under('nobody known', 0, { lines: 20, storefront: null }, SHORT_MAX),
  under('with room, floor on', ROOM, { lines: 20 }, SHORT_MAX),
  under('reached, floor on', 5_000, { lines: 20 }, SHORT_MAX),
  under('logged in, reached, floor on', 0, { lines: 20, storefront: null, loggedIn: capped }, SHORT_MAX),
  under('with room, floor on, all cut', ROOM, { lines: 20, cut: 20 }),
  under('with room, floor on', ROOM, { lines: 200 }, LONG_MAX),
  under('reached, floor on', 5_000, { lines: 200 }, LONG_MAX),
  under('reached by the last lines, floor on', 470_000, { lines: 200 }),
  under('with room, floor on, all cut', ROOM, { lines: 200, cut: 200 }),
];

/**
 * What the Function is measured with. `goal`: instructions; the two that the project promises, else Shopify's limit.
 */
export const cases: readonly Case[] = [
  of('nobody known', { lines: 1, storefront: null }, SHORT_MAX),
  of('typed, floor on', { lines: 1 }, SHORT_MAX),
  of('typed, floor on, each with its own amount', { lines: 15 }),
  of('typed, floor on', { lines: 20 }, SHORT_MAX),
  of('typed, floor off', { lines: 20, floorOn: false }, SHORT_MAX),
  of('logged in, floor on', { lines: 20, storefront: null, loggedIn: one }, SHORT_MAX),
  of('typed, floor on, all cut', { lines: 20, cut: 20 }),
  of('typed, floor on', { lines: 50 }),
  of('typed, floor on', { lines: 100 }),
  of('typed, floor on, all cut', { lines: 100, cut: 100 }),
  of('typed, floor on', { lines: 200 }, LONG_MAX),
  of('typed, floor off', { lines: 200, floorOn: false }),
  of('logged in, floor on', { lines: 200, storefront: null, loggedIn: one }),
  of('logged in with 3 claims and typed, floor on', { lines: 200, loggedIn: three }),
  of('typed, floor on, 20 cut', { lines: 200, cut: 20 }),
  of('typed, floor on, 100 cut', { lines: 200, cut: 100 }),
  of('typed, floor on, all cut', { lines: 200, cut: 200 }),
  of('typed, floor on, all cut, 100 %', { lines: 200, cut: 200, bp: 10_000 }),
  of('logged in with rewards, floor on', { lines: 20, storefront: null, loggedIn: rewarded }),
  of('typed with rewards, floor on', { lines: 20, storefront: typedRewards }),
  of('logged in with rewards and a percentage', { lines: 20, storefront: null, loggedIn: both }),
  of('typed with five rewards and a percentage', { lines: 20, storefront: typedBoth }),
  of('logged in with rewards and a percentage', { lines: 50, storefront: null, loggedIn: both }),
  of('typed with five rewards and a percentage, all cut', { lines: 50, cut: 50, storefront: typedBoth }),
  of('logged in with rewards, floor on', { lines: 200, storefront: null, loggedIn: rewarded }, LONG_MAX),
  of('typed with rewards, floor on', { lines: 200, storefront: typedRewards }, LONG_MAX),
  of('logged in with rewards and a percentage', { lines: 200, storefront: null, loggedIn: both }),
  of('typed with five rewards and a percentage', { lines: 200, storefront: typedBoth }),
  of('typed with five rewards and a percentage, all cut', { lines: 200, cut: 200, storefront: typedBoth }),
  of('a forged card', { lines: 200, storefront: forged }),
  of('nonsense as long as we read', { lines: 200, storefront: `1b${'9'.repeat(98)}` }),
  of('nonsense of 5,000 letters', { lines: 200, storefront: 'x'.repeat(5_000) }),
  of('nobody known', { lines: 200, storefront: null }),
];

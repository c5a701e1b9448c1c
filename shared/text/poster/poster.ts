import { assertNever } from '../../domain/assert.ts';
import type { CurrencyCode } from '../../domain/money/money.ts';
import type { OfferGives } from '../../domain/offer/offer.ts';
import type { Level, Window } from '../../domain/program/program.ts';
import { type Promised, type Promising, promisesOf } from '../../domain/program/promises.ts';
import { createFormat, type Format } from '../format/format.ts';
import { createPlural } from '../format/plural.ts';
import { cs } from './cs.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { hu } from './hu.ts';
import type { PosterWords } from './poster-words.ts';
import { uk } from './uk.ts';

export type PosterLanguage = 'en' | 'de' | 'cs' | 'uk' | 'hu';

const WORDS: Readonly<Record<PosterLanguage, PosterWords>> = { en, de, cs, uk, hu };

/** Languages a poster speaks, each named in itself: the shop's customers read it, not the merchant. */
export const POSTER_LANGUAGES: readonly { readonly code: PosterLanguage; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
  { code: 'cs', name: 'Čeština' },
  { code: 'uk', name: 'Українська' },
  { code: 'hu', name: 'Magyar' },
];

export type PosterOf = Promising & {
  readonly currency: CurrencyCode;
  readonly timeZone: string;
};

/** The rule of a program in plain sentences, from the very version that the engine works by (issue D, posters). */
export function posterLines(version: PosterOf, language: PosterLanguage): readonly string[] {
  const { currency, timeZone } = version;
  const speaker: Speaker = {
    words: WORDS[language],
    format: createFormat({ language, currency, timeZone }),
    plural: createPlural(language),
  };
  return promisesOf(version).map((promised) => sentence(promised, speaker));
}

type Speaker = {
  readonly words: PosterWords;
  readonly format: Format;
  readonly plural: ReturnType<typeof createPlural>;
};

function sentence(promised: Promised, speaker: Speaker): string {
  const { words, format, plural } = speaker;
  if (isOfMarks(promised)) return marksSentence(promised, speaker);
  switch (promised.says) {
    case 'everyone':
    case 'card_for_all':
    case 'card_from':
    case 'earlier_count':
    case 'notes_kept':
      return memberSentence(promised, speaker);
    case 'added':
      return words.added(format.percent(promised.upToBp));
    case 'order_cap':
    case 'month_cap':
      return (promised.says === 'order_cap' ? words.orderCap : words.monthCap)(format.money(promised.minor));
    case 'ends':
      return words.ends(format.dateTime(promised.at));
    case 'kept':
      return keptSentence(promised, speaker);
    case 'only_products':
    case 'except_products':
    case 'only_web':
    case 'only_till':
    case 'only_locations':
      return limitSentence(promised, speaker);
    case 'always':
      return words.always(format.percent(promised.discountBp));
    case 'level':
      return levelSentence(promised.level, promised.reachedBy, speaker);
    case 'step_up':
      return words.stepUp(...stepFigures(promised, format));
    case 'nth_item':
      return plural(promised.items, words.nthItem).replace('{percent}', format.percent(promised.shareBp));
    case 'reward_lapses':
    case 'reward_carries':
    case 'rewarded_apart':
    case 'rewarded_counts':
    case 'unused_lapses':
    case 'unused_waits':
      return rewardSentence(promised, speaker);
    case 'returned_item_does_not_count':
      return words.returnedItemDoesNotCount;
    case 'step_back':
      return plural(promised.days, words.stepBack);
    case 'back_to_start':
      return plural(promised.days, words.backToStart);
    case 'returned_does_not_count':
      return words.returnedDoesNotCount;
    case 'friend_welcomed':
    case 'giver_once':
    case 'giver_for_good':
    case 'friend_returned':
      return referralSentence(promised, speaker);
    case 'window':
      return windowSentence(promised.window, speaker);
    case 'from_next_purchase':
      return words.fromNextPurchase;
    case 'level_follows':
      return words.levelFollows;
    case 'level_stays':
      return words.levelStays;
    case 'level_holds_next':
      return words.levelHoldsNext;
    default:
      return assertNever(promised);
  }
}

type OfMember = Extract<
  Promised,
  { readonly says: 'everyone' | `card_${string}` | 'earlier_count' | 'notes_kept' | 'from_next_purchase' }
>;

/** Who takes part, and what having a card means. */
function memberSentence(promised: OfMember, { words, format }: Speaker): string {
  switch (promised.says) {
    case 'everyone':
      return words.everyone;
    case 'card_for_all':
      return words.cardForAll;
    case 'card_from':
      return words.cardFrom(format.money(promised.fromMinor));
    case 'earlier_count':
      return words.earlierCount;
    case 'from_next_purchase':
      return words.fromNextPurchase;
    case 'notes_kept':
      return words.notesKept(promised.label);
    default:
      return assertNever(promised);
  }
}

type Limit = Extract<Promised, { readonly says: `only_${string}` | `except_${string}` }>;

/** Which goods, and which places, it is about: some only, or all but some. */
function limitSentence(promised: Limit, { words, plural }: Speaker): string {
  switch (promised.says) {
    case 'only_products':
      return plural(promised.products, words.onlyProducts);
    case 'except_products':
      return plural(promised.products, words.exceptProducts);
    case 'only_web':
      return words.onlyWeb;
    case 'only_till':
      return words.onlyTill;
    case 'only_locations':
      return plural(promised.locations, words.onlyLocations);
    default:
      return assertNever(promised);
  }
}

type OfReward = Extract<Promised, { readonly says: `reward_${string}` | `rewarded_${string}` | `unused_${string}` }>;

function rewardSentence(promised: OfReward, { words, plural }: Speaker): string {
  switch (promised.says) {
    case 'unused_lapses':
      return plural(promised.days, words.unusedLapses);
    case 'unused_waits':
      return words.unusedWaits;
    case 'reward_lapses':
      return words.rewardLapses;
    case 'reward_carries':
      return words.rewardCarries;
    case 'rewarded_apart':
      return words.rewardedApart;
    case 'rewarded_counts':
      return words.rewardedCounts;
    default:
      return assertNever(promised);
  }
}

type OfReferral = Extract<Promised, { readonly says: `friend_${string}` | `giver_${string}` }>;

function referralSentence(promised: OfReferral, { words, format, plural }: Speaker): string {
  switch (promised.says) {
    case 'friend_welcomed':
      return words.friendWelcomed(format.percent(promised.welcomeBp));
    case 'giver_once':
      return words.giverOnce(format.percent(promised.bonusBp));
    case 'giver_for_good':
      return words.giverForGood(format.percent(promised.bonusBp));
    case 'friend_returned':
      return plural(promised.days, words.friendReturned);
    default:
      return assertNever(promised);
  }
}

type OfMarks = Extract<Promised, { readonly says: `${string}mark${string}` }>;

const isOfMarks = (promised: Promised): promised is OfMarks => promised.says.includes('mark');

function marksSentence(promised: OfMarks, speaker: Speaker): string {
  const { words, plural } = speaker;
  switch (promised.says) {
    case 'marks_by_product':
      return plural(promised.products, words.marksByProduct);
    case 'marks_by_item':
      return plural(promised.products, words.marksByItem);
    case 'marks_by_purchase':
      return words.marksByPurchase;
    case 'returned_purchase_mark_goes':
      return words.returnedPurchaseMarkGoes;
    case 'mark_reward':
      return plural(promised.marks, words.markReward).replace('{reward}', givesWords(promised.gives, speaker));
    case 'marks_kept':
      return words.marksKept;
    case 'marks_spent':
      return words.marksSpent;
    case 'marks_begin_anew':
      return words.marksBeginAnew;
    case 'returned_mark_goes':
      return words.returnedMarkGoes;
    default:
      return assertNever(promised);
  }
}

type Kept = Extract<Promised, { readonly says: 'kept' }>;

function keptSentence({ before, until }: Kept, { words, format }: Speaker): string {
  const begun = format.dateTime(before);
  return until === null ? words.kept(begun) : words.keptUntil(begun, format.dateTime(until));
}

/** What a reward gives. Which product a gift is, the shop says beside the poster: the rule knows it by number alone. */
function givesWords(gives: readonly OfferGives[], { words, format }: Speaker): string {
  const [one = words.gift, other] = gives.map((each) =>
    each.kind === 'percent' ? words.percentOnce(format.percent(each.discountBp)) : words.gift,
  );
  return other === undefined ? one : words.choice(one, other);
}

type Step = Extract<Promised, { readonly says: 'step_up' }>;

const stepFigures = ({ startBp, stepBp, capBp }: Step, format: Format): [string, string, string] => [
  format.percent(startBp),
  format.percent(stepBp),
  format.percent(capBp),
];

function levelSentence(level: Level, reachedBy: 'any' | 'all', { words, format, plural }: Speaker): string {
  const { fromSpentMinor, fromPurchases, discountBp } = level;
  const asked = [
    ...(fromSpentMinor === null ? [] : [words.spent(format.money(fromSpentMinor))]),
    ...(fromPurchases === null ? [] : [plural(fromPurchases, words.purchases)]),
  ];
  return words.level(format.percent(discountBp), asked.join(` ${reachedBy === 'any' ? words.or : words.and} `));
}

function windowSentence(window: Window, { words, plural }: Speaker): string {
  switch (window.kind) {
    case 'rolling_days':
      return plural(window.days, words.rollingDays);
    case 'rolling_months':
      return plural(window.months, words.rollingMonths);
    default:
      return words.windows[window.kind];
  }
}

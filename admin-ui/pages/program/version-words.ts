import { assertNever } from '../../../shared/domain/assert.ts';
import type {
  Caps,
  Keeping,
  Level,
  Levels,
  MarkReward,
  Marks,
  Mechanic,
  Membership,
  NthItem,
  Referral,
  StepUp,
  Unused,
  Window,
} from '../../../shared/domain/program/program.ts';
import type { Scope } from '../../../shared/domain/program/scope.ts';
import type { Where } from '../../../shared/domain/program/where.ts';
import type { Format } from '../../../shared/text/format/format.ts';
import type { Text } from '../../../shared/text/text.ts';

export type Speaker = { readonly text: Text; readonly format: Format };

export function membershipWords(membership: Membership, { text, format }: Speaker): string {
  const words = text.program.words;
  if (membership.kind === 'everyone') return words.everyone;
  return membership.fromMinor === 0 ? words.cardForAll : words.card(format.money(membership.fromMinor));
}

/** That holders keep what the version before it promised. */
export const keepingWords = ({ until }: Keeping, { text, format }: Speaker): string =>
  until === null ? text.program.versions.keeps : text.program.versions.keepsUntil(format.dateTime(until));
/** Where it holds; nothing where it does everywhere. */
export function whereWords(where: Where | undefined, { text }: Speaker): readonly string[] {
  if (where === undefined) return [];
  const { words } = text.program;
  const [only, other] = where.channels;
  const channel = only === undefined || other !== undefined ? [] : [only === 'web' ? words.onlyWeb : words.onlyTill];
  return [...channel, ...(where.locations.length === 0 ? [] : [words.onlyLocations(where.locations.join(', '))])];
}

/** Which goods it is about; nothing where it is about all. */
export function scopeWords(scope: Scope | undefined, { text }: Speaker): readonly string[] {
  const { words } = text.program;
  if (scope === undefined) return [];
  const except = scope.excluded.length === 0 ? [] : [words.exceptProducts(scope.excluded.length)];
  return scope.kind === 'all' ? except : [words.onlyProducts(scope.products.length), ...except];
}

/** What it gives at most; nothing where there is no cap. */
export function capWords(caps: Caps | undefined, { text, format }: Speaker): readonly string[] {
  const { words } = text.program;
  const { orderMinor = null, monthMinor = null } = caps ?? {};
  return [
    ...(orderMinor === null ? [] : [words.orderCap(format.money(orderMinor))]),
    ...(monthMinor === null ? [] : [words.monthCap(format.money(monthMinor))]),
  ];
}

/** What handing the card on brings. */
export function referralWords({ welcomeBp, bonusBp, bonus }: Referral, { text, format }: Speaker): string {
  const { referralOnce, referralForGood } = text.program.words;
  return (bonus === 'once' ? referralOnce : referralForGood)(format.percent(welcomeBp), format.percent(bonusBp));
}
/** That it is added to other programs, and up to how much. */
export const addedWords = (upToBp: number | undefined, { text, format }: Speaker): readonly string[] =>
  upToBp === undefined ? [] : [text.program.words.added(format.percent(upToBp))];

/** Which purchases are added up. */
export function windowWords(window: Window, speaker: Speaker): string {
  const { words } = speaker.text.program;
  const named = windowName(window, speaker);
  return words.counted(named.charAt(0).toLowerCase() + named.slice(1));
}

function windowName(window: Window, { text }: Speaker): string {
  const { windows, words } = text.program;
  switch (window.kind) {
    case 'lifetime':
    case 'calendar_year':
    case 'card_year':
      return windows[window.kind];
    case 'rolling_days':
      return words.rollingDays(text.common.days(window.days));
    case 'rolling_months':
      return words.rollingMonths(window.months);
    default:
      return assertNever(window);
  }
}

/** What a version gives: one sentence, or one for each level. */
export function mechanicWords(mechanic: Mechanic, speaker: Speaker): readonly string[] {
  const { text, format } = speaker;
  switch (mechanic.kind) {
    case 'fixed':
      return [text.program.words.fixed(format.percent(mechanic.discountBp))];
    case 'levels':
      return mechanic.levels.map((level, index) => levelWords({ mechanic, level, index }, speaker));
    case 'nth_item':
      return nthItemWords(mechanic, speaker);
    case 'marks':
      return markWords(mechanic, speaker);
    case 'step_up':
      return stepUpWords(mechanic, speaker);
    default:
      return assertNever(mechanic);
  }
}

function unusedWords(unused: Unused | undefined, { text }: Speaker): readonly string[] {
  if (unused === undefined) return [];
  const { words } = text.program;
  return [unused === 'never' ? words.unusedWaits : words.unusedLapses(text.common.days(unused.days))];
}

function nthItemWords(mechanic: NthItem, speaker: Speaker): readonly string[] {
  const { items, shareBp, surplus, rewarded, unused } = mechanic;
  const { text, format } = speaker;
  const { words } = text.program;
  return [
    words.nthItem(text.common.items(items), format.percent(shareBp)),
    surplus === 'lapses' ? words.nthItemCap : words.nthItemCarries,
    rewarded === 'apart' ? words.rewardedApart : words.rewardedCounts,
    ...unusedWords(unused, speaker),
  ];
}

function markWords({ products, per, rewards, lower, unused }: Marks, speaker: Speaker): readonly string[] {
  const { text, format } = speaker;
  const { words, fields } = text.program;
  const givesWords = (gives: MarkReward['gives']) =>
    gives
      .map((one) => (one.kind === 'percent' ? words.percentOnce(format.percent(one.discountBp)) : words.gift))
      .join(` ${words.or} `);
  return [
    per === 'purchase'
      ? words.marksByPurchase
      : words.marks(products.length, per === 'product' ? fields.markPerProduct : fields.markPerItem),
    ...rewards.map(({ marks, gives }) => words.markReward(marks, givesWords(gives))),
    ...(rewards.length > 1 ? [lower === 'keeps' ? words.marksKept : words.marksSpent] : []),
    ...unusedWords(unused, speaker),
  ];
}

function stepUpWords({ startBp, stepBp, capBp, decay }: StepUp, { text, format }: Speaker): readonly string[] {
  const words = text.program.words;
  const steps = words.stepUp(format.percent(startBp), format.percent(stepBp), format.percent(capBp));
  if (decay === null) return [steps];
  const days = text.common.days(decay.days);
  return [steps, decay.to === 'start' ? words.decayStart(days) : words.decayStepBack(days)];
}

type Place = { readonly mechanic: Levels; readonly level: Level; readonly index: number };

function levelWords({ mechanic, level, index }: Place, { text, format }: Speaker): string {
  const words = text.program.words;
  const name = level.name === '' ? words.unnamedLevel(index + 1) : level.name;
  const percent = format.percent(level.discountBp);
  const spent = level.fromSpentMinor === null ? null : format.money(level.fromSpentMinor);
  const purchases = level.fromPurchases === null ? null : text.common.purchases(level.fromPurchases);
  if (spent === null) return words.levelPurchases(name, purchases ?? text.common.none, percent);
  if (purchases === null) return words.levelSpent(name, spent, percent);
  return words.levelBoth(name, spent, mechanic.reachedBy === 'any' ? words.or : words.and, purchases, percent);
}

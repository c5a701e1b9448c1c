import { isTimeZone } from '../calendar/offset.ts';
import { currencyDigits } from '../money/currency.ts';
import { parseDecimal } from '../money/decimal.ts';
import type { CurrencyCode } from '../money/money.ts';
import { parsePercent } from '../money/percent.ts';
import { type Fault, ok, type Result, refused } from '../result.ts';
import type { ProgramDraft } from './draft.ts';
import type { Level, Mechanic, Membership, ProgramVersion, Window } from './program.ts';

export type ReadDraft = Omit<ProgramVersion, 'programId' | 'version' | 'effectiveAt' | 'endsAt'>;

type Say = (path: string, message: string) => void;

const LEVELS_MAX = 20;

/** "1,000" is a thousand to one shopkeeper and one to the next, so three digits behind a mark are asked about. */
const isAmbiguous = (text: string, currency: CurrencyCode) => /[.,]\d{3}$/.test(text) && currencyDigits(currency) < 3;

/** A shopkeeper's decimal comma is a point; an empty field is none. */
function readMoney(typed: string, path: string, currency: CurrencyCode, say: Say): number {
  const text = typed.trim();
  if (isAmbiguous(text, currency)) {
    say(path, 'Enter an amount without marks between the thousands, such as 1000.');
    return 0;
  }
  const read = parseDecimal(text.replace(',', '.'), currency);
  if (read.ok) return read.value;
  const words = {
    not_a_decimal: 'Enter an amount such as 500.00.',
    too_precise: `This has more decimals than ${currency} has.`,
    too_large: 'This amount is too large.',
    negative: 'An amount cannot be negative.',
  };
  say(path, words[read.error.code]);
  return 0;
}

function readPercent(text: string, path: string, say: Say): number {
  const read = parsePercent(text);
  if (!read.ok) {
    const words = {
      not_a_percent: 'Enter a percentage such as 5 or 7.5.',
      too_precise: 'At most two decimals.',
      over_100: 'A discount cannot exceed 100 %.',
    };
    say(path, words[read.error.code]);
    return 0;
  }
  if (read.value === 0) say(path, 'A discount of 0 % gives nothing.');
  return read.value;
}

function readCount(text: string, path: string, say: Say, max: number, word: string): number {
  const value = /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
  if (value < 1 || value > max) say(path, `Enter a whole number of ${word} from 1 to ${max}.`);
  return value;
}

function readLevel(draft: ProgramDraft['levels'][number], i: number, currency: CurrencyCode, say: Say): Level {
  const path = `levels.${i}`;
  const bySpent = draft.fromSpent.trim() !== '';
  const byCount = draft.fromPurchases.trim() !== '';
  if (!bySpent && !byCount) say(`${path}.fromSpent`, 'Say from what total or how many purchases this level begins.');
  return {
    name: draft.name.trim() === '' ? `Level ${i + 1}` : draft.name.trim(),
    fromSpentMinor: bySpent ? readMoney(draft.fromSpent, `${path}.fromSpent`, currency, say) : null,
    fromPurchases: byCount ? readCount(draft.fromPurchases, `${path}.fromPurchases`, say, 100_000, 'purchases') : null,
    discountBp: readPercent(draft.percent, `${path}.percent`, say),
  };
}

const falls = (from: number | null, to: number | null) => from !== null && to !== null && to < from;
const same = (a: Level, b: Level) => a.fromSpentMinor === b.fromSpentMinor && a.fromPurchases === b.fromPurchases;

/** Levels rise: no threshold falls, no two begin at the same place, no later one gives less. */
function checkRise(levels: readonly Level[], say: Say): void {
  for (const [i, level] of levels.entries()) {
    const below = levels[i - 1];
    if (below === undefined) continue;
    if (same(below, level)) say(`levels.${i}.fromSpent`, `This begins where level ${i} begins.`);
    if (falls(below.fromSpentMinor, level.fromSpentMinor))
      say(`levels.${i}.fromSpent`, `This is lower than level ${i}.`);
    if (falls(below.fromPurchases, level.fromPurchases))
      say(`levels.${i}.fromPurchases`, `This is fewer than level ${i}.`);
    if (level.discountBp <= below.discountBp)
      say(`levels.${i}.percent`, `A higher level must give more than level ${i}.`);
  }
}

function readMechanic(draft: ProgramDraft, currency: CurrencyCode, say: Say): Mechanic {
  if (draft.mechanic === 'fixed')
    return { kind: 'fixed', discountBp: readPercent(draft.fixedPercent, 'fixedPercent', say) };
  if (draft.levels.length === 0) say('levels', 'Add at least one level.');
  if (draft.levels.length > LEVELS_MAX) say('levels', `At most ${LEVELS_MAX} levels.`);
  const before = { faults: 0 };
  const counting: Say = (path, message) => {
    before.faults += 1;
    say(path, message);
  };
  const levels = draft.levels.map((level, i) => readLevel(level, i, currency, counting));
  if (before.faults === 0) checkRise(levels, say);
  const rolls = draft.window === 'rolling_days' || draft.window === 'rolling_months';
  if (rolls && draft.afterRefund === 'stays')
    say('afterRefund', 'A rolling window has no end, so the level can only follow.');
  if (draft.holds === 'next_window' && draft.window !== 'calendar_year' && draft.window !== 'card_year') {
    say('holds', 'Only years follow one another: choose the calendar year or the year of the card.');
  }
  return { kind: 'levels', levels, reachedBy: draft.reachedBy, afterRefund: draft.afterRefund, holds: draft.holds };
}

function readWindow(draft: ProgramDraft, say: Say): Window {
  switch (draft.window) {
    case 'rolling_days':
      return { kind: 'rolling_days', days: readCount(draft.windowLength, 'windowLength', say, 3650, 'days') };
    case 'rolling_months':
      return { kind: 'rolling_months', months: readCount(draft.windowLength, 'windowLength', say, 120, 'months') };
    default:
      return { kind: draft.window };
  }
}

function readMembership(draft: ProgramDraft, currency: CurrencyCode, say: Say): Membership {
  if (draft.membership === 'everyone') {
    if (draft.window === 'card_year')
      say('window', 'The year of the card needs a card: choose who takes part by card.');
    return { kind: 'everyone' };
  }
  return { kind: 'card', fromMinor: readMoney(draft.cardFrom, 'cardFrom', currency, say), earlier: draft.earlier };
}

/** Reads a draft as the wizard holds it; every fault at once, in words, under the path of its field. */
export function readDraft(
  draft: ProgramDraft,
  shop: { readonly currency: CurrencyCode; readonly timeZone: string },
): Result<ReadDraft, { readonly code: 'faults'; readonly faults: readonly Fault[] }> {
  const faults: Fault[] = [];
  const say: Say = (path, message) => faults.push({ path, message });
  const name = draft.name.trim();
  if (name === '') say('name', 'Give the program a name.');
  if (name.length > 80) say('name', 'At most 80 characters.');
  if (!isTimeZone(shop.timeZone)) say('window', `The shop's time zone ${shop.timeZone} is not known.`);
  const version: ReadDraft = {
    name,
    currency: shop.currency,
    timeZone: shop.timeZone,
    membership: readMembership(draft, shop.currency, say),
    window: readWindow(draft, say),
    mechanic: readMechanic(draft, shop.currency, say),
  };
  return faults.length === 0 ? ok(version) : refused({ code: 'faults', faults });
}

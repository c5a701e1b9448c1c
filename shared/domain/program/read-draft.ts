import { isTimeZone } from '../calendar/offset.ts';
import type { Fault, Wrong } from '../fault.ts';
import { currencyDigits } from '../money/currency.ts';
import { type DecimalRefusal, parseDecimal } from '../money/decimal.ts';
import type { CurrencyCode } from '../money/money.ts';
import { type PercentRefusal, parsePercent } from '../money/percent.ts';
import { ok, type Result, refused } from '../result.ts';
import type { ProgramDraft } from './draft.ts';
import type { Level, Mechanic, Membership, ProgramVersion, Window } from './program.ts';

export type ReadDraft = Omit<ProgramVersion, 'programId' | 'version' | 'effectiveAt' | 'endsAt'>;

type Say = (path: string, wrong: Wrong) => void;

const LEVELS_MAX = 20;
const NAME_MAX = 80;
const DISCOUNT_MAX_BP = 10_000;

const amountFaults: Readonly<Record<DecimalRefusal['code'], (currency: CurrencyCode) => Wrong>> = {
  not_a_decimal: () => ({ code: 'amount_unreadable' }),
  too_precise: (currency) => ({ code: 'amount_too_precise', facts: { currency } }),
  too_large: () => ({ code: 'amount_too_large' }),
  negative: () => ({ code: 'amount_negative' }),
};

const percentFaults: Readonly<Record<PercentRefusal['code'], Wrong>> = {
  not_a_percent: { code: 'percent_unreadable' },
  too_precise: { code: 'percent_too_precise' },
  too_high: { code: 'discount_too_high', facts: { maxBp: DISCOUNT_MAX_BP } },
};

/** "1,000" is a thousand to one shopkeeper and one to the next, so three digits behind a mark are asked about. */
const isAmbiguous = (text: string, currency: CurrencyCode) => /[.,]\d{3}$/.test(text) && currencyDigits(currency) < 3;

/** A shopkeeper's decimal comma is a point; an empty field is none. */
function readMoney(typed: string, path: string, currency: CurrencyCode, say: Say): number {
  const text = typed.trim();
  if (isAmbiguous(text, currency)) {
    say(path, { code: 'amount_ambiguous' });
    return 0;
  }
  const read = parseDecimal(text.replace(',', '.'), currency);
  if (read.ok) return read.value;
  say(path, amountFaults[read.error.code](currency));
  return 0;
}

function readPercent(text: string, path: string, say: Say): number {
  const read = parsePercent(text);
  if (!read.ok) {
    say(path, percentFaults[read.error.code]);
    return 0;
  }
  if (read.value === 0) say(path, { code: 'discount_of_nothing' });
  return read.value;
}

type Countable = { readonly max: number; readonly code: `${'purchases' | 'days' | 'months'}_out_of_range` };

function readCount(text: string, path: string, say: Say, { max, code }: Countable): number {
  const value = /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
  if (value < 1 || value > max) say(path, { code, facts: { max } });
  return value;
}

const PURCHASES: Countable = { max: 100_000, code: 'purchases_out_of_range' };
const DAYS: Countable = { max: 3650, code: 'days_out_of_range' };
const MONTHS: Countable = { max: 120, code: 'months_out_of_range' };

function readLevel(draft: ProgramDraft['levels'][number], i: number, currency: CurrencyCode, say: Say): Level {
  const path = `levels.${i}`;
  const bySpent = draft.fromSpent.trim() !== '';
  const byCount = draft.fromPurchases.trim() !== '';
  if (!bySpent && !byCount) say(`${path}.fromSpent`, { code: 'level_asks_nothing' });
  return {
    name: draft.name.trim() === '' ? `Level ${i + 1}` : draft.name.trim(),
    fromSpentMinor: bySpent ? readMoney(draft.fromSpent, `${path}.fromSpent`, currency, say) : null,
    fromPurchases: byCount ? readCount(draft.fromPurchases, `${path}.fromPurchases`, say, PURCHASES) : null,
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
    const facts = { level: i };
    if (same(below, level)) say(`levels.${i}.fromSpent`, { code: 'level_begins_alike', facts });
    if (falls(below.fromSpentMinor, level.fromSpentMinor))
      say(`levels.${i}.fromSpent`, { code: 'level_total_falls', facts });
    if (falls(below.fromPurchases, level.fromPurchases))
      say(`levels.${i}.fromPurchases`, { code: 'level_purchases_fall', facts });
    if (level.discountBp <= below.discountBp) say(`levels.${i}.percent`, { code: 'level_gives_no_more', facts });
  }
}

function readMechanic(draft: ProgramDraft, currency: CurrencyCode, say: Say): Mechanic {
  if (draft.mechanic === 'fixed')
    return { kind: 'fixed', discountBp: readPercent(draft.fixedPercent, 'fixedPercent', say) };
  if (draft.levels.length === 0) say('levels', { code: 'levels_missing' });
  if (draft.levels.length > LEVELS_MAX) say('levels', { code: 'levels_too_many', facts: { max: LEVELS_MAX } });
  const before = { faults: 0 };
  const counting: Say = (path, wrong) => {
    before.faults += 1;
    say(path, wrong);
  };
  const levels = draft.levels.map((level, i) => readLevel(level, i, currency, counting));
  if (before.faults === 0) checkRise(levels, say);
  const rolls = draft.window === 'rolling_days' || draft.window === 'rolling_months';
  if (rolls && draft.afterRefund === 'stays') say('afterRefund', { code: 'rolling_window_cannot_stay' });
  if (draft.holds === 'next_window' && draft.window !== 'calendar_year' && draft.window !== 'card_year') {
    say('holds', { code: 'only_years_follow' });
  }
  return { kind: 'levels', levels, reachedBy: draft.reachedBy, afterRefund: draft.afterRefund, holds: draft.holds };
}

function readWindow(draft: ProgramDraft, say: Say): Window {
  switch (draft.window) {
    case 'rolling_days':
      return { kind: 'rolling_days', days: readCount(draft.windowLength, 'windowLength', say, DAYS) };
    case 'rolling_months':
      return { kind: 'rolling_months', months: readCount(draft.windowLength, 'windowLength', say, MONTHS) };
    default:
      return { kind: draft.window };
  }
}

function readMembership(draft: ProgramDraft, currency: CurrencyCode, say: Say): Membership {
  if (draft.membership === 'everyone') {
    if (draft.window === 'card_year') say('window', { code: 'card_year_without_card' });
    return { kind: 'everyone' };
  }
  return { kind: 'card', fromMinor: readMoney(draft.cardFrom, 'cardFrom', currency, say), earlier: draft.earlier };
}

/** Reads a draft as the wizard holds it; every fault at once, under the path of its field. */
export function readDraft(
  draft: ProgramDraft,
  shop: { readonly currency: CurrencyCode; readonly timeZone: string },
): Result<ReadDraft, { readonly code: 'faults'; readonly faults: readonly Fault[] }> {
  const faults: Fault[] = [];
  const say: Say = (path, wrong) => faults.push({ path, ...wrong });
  const name = draft.name.trim();
  if (name === '') say('name', { code: 'program_name_missing' });
  if (name.length > NAME_MAX) say('name', { code: 'too_long', facts: { max: NAME_MAX } });
  if (!isTimeZone(shop.timeZone)) say('window', { code: 'time_zone_unknown', facts: { timeZone: shop.timeZone } });
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

import { assertNever } from '../assert.ts';
import { isTimeZone } from '../calendar/offset.ts';
import type { Fault } from '../fault.ts';
import type { CurrencyCode } from '../money/money.ts';
import { ok, type Result, refused } from '../result.ts';
import { outOfReach, overlaps } from './check-reach.ts';
import { canCap, canRoll, isRolling, type ProgramDraft } from './draft.ts';
import type { Level, Levels, Mechanic, Membership, ProgramVersion, Window } from './program.ts';
import { readCaps } from './read-caps.ts';
import { readMarks } from './read-marks.ts';
import { readNotes } from './read-notes.ts';
import { readNthItem } from './read-nth-item.ts';
import { readReferral } from './read-referral.ts';
import { readScope } from './read-scope.ts';
import { readStepUp } from './read-step-up.ts';
import { DAYS, MONTHS, PURCHASES, readCount, readMoney, readPercent, type Say } from './read-typed.ts';
import { readWhere } from './read-where.ts';

export type ReadDraft = Omit<ProgramVersion, 'programId' | 'version' | 'effectiveAt' | 'endsAt' | 'keeps'>;

const LEVELS_MAX = 20;
const NAME_MAX = 80;

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

function readLevels(draft: ProgramDraft, currency: CurrencyCode, say: Say): Levels {
  if (draft.levels.length === 0) say('levels', { code: 'levels_missing' });
  if (draft.levels.length > LEVELS_MAX) say('levels', { code: 'levels_too_many', facts: { max: LEVELS_MAX } });
  const before = { faults: 0 };
  const counting: Say = (path, wrong) => {
    before.faults += 1;
    say(path, wrong);
  };
  const levels = draft.levels.map((level, i) => readLevel(level, i, currency, counting));
  if (before.faults === 0) checkRise(levels, say);
  if (isRolling(draft.window) && draft.afterRefund === 'stays')
    say('afterRefund', { code: 'rolling_window_cannot_stay' });
  if (draft.holds === 'next_window' && draft.window !== 'calendar_year' && draft.window !== 'card_year') {
    say('holds', { code: 'only_years_follow' });
  }
  return { kind: 'levels', levels, reachedBy: draft.reachedBy, afterRefund: draft.afterRefund, holds: draft.holds };
}

function readMechanic(draft: ProgramDraft, currency: CurrencyCode, say: Say): Mechanic {
  switch (draft.mechanic) {
    case 'fixed':
      return { kind: 'fixed', discountBp: readPercent(draft.fixedPercent, 'fixedPercent', say) };
    case 'levels':
      return readLevels(draft, currency, say);
    case 'marks':
      return readMarks(draft, say);
    case 'nth_item':
      return readNthItem(draft, say);
    case 'step_up':
      return readStepUp(draft, say);
    default:
      return assertNever(draft.mechanic);
  }
}

function readWindow(draft: ProgramDraft, say: Say): Window {
  if (isRolling(draft.window) && !canRoll(draft.mechanic)) {
    say('window', { code: 'only_levels_roll' });
    return { kind: 'lifetime' };
  }
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

const overlapping = (mechanic: Mechanic) => (mechanic.kind === 'levels' ? overlaps(mechanic) : []);

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
  const scope = readScope(draft, say);
  // A card of marks is about the products of its list; two lists of goods would contradict one another.
  if (scope !== undefined && draft.mechanic === 'marks') say('scope', { code: 'marks_name_their_goods' });
  const where = readWhere(draft, say);
  const notes = readNotes(draft, say);
  const isAdded = canCap(draft.mechanic) && draft.addedUpTo.trim() !== '';
  const added = isAdded ? { addedUpToBp: readPercent(draft.addedUpTo, 'addedUpTo', say) } : {};
  const caps = readCaps(draft, shop.currency, say);
  const referral = readReferral(draft, say);
  // A statement of a welcome has no room for a cap (decision 0063).
  if (referral !== null && caps !== undefined) say('referral', { code: 'referral_under_cap' });
  const version: ReadDraft = {
    name,
    currency: shop.currency,
    timeZone: shop.timeZone,
    membership: readMembership(draft, shop.currency, say),
    window: readWindow(draft, say),
    mechanic: readMechanic(draft, shop.currency, say),
    ...(scope === undefined ? {} : { scope }),
    ...(where === undefined ? {} : { where }),
    ...(notes === undefined ? {} : { notes }),
    ...(caps === undefined ? {} : { caps }),
    ...(referral === null ? {} : { referral }),
    ...added,
  };
  if (faults.length === 0) faults.push(...overlapping(version.mechanic), ...outOfReach(version));
  return faults.length === 0 ? ok(version) : refused({ code: 'faults', faults });
}

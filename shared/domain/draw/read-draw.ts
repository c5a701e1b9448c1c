import { addDays, isDay, readDay, startOfDay } from '../calendar/day.ts';
import { instantOf } from '../calendar/local.ts';
import type { Fault } from '../fault.ts';
import { type Instant, type LocationId, parseOurId } from '../ids.ts';
import { PURCHASES, readCount, readMoney, type Say } from '../program/read-typed.ts';
import { readLocations } from '../program/read-where.ts';
import { ok, type Result, refused } from '../result.ts';
import type { DrawDraft } from './draft.ts';
import { type Among, type Bought, type DrawTerms, type Prize, prizesIn } from './draw.ts';

/** In all: each winner's journal is written, and the page names them one by one. */
const PRIZES_MAX = 500;
const PRIZE_KINDS_MAX = 20;

/** What a draft is read by: the shop's money and clock, and now. */
export type DrawFrame = Pick<DrawTerms, 'currency' | 'timeZone'> & { readonly now: Instant };

function readPrizes({ prizes }: DrawDraft, say: Say): readonly Prize[] {
  if (prizes.length === 0) say('prizes', { code: 'prizes_missing' });
  if (prizes.length > PRIZE_KINDS_MAX) say('prizes', { code: 'prizes_out_of_range', facts: { max: PRIZE_KINDS_MAX } });
  const max = { max: PRIZES_MAX, code: 'prizes_out_of_range' } as const;
  const read = prizes.map(({ name, count }, i) => {
    if (name.trim() === '') say(`prizes.${i}.name`, { code: 'prize_name_missing' });
    return { name: name.trim(), count: readCount(count, `prizes.${i}.count`, say, max) };
  });
  const isEachSound = read.every(({ count }) => count <= PRIZES_MAX);
  if (isEachSound && prizesIn(read) > PRIZES_MAX)
    say('prizes', { code: 'prizes_too_many', facts: { max: PRIZES_MAX } });
  return read;
}

function readAmong({ among, programId: typed, level }: DrawDraft, say: Say): Among {
  if (among === 'card') return { kind: 'card' };
  const programId = parseOurId('prg', typed);
  if (programId === null) {
    say('programId', { code: 'choice_unknown' });
    return { kind: 'card' };
  }
  if (among === 'program') return { kind: 'program', programId };
  if (!/^\d{1,3}$/.test(level)) say('level', { code: 'choice_unknown' });
  return { kind: 'level', programId, level: Number(level) };
}

function readDayField(typed: string, path: string, say: Say): string | null {
  if (isDay(typed)) return typed;
  say(path, { code: 'day_unreadable' });
  return null;
}

function locationsOf({ locations }: DrawDraft, say: Say): readonly LocationId[] {
  const read = readLocations(locations);
  if (read === null) say('locations', { code: 'locations_unreadable' });
  return read ?? [];
}

/** The last day is bought on to its end, yet no later than the draw closes. */
function readPeriod(draft: DrawDraft, { timeZone }: DrawFrame, closesAt: Instant | null, say: Say) {
  const first = readDayField(draft.fromDay, 'fromDay', say);
  const last = readDayField(draft.toDay, 'toDay', say);
  if (first === null || last === null) return { from: 0, to: 0 };
  if (last < first) say('toDay', { code: 'period_reversed' });
  const [from, end] = [startOfDay(first, timeZone), startOfDay(addDays(last, 1), timeZone)];
  if (closesAt !== null && closesAt <= startOfDay(last, timeZone)) say('toDay', { code: 'period_after_closing' });
  return { from, to: Math.min(end, closesAt ?? end) };
}

function readBought(draft: DrawDraft, frame: DrawFrame, closesAt: Instant | null, say: Say): Bought | null {
  if (draft.bought === 'no') {
    if (draft.lots === 'purchases') say('lots', { code: 'lots_need_a_period' });
    return null;
  }
  const { purchases, spent, reachedBy, channels } = draft;
  const isAsked = (typed: string) => typed.trim() !== '';
  return {
    ...readPeriod(draft, frame, closesAt, say),
    purchases: isAsked(purchases) ? readCount(purchases, 'purchases', say, PURCHASES) : null,
    spentMinor: isAsked(spent) ? readMoney(spent, 'spent', frame.currency, say) : null,
    reachedBy,
    channels,
    locationIds: locationsOf(draft, say),
  };
}

function readClosing({ closesDay, closesTime }: DrawDraft, { timeZone, now }: DrawFrame, say: Say): Instant | null {
  const day = readDayField(closesDay, 'closesDay', say);
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(closesTime) ?? [];
  if (hours === undefined || minutes === undefined) say('closesTime', { code: 'time_unreadable' });
  if (day === null || hours === undefined || minutes === undefined) return null;
  const closesAt = instantOf({ ...readDay(day), ms: (Number(hours) * 60 + Number(minutes)) * 60_000 }, timeZone);
  if (closesAt <= now) say('closesDay', { code: 'draw_closes_in_the_past' });
  return closesAt;
}

/** The terms that a draft means, or everything that is wrong with it, each under the path of its field. */
export function readDraw(draft: DrawDraft, frame: DrawFrame): Result<DrawTerms, { readonly faults: readonly Fault[] }> {
  const faults: Fault[] = [];
  const say: Say = (path, wrong) => void faults.push({ path, ...wrong });
  const name = draft.name.trim();
  if (name === '') say('name', { code: 'draw_name_missing' });
  const closesAt = readClosing(draft, frame, say);
  const terms = {
    name,
    prizes: readPrizes(draft, say),
    among: readAmong(draft, say),
    bought: readBought(draft, frame, closesAt, say),
    lotPer: draft.lots === 'holder' ? null : readCount(draft.lotPer, 'lotPer', say, PURCHASES),
    closesAt: closesAt ?? 0,
    currency: frame.currency,
    timeZone: frame.timeZone,
  };
  return faults.length > 0 ? refused({ faults }) : ok(terms);
}

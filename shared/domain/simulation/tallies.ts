import { leavesAt, OPEN, type WindowBounds, windowAt, windowBefore } from '../calendar/window.ts';
import type { Instant } from '../ids.ts';
import type { ReadDraft } from '../program/read-draft.ts';
import { type Bought, type Counted, count, leave, newTally, nothingLasting, type Tally } from './tally.ts';

/** The window at an instant and the one before it. `changesAt`: when time alone changes what they hold; null: never. */
export type Holding = { readonly now: Tally; readonly before: Tally | null; readonly changesAt: Instant | null };

/** The windows of one customer, walked forward in time: an earlier instant may not be asked for after a later one. */
export type Tallies = {
  readonly at: (asOf: Instant) => Holding;
  readonly count: (bought: Bought) => Counted;
};

/** The bounds that hold an instant, and those before them. */
export type Bounds = { readonly now: WindowBounds; readonly before: WindowBounds | null };

/** Looks windows up. Calendar years are the same for everybody, so each is worked out once. */
export function createBounds({ window, timeZone }: ReadDraft): (at: Instant, issuedAt: Instant | null) => Bounds {
  const years: Bounds[] = [];
  return (at, issuedAt) => {
    const known = years.find(({ now }) => (now.startsAt ?? at) <= at && at < (now.endsAt ?? at));
    if (known !== undefined) return known;
    const now = windowAt(window, timeZone, at, issuedAt);
    const bounds = { now, before: windowBefore(window, timeZone, now.startsAt, issuedAt) };
    if (window.kind === 'calendar_year') years.push(bounds);
    return bounds;
  };
}

/** Windows that follow one another; lifetime is one that never ends. */
function createYears(
  { window, mechanic }: ReadDraft,
  boundsAt: ReturnType<typeof createBounds>,
  issuedAt: Instant | null,
): Tallies {
  const lasting = nothingLasting();
  let now: Tally | null = null;
  let before: Tally | null = null;
  const moveTo = (at: Instant): Tally => {
    if (now !== null && (now.bounds.endsAt === null || at < now.bounds.endsAt)) return now;
    const bounds = boundsAt(at, issuedAt);
    const follows = now !== null && bounds.before !== null && now.bounds.startsAt === bounds.before.startsAt;
    before = follows ? now : null;
    now = newTally(bounds.now, mechanic.kind === 'step_up', lasting);
    return now;
  };
  return {
    at: (asOf) => {
      const tally = moveTo(asOf);
      return { now: tally, before, changesAt: tally.bounds.endsAt };
    },
    count: (bought) => {
      const tally = moveTo(bought.at);
      // No year of a card begins before its first one, so that nothing waits from there.
      const isBefore =
        window.kind === 'card_year' && issuedAt !== null && (tally.bounds.endsAt ?? bought.at) <= issuedAt;
      return count(tally, isBefore ? { ...bought, basket: null, marks: null } : bought);
    },
  };
}

/** A rolling window: each purchase leaves at an instant of its own, nearly always in the order they came in. */
function createRolling({ window, timeZone }: ReadDraft): Tallies {
  const tally = newTally(OPEN, false, nothingLasting());
  const leaving: { readonly at: Instant; readonly counted: Counted }[] = [];
  let gone = 0;
  return {
    at: (asOf) => {
      for (let next = leaving[gone]; next !== undefined && next.at <= asOf; next = leaving[gone]) {
        leave(next.counted);
        gone += 1;
      }
      return { now: tally, before: null, changesAt: leaving[gone]?.at ?? null };
    },
    count: (bought) => {
      const counted = count(tally, bought);
      const leaves = { at: leavesAt(window, timeZone, bought.at) ?? Number.POSITIVE_INFINITY, counted };
      let place = leaving.length;
      while (place > gone && (leaving[place - 1]?.at ?? 0) > leaves.at) place -= 1;
      leaving.splice(place, 0, leaves);
      return counted;
    },
  };
}

/** The windows of a customer with a card since `issuedAt` (null: none). */
export function createTallies(
  program: ReadDraft,
  boundsAt: ReturnType<typeof createBounds>,
  issuedAt: Instant | null,
): Tallies {
  const rolls = program.window.kind === 'rolling_days' || program.window.kind === 'rolling_months';
  return rolls ? createRolling(program) : createYears(program, boundsAt, issuedAt);
}

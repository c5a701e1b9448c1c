import { leavesAt, OPEN, type WindowBounds, windowAt, windowBefore } from '../calendar/window.ts';
import type { Instant } from '../ids.ts';
import type { ProgramVersion } from '../program/program.ts';
import { compareIds } from '../purchase/compare-ids.ts';
import type { Made } from './accumulate.ts';
import type { Part, Place } from './membership.ts';

/** A window and the purchases it holds. `changesAt`: when time alone ends it or takes one of them out; null: never. */
export type Held = {
  readonly bounds: WindowBounds;
  readonly made: readonly Made[];
  readonly changesAt: Instant | null;
};

const isFrom = ({ at, purchase }: Made, place: Place | null): boolean =>
  place === null ||
  at > place.at ||
  (at === place.at && (place.orderId === null || compareIds(purchase.orderId, place.orderId) >= 0));

/** The first year of a card reaches back to the purchase that gave it, also when that was the day before. */
function reachesFrom({ startsAt }: WindowBounds, { window }: ProgramVersion, part: Part): Instant {
  if (startsAt === null) return Number.NEGATIVE_INFINITY;
  const { issuedAt, givenWith } = part;
  const isFirstYear = window.kind === 'card_year' && issuedAt !== null && startsAt <= issuedAt;
  return isFirstYear && givenWith !== null ? Math.min(startsAt, givenWith.at) : startsAt;
}

function inBounds(made: readonly Made[], bounds: WindowBounds, version: ProgramVersion, part: Part): readonly Made[] {
  const from = reachesFrom(bounds, version, part);
  const to = bounds.endsAt ?? Number.POSITIVE_INFINITY;
  return made.filter((m) => m.at >= from && m.at < to && isFrom(m, part.countsFrom));
}

/** What the window holds at `asOf`; who does not take part holds nothing. */
export function heldAt(version: ProgramVersion, part: Part, made: readonly Made[], asOf: Instant): Held {
  const { window, timeZone } = version;
  if (!part.takesPart) return { bounds: OPEN, made: [], changesAt: null };
  const bounds = windowAt(window, timeZone, asOf, part.issuedAt);
  const inside = inBounds(made, bounds, version, part);
  if (window.kind !== 'rolling_days' && window.kind !== 'rolling_months')
    return { bounds, made: inside, changesAt: bounds.endsAt };
  let changesAt = Number.POSITIVE_INFINITY;
  const still = inside.filter(({ at }) => {
    const leaves = leavesAt(window, timeZone, at) ?? Number.POSITIVE_INFINITY;
    if (leaves > asOf) changesAt = Math.min(changesAt, leaves);
    return leaves > asOf;
  });
  return { bounds, made: still, changesAt: still.length === 0 ? null : changesAt };
}

/** What the window before held; null where windows do not follow one another. */
export function heldBefore(
  version: ProgramVersion,
  part: Part,
  made: readonly Made[],
  bounds: WindowBounds,
): Held | null {
  const before = windowBefore(version.window, version.timeZone, bounds.startsAt, part.issuedAt);
  if (before === null) return null;
  return { bounds: before, made: inBounds(made, before, version, part), changesAt: before.endsAt };
}

/**
 * The windows that what was earned in may still wait from, oldest first, the one that holds `asOf` last: it alone where
 * what is not used ends with its window (rules 1).
 */
export function heldUpTo(version: ProgramVersion, part: Part, made: readonly Made[], held: Held): readonly Held[] {
  const { mechanic } = version;
  const isKept = (mechanic.kind === 'nth_item' || mechanic.kind === 'marks') && mechanic.unused !== undefined;
  const windows = [held];
  const first = made[0]?.at ?? Number.POSITIVE_INFINITY;
  for (let { bounds } = held; isKept && part.takesPart && (bounds.startsAt ?? first) > first; ) {
    const before = heldBefore(version, part, made, bounds);
    if (before === null) break;
    windows.unshift(before);
    ({ bounds } = before);
  }
  return windows;
}

import type { Fault, Wrong } from '../fault.ts';
import type { Level, Levels, ProgramVersion, StepUp, Window } from './program.ts';

/** As many as nobody makes, with one every minute of day and night. */
const PURCHASES_A_DAY_MAX = 24 * 60;
const LONGEST_YEAR_DAYS = 366;
const LONGEST_MONTH_DAYS = 31;

/** What adds up what, in which window; a program of any version has it. */
type Reached = Pick<ProgramVersion, 'window' | 'mechanic'>;

/** The days after which a window has let every purchase go, at the most; null: it never does. */
function daysOf(window: Window): number | null {
  switch (window.kind) {
    case 'lifetime':
      return null;
    case 'rolling_days':
      return window.days;
    case 'rolling_months':
      return window.months * LONGEST_MONTH_DAYS;
    default:
      return LONGEST_YEAR_DAYS;
  }
}

/** What somebody has bought, in minor units and in purchases, each of which was worth something. */
type Bought = { readonly spentMinor: number; readonly purchases: number };

/** Whoever just reaches a level has bought at least this: one way for each measure, or one where all are asked. */
function justReached({ fromSpentMinor, fromPurchases }: Level, reachedBy: Levels['reachedBy']): readonly Bought[] {
  const [spent, purchases] = [fromSpentMinor ?? 0, fromPurchases ?? 0];
  const least = (spentMinor: number, made: number): Bought => ({
    spentMinor: Math.max(spentMinor, made),
    purchases: spentMinor > 0 ? Math.max(made, 1) : made,
  });
  if (reachedBy === 'all') return [least(spent, purchases)];
  return [
    ...(fromSpentMinor === null ? [] : [least(spent, 0)]),
    ...(fromPurchases === null ? [] : [least(0, purchases)]),
  ];
}

function isReached({ fromSpentMinor, fromPurchases }: Level, reachedBy: Levels['reachedBy'], bought: Bought): boolean {
  const measures = [
    ...(fromSpentMinor === null ? [] : [bought.spentMinor >= fromSpentMinor]),
    ...(fromPurchases === null ? [] : [bought.purchases >= fromPurchases]),
  ];
  return reachedBy === 'all' ? measures.every((is) => is) : measures.some((is) => is);
}

/** Levels of which nobody ever has the lower one, since whoever reaches it has reached a higher one (rules 2.2). */
export function overlaps({ levels, reachedBy }: Levels): readonly Fault[] {
  return levels.flatMap((low, i): Fault[] => {
    const above = justReached(low, reachedBy).map((bought) =>
      levels.findIndex((level, j) => j > i && isReached(level, reachedBy, bought)),
    );
    if (above.length === 0 || above.includes(-1)) return [];
    const facts = { level: Math.min(...above) + 1 };
    return [{ path: `levels.${i}.fromSpent`, code: 'level_never_seen', facts }];
  });
}

/** How many purchases each field asks for before its window ends. */
function asked({ mechanic }: Reached): readonly { readonly path: string; readonly purchases: number }[] {
  if (mechanic.kind === 'step_up') return [{ path: 'capPercent', purchases: purchasesToCap(mechanic) }];
  if (mechanic.kind !== 'levels') return [];
  return mechanic.levels.flatMap(({ fromPurchases, fromSpentMinor }, i) => {
    const isOnlyWay = fromSpentMinor === null || mechanic.reachedBy === 'all';
    return fromPurchases !== null && isOnlyWay ? [{ path: `levels.${i}.fromPurchases`, purchases: fromPurchases }] : [];
  });
}

/** The first that is charged at the cap comes after so many. */
const purchasesToCap = ({ startBp, stepBp, capBp }: StepUp): number =>
  stepBp > 0 ? Math.ceil((capBp - startBp) / stepBp) : 0;

function beyond(program: Reached, perDay: number, wrong: (facts: Facts) => Wrong): readonly Fault[] {
  const days = daysOf(program.window);
  if (days === null) return [];
  return asked(program).flatMap(({ path, purchases }) =>
    purchases > days * perDay ? [{ path, ...wrong({ purchases, days }) }] : [],
  );
}
type Facts = { readonly purchases: number; readonly days: number };

/** What would be reset before anybody could reach it, with a purchase every minute of day and night: certain. */
export const outOfReach = (program: Reached): readonly Fault[] =>
  beyond(program, PURCHASES_A_DAY_MAX, (facts) => ({ code: 'reset_before_reached', facts }));

/** A pause of one day takes a step from whoever buys once a day, as soon as it was given. */
function neverClimbs({ mechanic }: Reached): readonly Fault[] {
  const isLost = mechanic.kind === 'step_up' && mechanic.decay !== null && mechanic.decay.days === 1;
  return isLost ? [{ path: 'decayDays', code: 'pause_of_a_day' }] : [];
}

/** What somebody who buys once a day never reaches. That is no fault: in some shops people come more often. */
export const hardlyReached = (program: Reached): readonly Fault[] => [
  ...(outOfReach(program).length > 0 ? [] : beyond(program, 1, (facts) => ({ code: 'hardly_reached', facts }))),
  ...neverClimbs(program),
];

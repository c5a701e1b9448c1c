import type { CustomerStanding, Standing } from '../standing/standing.ts';
import type { Change, MarkChange } from './journal.ts';

const MEASURES = [
  ['spent', 'spentMinor'],
  ['purchases', 'purchases'],
  ['items', 'items'],
  ['position', 'position'],
  ['given', 'givenBp'],
  ['discount', 'discountBp'],
] as const;

/** A standing of nothing, which a program's first appearance is compared with. */
const unknown = ({ rewards: _, kept: __, marks: ___, offers: ____, referral: _____, ...of }: Standing): Standing => ({
  ...of,
  takesPart: false,
  windowStartsAt: null,
  windowEndsAt: null,
  spentMinor: 0,
  purchases: 0,
  items: 0,
  position: 0,
  level: null,
  givenBp: 0,
  discountBp: 0,
});

const REWARDS = [
  ['counted', 'counted'],
  ['used', 'used'],
  ['deficit', 'deficit'],
  ['progress', 'progress'],
  ['ready', 'ready'],
  ['ready_worth', 'worthMinor'],
] as const;

/** What is different in the rewards of rules 2.4; a program that gives none has none. */
function rewardsDifference({ rewards: before }: Standing, { programId, rewards: after }: Standing): readonly Change[] {
  return REWARDS.flatMap(([kind, field]) => {
    const [was, is] = [before?.[field] ?? 0, after?.[field] ?? 0];
    return was === is ? [] : [{ kind, programId, before: was, after: is }];
  });
}

/** The figures of a card of marks as the journal tells them; a program without marks has none of it. */
export const markFigures = ({ marks }: Pick<Standing, 'marks'>): Readonly<Record<MarkChange, number>> => ({
  marks: marks?.set ?? 0,
  marks_used: marks?.used ?? 0,
  marks_missing: marks?.deficit ?? 0,
  marks_ready: marks?.ready.length ?? 0,
});

const MARKS: readonly MarkChange[] = ['marks', 'marks_used', 'marks_missing', 'marks_ready'];

function marksDifference(before: Standing, after: Standing): readonly Change[] {
  const [was, is] = [markFigures(before), markFigures(after)];
  const { programId } = after;
  return MARKS.flatMap((kind) =>
    was[kind] === is[kind] ? [] : [{ kind, programId, before: was[kind], after: is[kind] }],
  );
}

const REFERRAL = [
  ['brought', 'brought'],
  ['bonus_used', 'used'],
  ['bonus_ready', 'ready'],
  ['bonus_deficit', 'deficit'],
] as const;

/** What is different for a giver of rules 2.7. */
function referralDifference({ referral: before }: Standing, { programId, referral: after }: Standing) {
  return REFERRAL.flatMap(([kind, field]): readonly Change[] => {
    const [was, is] = [before?.[field] ?? 0, after?.[field] ?? 0];
    return was === is ? [] : [{ kind, programId, before: was, after: is }];
  });
}

/** The older version whose percentage, and whose rewards, somebody keeps; null: by the one in force. */
export function keptVersions({ kept, version }: Pick<Standing, 'kept' | 'version'>): {
  readonly kept: number | null;
  readonly kept_rewards: number | null;
} {
  if (kept === undefined) return { kept: null, kept_rewards: null };
  const older = (one: number | null) => (one === kept.inForce ? null : one);
  return { kept: older(version), kept_rewards: older(kept.rewardsBy) };
}

function keptDifference(before: Standing, after: Standing): readonly Change[] {
  const [was, is] = [keptVersions(before), keptVersions(after)];
  const { programId } = after;
  return (['kept', 'kept_rewards'] as const).flatMap((kind) =>
    was[kind] === is[kind] ? [] : [{ kind, programId, before: was[kind], after: is[kind] }],
  );
}

function differenceOf(before: Standing, after: Standing): Change[] {
  const { programId } = after;
  const changes: Change[] = [];
  if (before.takesPart !== after.takesPart) changes.push({ kind: after.takesPart ? 'joined' : 'left', programId });
  if (before.windowEndsAt !== after.windowEndsAt) {
    changes.push({ kind: 'window', programId, before: before.windowEndsAt, after: after.windowEndsAt });
  }
  for (const [kind, field] of MEASURES) {
    if (before[field] !== after[field]) changes.push({ kind, programId, before: before[field], after: after[field] });
  }
  changes.push(
    ...rewardsDifference(before, after),
    ...marksDifference(before, after),
    ...referralDifference(before, after),
    ...keptDifference(before, after),
  );
  if (before.level !== after.level)
    changes.push({ kind: 'level', programId, before: before.level, after: after.level });
  return changes;
}

/**
 * What is different between the standing after the last entry and a new one, program by program. Where time alone
 * will change something next (`changesAt`), and which version counts for everybody, is no difference a holder would
 * notice; that somebody keeps an older one is.
 */
export function difference(before: CustomerStanding | null, after: CustomerStanding): readonly Change[] {
  const known = new Map((before?.standings ?? []).map((s) => [s.programId, s]));
  const now = new Map(after.standings.map((s) => [s.programId, s]));
  const gone = [...known.values()].filter((s) => !now.has(s.programId));
  return [
    ...after.standings.flatMap((s) => differenceOf(known.get(s.programId) ?? unknown(s), s)),
    ...gone.flatMap((s) => differenceOf(s, unknown(s))),
  ];
}

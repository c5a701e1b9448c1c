import type { z } from 'zod';
import { assertNever } from '../../../shared/domain/assert.ts';
import { type Fault, unreadable } from '../../../shared/domain/fault.ts';
import type { LocationId, ProductId } from '../../../shared/domain/ids.ts';
import type { BasisPoints } from '../../../shared/domain/money/money.ts';
import { parsePercent } from '../../../shared/domain/money/percent.ts';
import { canCap, emptyDraft, type ProgramDraft } from '../../../shared/domain/program/draft.ts';
import { type ReadDraft, readDraft } from '../../../shared/domain/program/read-draft.ts';
import type { Scope } from '../../../shared/domain/program/scope.ts';
import type { Where } from '../../../shared/domain/program/where.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import { type ProgramFile, programFile } from './program-file.ts';

/** A program to simulate. `marginBp` null: no floor. */
export type Program = { readonly program: ReadDraft; readonly marginBp: BasisPoints | null };

const MARGIN_MAX_BP = 99_999;

/** Where a field of the draft stands in a file. */
const PLACES: Readonly<Record<string, string>> = {
  cardFrom: 'membership.from',
  fixedPercent: 'mechanic.percent',
  window: 'window.kind',
  reachedBy: 'mechanic.reachedBy',
  afterRefund: 'mechanic.afterRefund',
  nthItems: 'mechanic.items',
  nthPercent: 'mechanic.percent',
  startPercent: 'mechanic.startPercent',
  stepPercent: 'mechanic.stepPercent',
  capPercent: 'mechanic.capPercent',
  decayDays: 'mechanic.decay.days',
  unusedAfter: 'mechanic.unused.days',
  holds: 'mechanic.holds',
  markProducts: 'mechanic.products',
  markRewards: 'mechanic.rewards',
  orderCap: 'caps.order',
  monthCap: 'caps.month',
  welcomePercent: 'referral.welcomePercent',
  bonusPercent: 'referral.bonusPercent',
  referralDays: 'referral.withinDays',
  notesLabel: 'notes.label',
};

const placeOf = ({ path, code }: Fault, { window }: ProgramFile): string => {
  if (code === 'time_zone_unknown') return 'timeZone';
  if (path === 'windowLength') return window.kind === 'rolling_days' ? 'window.days' : 'window.months';
  if (path.startsWith('markRewards.')) return path.replace('markRewards', 'mechanic.rewards');
  return path.startsWith('levels') ? `mechanic.${path}` : (PLACES[path] ?? path);
};

type Mechanics = ProgramFile['mechanic'];

function levelsOf({ kind, levels, ...choices }: Extract<Mechanics, { kind: 'levels' }>): Partial<ProgramDraft> {
  const asTyped = levels.map(({ name = '', fromSpent = '', fromPurchases, percent }) => ({
    name,
    fromSpent,
    fromPurchases: fromPurchases === undefined ? '' : String(fromPurchases),
    percent,
  }));
  return { mechanic: kind, levels: asTyped, ...choices };
}

function unusedOf(unused: MarksFile['unused']): Partial<ProgramDraft> {
  if (unused === undefined) return {};
  return unused === 'never' ? { unused } : { unused: 'days', unusedAfter: String(unused.days) };
}

type MarksFile = Extract<Mechanics, { kind: 'marks' }>;

function marksOf({ products, per, rewards, lower, unused }: MarksFile): Partial<ProgramDraft> {
  const markRewards = rewards.map(({ marks, percent, gift }) => ({
    marks: String(marks),
    gives: gift === undefined ? ('percent' as const) : percent === undefined ? ('gift' as const) : ('choice' as const),
    percent: percent ?? '',
    gift: gift ?? '',
  }));
  return {
    mechanic: 'marks',
    markProducts: products,
    markPer: per,
    markRewards,
    markLower: lower,
    ...unusedOf(unused),
  };
}

function mechanicOf({ mechanic }: ProgramFile): Partial<ProgramDraft> {
  switch (mechanic.kind) {
    case 'fixed':
      return { mechanic: 'fixed', fixedPercent: mechanic.percent };
    case 'levels':
      return levelsOf(mechanic);
    case 'nth_item': {
      const { kind, items, percent, unused, ...choices } = mechanic;
      return { mechanic: kind, nthItems: String(items), nthPercent: percent, ...choices, ...unusedOf(unused) };
    }
    case 'marks':
      return marksOf(mechanic);
    case 'step_up': {
      const { kind, decay, ...percents } = mechanic;
      return { mechanic: kind, ...percents, decay: decay?.to ?? 'none', decayDays: decay ? String(decay.days) : '' };
    }
    default:
      return assertNever(mechanic);
  }
}

function windowOf({ window }: ProgramFile): Partial<ProgramDraft> {
  switch (window.kind) {
    case 'rolling_days':
      return { window: window.kind, windowLength: String(window.days) };
    case 'rolling_months':
      return { window: window.kind, windowLength: String(window.months) };
    default:
      return { window: window.kind };
  }
}

function membershipOf({ membership }: ProgramFile): Partial<ProgramDraft> {
  if (membership.kind === 'everyone') return { membership: 'everyone' };
  return { membership: 'card', cardFrom: membership.from, earlier: membership.earlier };
}

const capsOf = ({ caps }: ProgramFile): Partial<ProgramDraft> => ({
  orderCap: caps?.order ?? '',
  monthCap: caps?.month ?? '',
});

/** Orders of any origin may name their products by any text, so it is not the wizard that reads these. */
function scopeOf({ scope }: ProgramFile): { readonly scope?: Scope } {
  if (scope === undefined) return {};
  const idsOf = (texts: readonly string[]) => texts.map((text) => text as ProductId);
  const excluded = idsOf(scope.excluded);
  if (scope.products === undefined) return excluded.length === 0 ? {} : { scope: { kind: 'all', excluded } };
  return { scope: { kind: 'products', products: idsOf(scope.products), excluded } };
}

/** Orders of any origin may name their locations by any text. */
function whereOf({ where }: ProgramFile): { readonly where?: Where } {
  if (where === undefined || (where.channels ?? where.locations) === undefined) return {};
  const locations = (where.locations ?? []).map((text) => text as LocationId);
  return { where: { channels: where.channels ?? [], locations } };
}

/** Locations are those of tills. */
const isWithoutTill = ({ where }: ProgramFile): boolean =>
  where?.locations !== undefined && where.channels !== undefined && !where.channels.includes('till');

/** A cap where there is no percentage of every purchase. */
const isCapIdle = ({ caps, mechanic }: ProgramFile): boolean => caps !== undefined && !canCap(mechanic.kind);

/** A list of products of which every one is left out again. */
const isNothing = ({ scope }: ProgramFile): boolean =>
  scope?.products?.every((id) => scope.excluded.includes(id)) ?? false;

/** Only a card can be handed on. */
const isWithoutCard = ({ referral, membership }: ProgramFile): boolean =>
  referral !== undefined && membership.kind !== 'card';

const referralOf = ({ referral }: ProgramFile): Partial<ProgramDraft> =>
  referral === undefined
    ? {}
    : {
        referral: referral.bonus,
        welcomePercent: referral.welcomePercent,
        bonusPercent: referral.bonusPercent,
        referralDays: String(referral.withinDays),
      };

const notesOf = ({ notes }: ProgramFile): Partial<ProgramDraft> =>
  notes === undefined ? {} : { notes: 'dated', notesLabel: notes.label };

/** Notes are kept on cards. */
const isNotesWithoutCard = ({ notes, membership }: ProgramFile): boolean =>
  notes !== undefined && membership.kind !== 'card';

/** What the schema itself says is wrong, under the path of its place. */
const faultOf = ({ path, message }: z.core.$ZodIssue): Fault => unreadable(path.map(String).join('.'), message);

/**
 * Reads a program in the public format. A file is what the wizard would have typed, so the same reader judges both;
 * every fault at once, under its path in the file.
 */
export function readProgram(
  value: unknown,
): Result<Program, { readonly code: 'faults'; readonly faults: readonly Fault[] }> {
  const parsed = programFile.safeParse(value);
  if (!parsed.success) return refused({ code: 'faults', faults: parsed.error.issues.map(faultOf) });
  const file = parsed.data;
  const rule = { ...membershipOf(file), ...windowOf(file), ...mechanicOf(file) };
  const parts = { ...rule, ...capsOf(file), ...referralOf(file) };
  const draft = { ...emptyDraft, name: file.name, ...parts, ...notesOf(file) };
  const read = readDraft(draft, file);
  const margin = file.margin === undefined ? null : parsePercent(file.margin, MARGIN_MAX_BP);
  const ofFile: readonly Fault[] = [
    ...(isNothing(file) ? ([{ path: 'scope.excluded', code: 'scope_of_nothing' }] as const) : []),
    ...(file.scope !== undefined && file.mechanic.kind === 'marks'
      ? ([{ path: 'scope', code: 'marks_name_their_goods' }] as const)
      : []),
    ...(isWithoutCard(file) ? ([{ path: 'referral', code: 'referral_without_card' }] as const) : []),
    ...(isWithoutTill(file) ? ([{ path: 'where.locations', code: 'locations_without_till' }] as const) : []),
    ...(isNotesWithoutCard(file) ? ([{ path: 'notes', code: 'notes_without_card' }] as const) : []),
    ...(isCapIdle(file) ? ([{ path: 'caps', code: 'caps_are_for_percentages' }] as const) : []),
  ];
  if (read.ok && ofFile.length === 0 && margin?.ok !== false)
    return ok({ program: { ...read.value, ...scopeOf(file), ...whereOf(file) }, marginBp: margin?.value ?? null });
  const faults = read.ok ? [] : read.error.faults.map((fault) => ({ ...fault, path: placeOf(fault, file) }));
  return refused({ code: 'faults', faults: [...faults, ...ofFile] });
}

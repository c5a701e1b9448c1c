import { assertNever } from '../../../shared/domain/assert.ts';
import { formatDecimal } from '../../../shared/domain/money/decimal.ts';
import type { CurrencyCode } from '../../../shared/domain/money/money.ts';
import { emptyDraft, type ProgramDraft } from '../../../shared/domain/program/draft.ts';
import type {
  Caps,
  Level,
  MarkReward,
  Marks,
  Mechanic,
  ProgramVersion,
  Referral,
  StepUp,
  Unused,
  Window,
} from '../../../shared/domain/program/program.ts';
import type { Scope } from '../../../shared/domain/program/scope.ts';
import type { Where } from '../../../shared/domain/program/where.ts';
import { percentText } from './percent-text.ts';

/** A published version put back into the form, as somebody would have typed it. */
export function draftOf(version: ProgramVersion, currency: CurrencyCode): ProgramDraft {
  const { membership, mechanic, window } = version;
  return {
    ...emptyDraft,
    name: version.name,
    membership: membership.kind,
    ...(membership.kind === 'card'
      ? { cardFrom: formatDecimal(membership.fromMinor, currency), earlier: membership.earlier }
      : {}),
    ...mechanicText(mechanic, currency),
    ...referralText(version.referral),
    window: window.kind,
    windowLength: lengthText(window),
    ...scopeText(version.scope),
    ...whereText(version.where),
    ...(version.notes && { notes: 'dated', notesLabel: version.notes.label }),
    ...capsText(version.caps, currency),
    addedUpTo: version.addedUpToBp === undefined ? '' : percentText(version.addedUpToBp),
  };
}

function scopeText(scope: Scope | undefined): Partial<ProgramDraft> {
  if (scope === undefined) return {};
  const { kind, excluded } = scope;
  return kind === 'all' ? { scope: kind, excluded } : { scope: kind, excluded, products: scope.products };
}
const whereText = (where: Where | undefined): Partial<ProgramDraft> =>
  where === undefined ? {} : { channels: where.channels, locations: where.locations.join(', ') };

const referralText = (referral: Referral | undefined): Partial<ProgramDraft> =>
  referral === undefined
    ? {}
    : {
        referral: referral.bonus,
        welcomePercent: percentText(referral.welcomeBp),
        bonusPercent: percentText(referral.bonusBp),
        referralDays: String(referral.withinDays),
      };

function capsText(caps: Caps | undefined, currency: CurrencyCode): Pick<ProgramDraft, 'orderCap' | 'monthCap'> {
  const textOf = (minor: number | null | undefined) => (minor == null ? '' : formatDecimal(minor, currency));
  return { orderCap: textOf(caps?.orderMinor), monthCap: textOf(caps?.monthMinor) };
}

type MechanicText = Pick<ProgramDraft, 'mechanic'> & Partial<ProgramDraft>;

function mechanicText(mechanic: Mechanic, currency: CurrencyCode): MechanicText {
  switch (mechanic.kind) {
    case 'fixed':
      return { mechanic: 'fixed', fixedPercent: percentText(mechanic.discountBp) };
    case 'levels': {
      const { reachedBy, afterRefund, holds } = mechanic;
      const levels = mechanic.levels.map((level) => levelText(level, currency));
      return { mechanic: 'levels', reachedBy, afterRefund, holds, levels };
    }
    case 'nth_item': {
      const { items, shareBp, surplus, rewarded } = mechanic;
      const asked = { nthItems: String(items), nthPercent: percentText(shareBp) };
      return { mechanic: 'nth_item', ...asked, surplus, rewarded, ...unusedText(mechanic.unused) };
    }
    case 'marks':
      return { mechanic: 'marks', ...marksText(mechanic) };
    case 'step_up':
      return { mechanic: 'step_up', ...stepUpText(mechanic) };
    default:
      return assertNever(mechanic);
  }
}

const rewardText = ({ marks, gives }: MarkReward): ProgramDraft['markRewards'][number] => {
  const percent = gives.find((one) => one.kind === 'percent');
  const gift = gives.find((one) => one.kind === 'gift');
  return {
    marks: String(marks),
    gives: gift === undefined ? 'percent' : percent === undefined ? 'gift' : 'choice',
    percent: percent === undefined ? '' : percentText(percent.discountBp),
    gift: gift?.productId ?? '',
  };
};

function unusedText(unused: Unused | undefined): Partial<ProgramDraft> {
  if (unused === undefined) return {};
  return unused === 'never' ? { unused } : { unused: 'days', unusedAfter: String(unused.days) };
}

const marksText = ({ products, per, rewards, lower, unused }: Marks): Partial<ProgramDraft> => ({
  markProducts: products,
  markPer: per,
  markRewards: rewards.map(rewardText),
  markLower: lower,
  ...unusedText(unused),
});

const stepUpText = ({ startBp, stepBp, capBp, decay }: StepUp): Partial<ProgramDraft> => ({
  startPercent: percentText(startBp),
  stepPercent: percentText(stepBp),
  capPercent: percentText(capBp),
  ...(decay === null ? {} : { decay: decay.to, decayDays: String(decay.days) }),
});

const levelText = (level: Level, currency: CurrencyCode): ProgramDraft['levels'][number] => ({
  name: level.name,
  fromSpent: level.fromSpentMinor === null ? '' : formatDecimal(level.fromSpentMinor, currency),
  fromPurchases: level.fromPurchases === null ? '' : String(level.fromPurchases),
  percent: percentText(level.discountBp),
});

function lengthText(window: Window): string {
  if (window.kind === 'rolling_days') return String(window.days);
  return window.kind === 'rolling_months' ? String(window.months) : '';
}

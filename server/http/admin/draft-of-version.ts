import { formatDecimal } from '../../../shared/domain/money/decimal.ts';
import type { CurrencyCode } from '../../../shared/domain/money/money.ts';
import { emptyDraft, type ProgramDraft } from '../../../shared/domain/program/draft.ts';
import type { Level, ProgramVersion, Window } from '../../../shared/domain/program/program.ts';
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
    ...(mechanic.kind === 'fixed'
      ? { mechanic: 'fixed', fixedPercent: percentText(mechanic.discountBp) }
      : {
          reachedBy: mechanic.reachedBy,
          afterRefund: mechanic.afterRefund,
          holds: mechanic.holds,
          levels: mechanic.levels.map((level) => levelText(level, currency)),
        }),
    window: window.kind,
    windowLength: lengthText(window),
  };
}

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

import type { BasisPoints } from '../money/money.ts';
import type { ProgramDraft } from './draft.ts';
import type { StepUp } from './program.ts';
import { DAYS, readCount, readShare, type Say } from './read-typed.ts';

/** A cap at the start would leave no step to take, and no step leads anywhere. */
function checkSteps(startBp: BasisPoints | null, stepBp: BasisPoints | null, capBp: BasisPoints | null, say: Say) {
  if (stepBp === 0) say('stepPercent', { code: 'step_of_nothing' });
  if (startBp !== null && capBp !== null && capBp <= startBp)
    say('capPercent', { code: 'cap_not_above_start', facts: { startBp } });
}

/** Reads rules 2.5 as typed: start (which may be nothing), step and cap in percent, and what a pause takes. */
export function readStepUp(draft: ProgramDraft, say: Say): StepUp {
  const startBp = readShare(draft.startPercent, 'startPercent', say);
  const stepBp = readShare(draft.stepPercent, 'stepPercent', say);
  const capBp = readShare(draft.capPercent, 'capPercent', say);
  checkSteps(startBp, stepBp, capBp, say);
  const decay =
    draft.decay === 'none' ? null : { days: readCount(draft.decayDays, 'decayDays', say, DAYS), to: draft.decay };
  return { kind: 'step_up', startBp: startBp ?? 0, stepBp: stepBp ?? 0, capBp: capBp ?? 0, decay };
}

import type { ProgramDraft } from './draft.ts';
import type { Referral } from './program.ts';
import { DAYS, readCount, readPercent, type Say } from './read-typed.ts';

/** Reads rules 2.7 as typed; null: cards are not handed on, as where there are none, whatever was typed before. */
export function readReferral(draft: ProgramDraft, say: Say): Referral | null {
  const { referral: bonus } = draft;
  if (bonus === 'none' || draft.membership !== 'card') return null;
  return {
    welcomeBp: readPercent(draft.welcomePercent, 'welcomePercent', say),
    bonusBp: readPercent(draft.bonusPercent, 'bonusPercent', say),
    bonus,
    withinDays: readCount(draft.referralDays, 'referralDays', say, DAYS),
  };
}

import { emptyDraft, type ProgramDraft } from '../../../shared/domain/program/draft.ts';

/** A draft without fault, as the wizard holds it: 500.00 → 1 %, 800.00 → 2 %, everybody, for life. */
export const aDraft = (said: Partial<ProgramDraft> = {}): ProgramDraft => ({
  ...emptyDraft,
  name: 'Regulars',
  levels: [aDraftLevel(), aDraftLevel({ name: 'Gold', fromSpent: '800.00', percent: '2' })],
  ...said,
});

/** What makes a draft one of steps: 0 % + 1 % to 10 %, where a pause takes nothing. */
export const inSteps = (said: Partial<ProgramDraft> = {}): Partial<ProgramDraft> => ({
  mechanic: 'step_up',
  startPercent: '0',
  stepPercent: '1',
  capPercent: '10',
  ...said,
});

export const aDraftLevel = (said: Partial<ProgramDraft['levels'][number]> = {}): ProgramDraft['levels'][number] => ({
  name: 'Silver',
  fromSpent: '500.00',
  fromPurchases: '',
  percent: '1',
  ...said,
});

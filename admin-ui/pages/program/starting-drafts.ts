import { emptyDraft, type ProgramDraft } from '../../../shared/domain/program/draft.ts';

type Level = ProgramDraft['levels'][number];

const level = (fromSpent: string, percent: string): Level => ({ name: '', fromSpent, fromPurchases: '', percent });

export const EMPTY_LEVEL: Level = level('', '');

type Reward = ProgramDraft['markRewards'][number];

export const EMPTY_REWARD: Reward = { marks: '', gives: 'percent', percent: '', gift: '' };

/** Recipe "wholesale and retail" of rules.md 4; everything in it can be changed. */
export const wholesaleDraft: ProgramDraft = {
  ...emptyDraft,
  nthItems: '10',
  nthPercent: '10',
  markRewards: [EMPTY_REWARD],
  startPercent: '0',
  stepPercent: '1',
  capPercent: '10',
  decayDays: '60',
  welcomePercent: '8',
  bonusPercent: '5',
  referralDays: '30',
  membership: 'card',
  cardFrom: '500',
  levels: [level('500', '1'), level('800', '2')],
};

/** Rules.md 2.3: cumulative with reset. */
export const yearlyDraft: ProgramDraft = {
  ...wholesaleDraft,
  membership: 'everyone',
  cardFrom: '',
  window: 'calendar_year',
};

/** Recipe "the eleventh item" of rules.md 4. */
export const nthItemDraft: ProgramDraft = {
  ...wholesaleDraft,
  cardFrom: '1000',
  mechanic: 'nth_item',
  window: 'card_year',
};

/** Recipe "every visit" of rules.md 4. */
export const everyVisitDraft: ProgramDraft = {
  ...wholesaleDraft,
  cardFrom: '0',
  mechanic: 'step_up',
  referral: 'once',
  notes: 'dated',
  notesLabel: 'Record',
};

/**
 * Recipe "card of ten" of rules.md 4. Which products, and which gifts beside the percentages, only the merchant knows,
 * so the wizard asks for them.
 */
export const cardOfTenDraft: ProgramDraft = {
  ...wholesaleDraft,
  cardFrom: '0',
  mechanic: 'marks',
  markRewards: [
    { marks: '5', gives: 'choice', percent: '3', gift: '' },
    { marks: '7', gives: 'choice', percent: '5', gift: '' },
  ],
  window: 'calendar_year',
};

/** A prize after so many purchases (product.md D7); which one, only the merchant knows. */
export const prizeDraft: ProgramDraft = {
  ...wholesaleDraft,
  cardFrom: '0',
  mechanic: 'marks',
  markPer: 'purchase',
  markRewards: [{ marks: '10', gives: 'gift', percent: '', gift: '' }],
};

/** Rules.md 2.1: the same percentage, always. */
export const fixedDraft: ProgramDraft = {
  ...wholesaleDraft,
  cardFrom: '0',
  mechanic: 'fixed',
  fixedPercent: '5',
};

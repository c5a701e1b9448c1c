import { emptyDraft, type ProgramDraft } from '../../../shared/domain/program/draft.ts';

const level = (name: string, fromSpent: string, percent: string) => ({ name, fromSpent, fromPurchases: '', percent });

/** Progressive by lifetime spend, for everybody the shop knows. */
export const forEverybody: ProgramDraft = {
  ...emptyDraft,
  name: 'Everybody counts',
  levels: [level('Bronze', '50.00', '2'), level('Silver', '150.00', '4'), level('Gold', '400.00', '7.5')],
};

/** Cumulative with reset. */
export const byTheYear: ProgramDraft = {
  ...forEverybody,
  name: 'The year counts',
  afterRefund: 'stays',
  window: 'calendar_year',
  levels: [level('Guest', '100.00', '3'), level('Friend', '250.00', '5')],
};

/** A step with every purchase, for everybody; a pause takes them back one by one. */
export const everyVisit: ProgramDraft = {
  ...emptyDraft,
  name: 'Every visit',
  mechanic: 'step_up',
  startPercent: '0',
  stepPercent: '0.5',
  capPercent: '3',
  decay: 'step_back',
  decayDays: '20',
};

/** For holders of its card, which is handed over at a purchase of at least 80.00. */
export const byCard: ProgramDraft = {
  ...forEverybody,
  name: 'The card',
  membership: 'card',
  cardFrom: '80.00',
  earlier: 'count',
  levels: [level('Holder', '80.00', '5'), level('Regular', '300.00', '10')],
};

/** Rules 2.4 for everybody: after ten items a tenth of what they cost is off the next one. */
export const theEleventh: ProgramDraft = {
  ...emptyDraft,
  name: 'The eleventh item',
  mechanic: 'nth_item',
  nthItems: '10',
  nthPercent: '10',
};

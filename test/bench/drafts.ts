import { emptyDraft, type ProgramDraft } from '../../shared/domain/program/draft.ts';

const level = (name: string, fromSpent: string, percent: string) => ({ name, fromSpent, fromPurchases: '', percent });

/** 5 % for whoever holds a card. */
export const cardClub: ProgramDraft = {
  ...emptyDraft,
  name: 'Card club',
  membership: 'card',
  cardFrom: '50.00',
  earlier: 'count',
  mechanic: 'fixed',
  fixedPercent: '5',
};

/** The more somebody ever bought, the more it gives. */
export const everSpent: ProgramDraft = {
  ...emptyDraft,
  name: 'Ever spent',
  levels: [level('Friend', '100.00', '2'), level('Regular', '400.00', '4'), level('House guest', '1000.00', '6')],
};

/** Begins anew every year. */
export const everyYear: ProgramDraft = {
  ...emptyDraft,
  name: 'The year counts',
  window: 'calendar_year',
  levels: [level('Bronze', '200.00', '3'), level('Silver', '600.00', '5')],
};

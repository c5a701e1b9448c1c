import { emptyDraft, type ProgramDraft } from '../../../shared/domain/program/draft.ts';

const level = (name: string, fromSpent: string, percent: string) => ({ name, fromSpent, fromPurchases: '', percent });

/** Progressive by lifetime spend, for holders of its card. */
export const wholesaleAndRetail: ProgramDraft = {
  ...emptyDraft,
  name: 'Wholesale and retail',
  membership: 'card',
  cardFrom: '150.00',
  earlier: 'count',
  levels: [level('Friend', '150.00', '3'), level('Regular', '400.00', '5'), level('House guest', '800.00', '8')],
};

/** Cumulative with reset, for everybody the shop knows. */
export const everyYear: ProgramDraft = {
  ...emptyDraft,
  name: 'The year counts',
  window: 'calendar_year',
  levels: [level('Bronze', '200.00', '2'), level('Silver', '600.00', '4')],
};

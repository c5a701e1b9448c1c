import type { Channel } from '../purchase/purchase.ts';

/** A draw as its form holds it, exactly as typed. Days are `YYYY-MM-DD`, the time `HH:MM`, both by the shop's clock. */
export type DrawDraft = {
  readonly name: string;
  readonly prizes: readonly { readonly name: string; readonly count: string }[];
  readonly among: 'card' | 'program' | 'level';
  readonly programId: string;
  /** An index into the levels of the program. */
  readonly level: string;
  readonly bought: 'no' | 'yes';
  readonly fromDay: string;
  readonly toDay: string;
  readonly purchases: string;
  readonly spent: string;
  readonly reachedBy: 'any' | 'all';
  readonly channels: readonly Channel[];
  /** Shopify's numbers of locations, with commas between. */
  readonly locations: string;
  readonly lots: 'holder' | 'purchases';
  readonly lotPer: string;
  readonly closesDay: string;
  readonly closesTime: string;
};

export const emptyDrawDraft: DrawDraft = {
  name: '',
  prizes: [{ name: '', count: '1' }],
  among: 'card',
  programId: '',
  level: '',
  bought: 'no',
  fromDay: '',
  toDay: '',
  purchases: '',
  spent: '',
  reachedBy: 'any',
  channels: [],
  locations: '',
  lots: 'holder',
  lotPer: '',
  closesDay: '',
  closesTime: '18:00',
};

import { z } from 'zod';
import type { DraftForm, PublishForm } from '../../../shared/contract/program.ts';
import { type ProgramDraft, UNUSED } from '../../../shared/domain/program/draft.ts';
import { SCOPE_MAX } from '../../../shared/domain/program/read-scope.ts';

const typed = z.string().max(200);

/** More than a program may list, so that one too many is said beside the field. */
const LISTED_MAX = 2 * SCOPE_MAX;

const level = z.strictObject({ name: typed, fromSpent: typed, fromPurchases: typed, percent: typed });

const markReward = z.strictObject({
  marks: typed,
  gives: z.enum(['percent', 'gift', 'choice']),
  percent: typed,
  gift: typed,
});

/** As typed, right or wrong: only its shape is asked for here, its sense when it is checked or published. */
const programDraft = z.strictObject({
  name: typed,
  membership: z.enum(['everyone', 'card']),
  cardFrom: typed,
  earlier: z.enum(['ignored', 'count']),
  mechanic: z.enum(['fixed', 'levels', 'step_up', 'nth_item', 'marks']),
  nthItems: typed,
  nthPercent: typed,
  surplus: z.enum(['lapses', 'carries']),
  rewarded: z.enum(['apart', 'counts']),
  unused: z.enum(UNUSED).default('with_window'),
  unusedAfter: typed.default(''),
  fixedPercent: typed,
  levels: z.array(level).max(50),
  reachedBy: z.enum(['any', 'all']),
  afterRefund: z.enum(['follows', 'stays']),
  holds: z.enum(['window', 'next_window']),
  markProducts: z.array(typed).max(200),
  markPer: z.enum(['product', 'item', 'purchase']),
  markRewards: z.array(markReward).max(50),
  markLower: z.enum(['keeps', 'spends']),
  startPercent: typed,
  stepPercent: typed,
  capPercent: typed,
  decay: z.enum(['none', 'step_back', 'start']),
  decayDays: typed,
  referral: z.enum(['none', 'once', 'for_good']),
  welcomePercent: typed,
  bonusPercent: typed,
  referralDays: typed,
  window: z.enum(['lifetime', 'calendar_year', 'card_year', 'rolling_days', 'rolling_months']),
  windowLength: typed,
  scope: z.enum(['all', 'products']),
  products: z.array(typed).max(LISTED_MAX),
  excluded: z.array(typed).max(LISTED_MAX),
  notes: z.enum(['none', 'dated']).default('none'),
  notesLabel: typed.default(''),
  channels: z
    .array(z.enum(['web', 'till']))
    .max(2)
    .default([]),
  locations: z.string().max(2000).default(''),
  orderCap: typed.default(''),
  monthCap: typed.default(''),
  addedUpTo: typed.default(''),
}) satisfies z.ZodType<ProgramDraft>;

export const draftForm = z.strictObject({ draft: programDraft }) satisfies z.ZodType<DraftForm>;

const instant = z.int().nonnegative().max(8.64e15);

export const publishForm = z.strictObject({
  effectiveAt: instant.nullable(),
  endsAt: instant.nullable().default(null),
  keeps: z.strictObject({ until: instant.nullable() }).nullable().default(null),
}) satisfies z.ZodType<PublishForm>;

import { z } from 'zod';
import type { CancelDrawForm, DrawForm, HandOverPrizeForm } from '../../../shared/contract/draw.ts';
import type { DrawDraft } from '../../../shared/domain/draw/draft.ts';

const typed = z.string().max(200);

/** As typed, right or wrong: only its shape is asked for here. */
const drawDraft = z.strictObject({
  name: z.string().max(100),
  prizes: z.array(z.strictObject({ name: z.string().max(100), count: typed })).max(50),
  among: z.enum(['card', 'program', 'level']),
  programId: typed,
  level: typed,
  bought: z.enum(['no', 'yes']),
  fromDay: typed,
  toDay: typed,
  purchases: typed,
  spent: typed,
  reachedBy: z.enum(['any', 'all']),
  channels: z.array(z.enum(['web', 'till', 'other'])).max(3),
  locations: z.string().max(2000),
  lots: z.enum(['holder', 'purchases']),
  lotPer: typed,
  closesDay: typed,
  closesTime: typed,
}) satisfies z.ZodType<DrawDraft>;

export const drawForm = z.strictObject({ draft: drawDraft }) satisfies z.ZodType<DrawForm>;

export const cancelDrawForm = z.strictObject({ note: z.string().max(1000) }) satisfies z.ZodType<CancelDrawForm>;

export const handOverPrizeForm = z.strictObject({ lot: z.string().max(40) }) satisfies z.ZodType<HandOverPrizeForm>;

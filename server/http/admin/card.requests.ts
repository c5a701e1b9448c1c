import { z } from 'zod';
import type { BlockCardForm, EmitForm, LinkCardForm, ReplaceCardForm } from '../../../shared/contract/api.ts';
import { listOf, pageMax, textOrNull } from '../query.ts';

export const linkCardForm = z.strictObject({ customerId: z.string().max(60) }) satisfies z.ZodType<LinkCardForm>;

export const replaceCardForm = z.strictObject({
  number: z.string().max(40),
  note: z.string().max(1000),
}) satisfies z.ZodType<ReplaceCardForm>;

export const blockCardForm = z.strictObject({
  blocked: z.boolean(),
  note: z.string().max(1000),
}) satisfies z.ZodType<BlockCardForm>;

export const emitForm = z.strictObject({
  programId: z.string().max(60),
  name: z.string().max(200),
  count: z.int(),
  expiresAt: z.int().nonnegative().nullable(),
}) satisfies z.ZodType<EmitForm>;

export const cardsQuery = z.object({
  seriesId: textOrNull(60),
  programId: textOrNull(60),
  states: listOf(['emitted', 'issued', 'replaced', 'blocked', 'expired']),
  after: textOrNull(40),
  max: pageMax,
});

import { z } from 'zod';
import type { ArchiveForm, CorrectCustomerForm, CustomerForm, GiveLevelForm } from '../../../shared/contract/api.ts';
import { listOf, pageMax, text, textOrNull } from '../query.ts';

const shortText = z.string().max(200).nullable();

export const customerForm = z.strictObject({
  firstName: shortText,
  patronymic: shortText,
  surname: shortText,
  email: z.string().max(320).nullable(),
  phone: z.string().max(50).nullable(),
  birthDate: z.string().max(10).nullable(),
  gender: z.enum(['female', 'male', 'other']).nullable(),
  address: z.string().max(1000).nullable(),
  language: z.string().max(35).nullable(),
}) satisfies z.ZodType<CustomerForm>;

export const correctCustomerForm = z.strictObject({
  revision: z.int().nonnegative(),
  details: customerForm,
}) satisfies z.ZodType<CorrectCustomerForm>;

export const archiveForm = z.strictObject({ archived: z.boolean() }) satisfies z.ZodType<ArchiveForm>;

export const giveLevelForm = z.strictObject({
  programId: z.string().max(60),
  discountBp: z.int().min(0).max(10_000).nullable(),
  note: z.string().max(1000),
}) satisfies z.ZodType<GiveLevelForm>;

export const customerQuery = z.object({
  search: text(100),
  states: listOf(['entered', 'check', 'archived', 'merged', 'erased']),
  has: z
    .enum(['', 'card', 'no_card', 'due_card', 'discount', 'conflict'])
    .default('')
    .transform((value) => (value === '' ? null : value)),
  order: z.enum(['newest', 'surname', 'spent', 'last_purchase']).default('newest'),
  after: textOrNull(1000),
  max: pageMax,
});

/** `before`: `processedAt:orderId` of the last purchase of the page before. */
export const purchasesQuery = z.object({ before: textOrNull(200), max: pageMax });

/** `before`: the sequence of the last entry of the page before. */
export const journalQuery = z.object({ before: z.coerce.number().int().min(1).nullable().default(null), max: pageMax });

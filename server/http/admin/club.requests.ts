import { z } from 'zod';
import type { ClubRuleForm, FoundClubForm, JoinClubForm } from '../../../shared/contract/club.ts';

const percent = z.string().max(20);

export const foundClubForm = z.strictObject({
  name: z.string().max(200),
  guestPercent: percent,
}) satisfies z.ZodType<FoundClubForm>;

export const joinClubForm = z.strictObject({
  code: z.string().max(100),
  guestPercent: percent,
}) satisfies z.ZodType<JoinClubForm>;

export const clubRuleForm = z.strictObject({ guestPercent: percent }) satisfies z.ZodType<ClubRuleForm>;

/** The month of an account; left out or empty: the present one. */
export const accountQuery = z.object({
  month: z
    .string()
    .regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/)
    .default(''),
});

import { z } from 'zod';
import { AppError } from '../../app/ports/app-error.ts';

/** What a mutation could not do. Messages may quote what we sent, so code and place are all that is looked at. */
export const userErrors = z.array(
  z.object({ code: z.string().nullish(), field: z.array(z.string()).nullish(), elementIndex: z.int().nullish() }),
);

export type UserErrors = z.output<typeof userErrors>;

/** Throws when a mutation was refused; codes that pass by themselves are worth another try. */
export function assertDone(name: string, errors: UserErrors, passing: readonly string[] = []): void {
  if (errors.length === 0) return;
  const why = errors.map(({ code, field }) => `${code ?? 'no code'} at ${field?.join('.') ?? 'nothing'}`).join(', ');
  if (errors.every(({ code }) => code != null && passing.includes(code))) {
    throw new AppError('shopify_throttled', true, `${name}: ${why}`);
  }
  throw new AppError('shopify_refused', false, `${name}: ${why}`);
}

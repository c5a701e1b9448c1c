import type { z } from 'zod';
import { type Fault, unreadable } from '../shared/domain/fault.ts';
import type { Result } from '../shared/domain/result.ts';

/** A body full of faults shall not fill the inbox with them. */
const FAULTS_MAX = 100;

/** Reads a body by its schema: what we need of it, or everything that is wrong with it, each with its path. */
export function readPayload<T>(schema: z.ZodType<T>, body: unknown): Result<T, readonly Fault[]> {
  const read = schema.safeParse(body);
  if (read.success) return { ok: true, value: read.data };
  const faults = read.error.issues.map(({ path, message }) => unreadable(path.join('.'), message));
  return { ok: false, error: withinMax(faults) };
}

export function withinMax(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length <= FAULTS_MAX) return faults;
  return [...faults.slice(0, FAULTS_MAX), unreadable('', `and ${faults.length - FAULTS_MAX} more`)];
}

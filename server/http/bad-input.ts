import type { z } from 'zod';
import { type Fault, unreadable } from '../../shared/domain/fault.ts';

/** The caller's mistake, with every fault and its path. Ends in a 400 and the list. */
export class BadInput extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super('bad input');
    this.name = 'BadInput';
    this.faults = faults;
  }
}

const FAULTS_MAX = 50;

/** zod's issues as our faults: the one place that knows both. */
export const faultsOf = (error: z.ZodError): readonly Fault[] =>
  error.issues.slice(0, FAULTS_MAX).map((issue) => faultOf(issue, issue.path.map(String).join('.')));

/** People can type too much; whatever else a schema refuses only a program can send. */
function faultOf(issue: z.core.$ZodIssue, path: string): Fault {
  if (issue.code === 'too_big' && issue.origin === 'string')
    return { path, code: 'too_long', facts: { max: Number(issue.maximum) } };
  return unreadable(path, issue.message);
}

/** What the schema makes of what came; throws `BadInput` with all faults at once. */
export function readInput<T>(schema: z.ZodType<T>, given: unknown): T {
  const read = schema.safeParse(given);
  if (!read.success) throw new BadInput(faultsOf(read.error));
  return read.data;
}
